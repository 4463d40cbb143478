import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateAuthority extends Certificate {
  issue(leaf: CertificateOptions): Certificate;
}

export interface CertificateOptions {
  /** IPv4 addresses or DNS names it is for. */
  readonly names: readonly string[];
  readonly validFrom?: Date;
  readonly validUntil?: Date;
}

const day = 86_400_000;

/** A certificate that vouches for itself. */
export function selfSigned(options: CertificateOptions): Certificate {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return certify({
    ...options,
    subject: 'self',
    issuer: 'self',
    keys,
    signer: keys.privateKey,
    isAuthority: false,
  });
}

/** An authority made for one test. */
export function certificateAuthority(): CertificateAuthority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = 'Test authority';
  const own = { names: [], subject: issuer, issuer, keys, signer: keys.privateKey, isAuthority: true };
  return {
    ...certify(own),
    issue: (options) =>
      certify({
        ...options,
        subject: 'server',
        issuer,
        keys: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
        signer: keys.privateKey,
        isAuthority: false,
      }),
  };
}

function certify(
  given: CertificateOptions & {
    subject: string;
    issuer: string;
    keys: { publicKey: KeyObject; privateKey: KeyObject };
    signer: KeyObject;
    isAuthority: boolean;
  },
): Certificate {
  const { validFrom = new Date(Date.now() - day), validUntil = new Date(Date.now() + day) } = given;
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(given.issuer),
    sequence(timeOf(validFrom), timeOf(validUntil)),
    nameOf(given.subject),
    given.keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensionsOf(given))),
  );
  const signature = sign('sha256', body, given.signer);
  const whole = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    key: given.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** One value of DER: its tag, its length, its contents. */
function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const lengthBytes =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lengthBytes]), content]);
}

const sequence = (...contents: readonly Uint8Array[]) => der(0x30, ...contents);
const objectId = (...bytes: readonly number[]) => der(0x06, Buffer.from(bytes));
const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const isTrue = der(0x01, Buffer.from([0xff]));

const nameOf = (text: string) =>
  sequence(der(0x31, sequence(objectId(0x55, 0x04, 0x03), der(0x0c, Buffer.from(text)))));

const timeOf = (time: Date) =>
  der(0x18, Buffer.from(`${time.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

function extensionsOf({ names, isAuthority }: { names: readonly string[]; isAuthority: boolean }): Buffer[] {
  const constraints = der(0x04, isAuthority ? sequence(isTrue) : sequence());
  const basic = sequence(objectId(0x55, 0x1d, 0x13), isTrue, constraints);
  if (names.length === 0) return [basic];
  const alternatives = names.map((name) =>
    /^[\d.]+$/.test(name)
      ? der(0x87, Buffer.from(name.split('.').map(Number)))
      : der(0x82, Buffer.from(name)),
  );
  return [basic, sequence(objectId(0x55, 0x1d, 0x11), der(0x04, sequence(...alternatives)))];
}
