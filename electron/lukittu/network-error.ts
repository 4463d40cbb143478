import type { FailureContext } from '../errors.ts';
import type { FailureKind } from '../model/failure.ts';
import { type Words, words } from '../texts/words.ts';

/** What a network error means, and what there is to say beyond its kind. */
export interface NetworkProblem {
  readonly kind: FailureKind;
  readonly context: Pick<FailureContext, 'reason' | 'remedy' | 'details'>;
}

/**
 * Tells apart what the system, TLS and undici report. `connected` says whether the connection had come about,
 * `answering` whether the head of an answer had, `online` whether this computer has a network at all: without one,
 * a name that is not found means just that.
 */
export function networkProblem(
  error: unknown,
  {
    connected,
    answering,
    online,
  }: { readonly connected: boolean; readonly answering: boolean; readonly online: boolean },
): NetworkProblem {
  if (error instanceof Error && error.name === 'HTTPParserError') {
    // Cut short it is HTTP all the same.
    if (/\bEOF\b/.test(error.message))
      return { kind: 'connection-lost', context: { details: error.message } };
    return answering
      ? { kind: 'unreadable-answer', context: { details: error.message } }
      : { kind: 'not-lukittu', context: { details: error.message, reason: words().server.why.noHttp } };
  }
  const code = codeOf(error);
  if (code === null) return { kind: 'connection-lost', context: { details: null } };
  const context = { details: code };
  const tls = tlsProblem(code);
  if (tls) return { kind: 'tls', context: { ...context, ...tls } };
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return { kind: online ? 'name-not-found' : 'offline', context };
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
      return { kind: online ? 'connection-lost' : 'offline', context };
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
      return { kind: online ? 'connection-refused' : 'offline', context };
    case 'ECONNREFUSED':
      return { kind: 'connection-refused', context };
    case 'UND_ERR_CONNECT_TIMEOUT':
      return { kind: 'connect-timeout', context };
    case 'ETIMEDOUT':
      return { kind: connected ? 'connection-lost' : 'connect-timeout', context };
    case 'UND_ERR_HEADERS_OVERFLOW':
      return { kind: 'answer-too-large', context };
    default:
      return { kind: 'connection-lost', context };
  }
}

/** The code of an error, of what caused it, or of the first of several attempts that failed. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const first = error instanceof AggregateError ? codeOf(error.errors[0]) : null;
  if (first !== null) return first;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

/** OpenSSL's and Node's names for what is wrong with a certificate. */
const certificateProblems: Readonly<Record<string, keyof Words['server']['certificate']>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'notYetValid',
  CERT_REVOKED: 'revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'unknownIssuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknownIssuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknownIssuer',
  ERR_TLS_CERT_ALTNAME_INVALID: 'otherAddress',
};

function tlsProblem(code: string): { reason: string; remedy?: string } | null {
  const { certificate, why, remedies } = words().server;
  const known = Object.hasOwn(certificateProblems, code) ? certificateProblems[code] : undefined;
  if (known === 'expired' || known === 'notYetValid') {
    return { reason: certificate[known], remedy: remedies.clock };
  }
  if (known !== undefined) return { reason: certificate[known] };
  if (/^(CERT_|CRL_|UNABLE_TO_|INVALID_CA|PATH_LENGTH_|HOSTNAME_MISMATCH)/.test(code)) {
    return { reason: certificate.notVerifiable };
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) {
    return { reason: why.noTls, remedy: remedies.httpsAddress };
  }
  return null;
}
