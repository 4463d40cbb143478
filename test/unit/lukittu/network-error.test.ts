import { describe, expect, test } from 'vitest';
import { networkProblem } from '../../../electron/lukittu/network-error.ts';

const error = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code });
const kindOf = (thrown: unknown, at: { connected?: boolean; answering?: boolean; online?: boolean } = {}) =>
  networkProblem(thrown, { connected: false, answering: false, online: true, ...at }).kind;

describe('an error of the network', () => {
  test.each([
    ['ENOTFOUND', 'name-not-found', 'offline'],
    ['EAI_AGAIN', 'name-not-found', 'offline'],
    ['ECONNREFUSED', 'connection-refused', 'connection-refused'],
    ['EHOSTUNREACH', 'connection-refused', 'offline'],
    ['ENETUNREACH', 'connection-lost', 'offline'],
    ['ETIMEDOUT', 'connect-timeout', 'connect-timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout', 'connect-timeout'],
    ['ECONNRESET', 'connection-lost', 'connection-lost'],
    ['EPIPE', 'connection-lost', 'connection-lost'],
    ['UND_ERR_SOCKET', 'connection-lost', 'connection-lost'],
    ['UND_ERR_HEADERS_OVERFLOW', 'answer-too-large', 'answer-too-large'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'connection-lost', 'connection-lost'],
    ['CERT_HAS_EXPIRED', 'tls', 'tls'],
    ['SOMETHING_NEW', 'connection-lost', 'connection-lost'],
  ])('%s means %s, and %s without a network', (code, online, offline) => {
    expect(kindOf(error(code))).toBe(online);
    expect(kindOf(error(code), { online: false })).toBe(offline);
  });

  test('a silence of the network in mid-talk is a lost connection', () => {
    expect(kindOf(error('ETIMEDOUT'), { connected: true })).toBe('connection-lost');
  });

  test('that what came is not HTTP means another kind of server, or a damaged or cut answer', () => {
    const parserError = (message: string) => Object.assign(new Error(message), { name: 'HTTPParserError' });
    expect(kindOf(parserError('Expected HTTP/'))).toBe('not-lukittu');
    expect(kindOf(parserError('Invalid character in chunk size'), { answering: true })).toBe(
      'unreadable-answer',
    );
    expect(kindOf(parserError('Invalid EOF state'), { answering: true })).toBe('connection-lost');
  });

  test('is looked for in what caused another, and in the first of several attempts', () => {
    expect(kindOf(new TypeError('fetch failed', { cause: error('ECONNREFUSED') }))).toBe(
      'connection-refused',
    );
    expect(kindOf(new AggregateError([error('ECONNREFUSED'), error('ENETUNREACH')]))).toBe(
      'connection-refused',
    );
  });

  test('that says nothing is a lost connection', () => {
    expect(kindOf(new Error('closed'))).toBe('connection-lost');
    expect(kindOf('closed')).toBe('connection-lost');
  });
});

describe('what is wrong with a certificate', () => {
  const context = (code: string) =>
    networkProblem(error(code), { connected: false, answering: false, online: true }).context;

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is self-signed'],
    ['CERT_HAS_EXPIRED', 'its certificate has expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another address'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the issuer of its certificate is not known'],
    ['CERT_SIGNATURE_FAILURE', 'its certificate cannot be verified'],
    ['EPROTO', 'it does not speak TLS as this app does'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'it does not speak TLS as this app does'],
  ])('%s is said in words: %s', (code, reason) => {
    expect(context(code)).toMatchObject({ reason, details: code });
  });

  test('a date that is wrong may be this computer’s', () => {
    expect(context('CERT_HAS_EXPIRED').remedy).toMatch(/date and time of this computer/);
  });
});
