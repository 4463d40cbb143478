import { AppError, appError, failureFrom } from '../errors.ts';
import { words } from '../texts/words.ts';

/** What went wrong with the vault's own files. */
export function asVaultError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError(failureFrom(error), { cause: error });
}

/** What went wrong with a file somebody wants to take into the vault. */
export function asSourceError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) {
    const { noLonger, unnameable } = words().refusals.files;
    const said = isNamedInPart(error) ? unnameable : noLonger;
    return appError('file-unreadable', { ...said, details: 'ENOENT' }, error);
  }
  if (hasCode(error, 'EACCES') || hasCode(error, 'EPERM')) {
    return appError('file-unreadable', words().refusals.files.notAllowed, error);
  }
  return appError('file-unreadable', { details: failureFrom(error).details }, error);
}

/** Bytes of a name that are no UTF-8 come to the app as this sign, and by that name there is no file. */
const replacement = '\ufffd';

function isNamedInPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    'path' in error &&
    typeof error.path === 'string' &&
    error.path.includes(replacement)
  );
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
