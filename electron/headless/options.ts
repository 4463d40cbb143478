import { isAppLink } from '../model/release-link.ts';

/** What can be asked for without a window, as `parseArgs` of Node takes it. */
export const options = {
  publish: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'on-conflict': { type: 'string', default: 'stop' },
  'put-back': { type: 'boolean', default: false },
  connection: { type: 'string' },
  server: { type: 'string' },
  team: { type: 'string' },
  'rate-limit': { type: 'string' },
  'max-file-mb': { type: 'string' },
  'data-folder': { type: 'string' },
  /** What the window takes for the same. */
  'user-data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/**
 * The app's own arguments, when it was started for something without a window; null when it is to open its window.
 * `isPackaged`: otherwise the app's folder stands before them. What only Chromium or Electron understands is left out,
 * wherever it stands; everything else is kept, so that nothing that was typed is passed over in silence. A link, which
 * somebody else may have written, never does anything but open the window, whatever comes with it.
 */
export function headlessArguments(argv: readonly string[], isPackaged: boolean): string[] | null {
  const given = argv.slice(1);
  const own = isPackaged ? given : given.slice(given.findIndex((argument) => !argument.startsWith('-')) + 1);
  const ours = own.filter((argument) => !runtimeSwitch.test(argument));
  return !ours.some(isAppLink) && ours.some((argument) => withoutWindow.test(argument)) ? ours : null;
}

/** As containers, wrappers and tests add them; none of them says what is to be published. */
const runtimeSwitch =
  /^--(?:(?:disable|enable|force|ignore|inspect|log|ozone|remote|trace|use)-[a-z-]+|headless|in-process-gpu|inspect|js-flags|lang|no-sandbox|no-zygote|password-store|single-process|v|vmodule)(?:=|$)/;

/** An option that makes sense without a window only. */
const withoutWindow = new RegExp(
  `^(?:-h|--(?:${Object.keys(options)
    .filter((name) => name !== 'user-data-dir' && name !== 'data-folder')
    .join('|')}))(?:=|$)`,
);
