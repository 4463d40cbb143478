import { describe, expect, test } from 'vitest';
import { AppError, appError, failureFrom, failureOf } from '../../electron/errors.ts';
import { failureKinds, failureSchema } from '../../electron/model/failure.ts';

describe.each(failureKinds)('what the user is told of “%s”', (kind) => {
  test('is what happened and what to do, in whole sentences', () => {
    const failure = failureSchema.parse(failureOf(kind));
    for (const sentence of [failure.message, failure.remedy]) {
      expect(sentence).toMatch(/^[A-Z].+\.$/s);
      expect(sentence).not.toMatch(/[{}]|oops|sorry/i);
    }
    expect(failure.message).not.toBe(failure.remedy);
  });

  test('reads as well with a server’s name and a reason in it', () => {
    const { message, remedy } = failureOf(kind, { server: 'releases.example.org', reason: 'so it is' });
    expect(`${message} ${remedy}`).not.toMatch(/[{}]|\.\./);
  });

  test('says that the old file is safe, and what to do without looking, once it is certain that nothing was changed', () => {
    const known = failureOf(kind, { applied: 'no' });
    const general = failureOf(kind);
    if (general.applied === 'maybe') {
      expect(known.oldFile).toBe('safe');
      expect(known.remedy).not.toMatch(/see whether the change was made/);
    } else {
      expect(known).toEqual(general);
    }
  });
});

test('a lost file is named in the message exactly when it is lost', () => {
  expect(failureOf('jar-without-main').message).toMatch(/deleted the file that was there/);
  expect(failureOf('jar-without-main', { oldFile: 'safe' }).message).not.toMatch(/deleted/);
});

test('what the caller knows better is taken', () => {
  const failure = failureOf('busy', {
    message: 'A job of this connection is at work.',
    status: 503,
    details: 'x',
  });
  expect(failure).toMatchObject({
    message: 'A job of this connection is at work.',
    status: 503,
    details: 'x',
  });
});

test('a server’s sentence is cut at 1,000 characters', () => {
  expect(failureOf('bad-request', { details: 'x'.repeat(5000) }).details).toHaveLength(1000);
});

test('a server’s name or reason is put in as it is, whatever it holds', () => {
  const { message } = failureOf('tls', { server: '$& $1', reason: '$$ {lost}' });
  expect(message).toContain('$& $1');
  expect(message).toContain('$$');
});

describe('a failure made of whatever was thrown', () => {
  const system = (code: string) => Object.assign(new Error(`${code}: open '/home/me/secret'`), { code });
  const sqlite = (errcode: number) => Object.assign(new Error('SQL'), { code: 'ERR_SQLITE_ERROR', errcode });

  test('is the one an AppError carries', () => {
    expect(failureFrom(appError('offline'))).toEqual(failureOf('offline'));
  });

  test.each([
    [system('ENOSPC'), 'disk-full'],
    [system('EDQUOT'), 'disk-full'],
    [system('EROFS'), 'no-access'],
    [system('EACCES'), 'no-access'],
    [system('EPERM'), 'no-access'],
    [system('ENOENT'), 'internal'],
    [sqlite(13), 'disk-full'],
    [sqlite(8), 'no-access'],
    [sqlite(8 | (4 << 8)), 'no-access'],
    [sqlite(11), 'store-damaged'],
    [sqlite(26), 'store-damaged'],
    [sqlite(5), 'busy'],
    [sqlite(19), 'internal'],
    [new TypeError('x is not a function'), 'internal'],
    ['a text', 'internal'],
    [null, 'internal'],
    [undefined, 'internal'],
    [{ code: 'constructor' }, 'internal'],
    [{ code: '__proto__' }, 'internal'],
  ])('%s becomes %s', (thrown, kind) => {
    expect(failureFrom(thrown).kind).toBe(kind);
  });

  test('never repeats an error’s own text, which may name paths or hold a key', () => {
    const thrown = Object.assign(new Error("open '/home/me/x' with lab_main_key"), { code: 'lab_main_key' });
    expect(JSON.stringify(failureFrom(thrown))).not.toMatch(/home|lab_main_key/);
  });

  test('keeps its code, for the curious', () => {
    expect(failureFrom(system('ENOSPC')).details).toBe('ENOSPC');
    expect(failureFrom(new RangeError('boom')).details).toBe('RangeError');
  });

  test('keeps what caused it for the log', () => {
    const cause = system('ENOSPC');
    const error = appError('disk-full', {}, cause);
    expect(error).toBeInstanceOf(AppError);
    expect(error.cause).toBe(cause);
  });
});
