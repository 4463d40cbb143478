import type { UpdatesOff } from '../model/update.ts';

export interface Installation {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Whether the packed app says where its updates are. */
  readonly hasSource: boolean;
  /** Path of the running program. */
  readonly program: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Why this copy of the app cannot be replaced by its next version; null where it can. */
export function whyOff({ platform, isPackaged, hasSource, program, env }: Installation): UpdatesOff | null {
  if (!isPackaged) return 'development';
  if (platform === 'linux' && !isAppImage(program, env)) return 'package-manager';
  if (platform === 'win32' && env.PORTABLE_EXECUTABLE_FILE !== undefined) return 'portable';
  return hasSource ? null : 'no-source';
}

/**
 * Whether this program runs out of an AppImage. The variables alone do not say so: whatever is started from another
 * AppImage, a terminal for example, inherits that one's, and its file would be replaced.
 */
function isAppImage(program: string, { APPIMAGE: file, APPDIR: folder }: Installation['env']): boolean {
  return file !== undefined && folder !== undefined && program.startsWith(folder.replace(/\/*$/, '/'));
}
