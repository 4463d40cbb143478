import { TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLukittuClient, type LukittuClientOptions } from '../../electron/lukittu/client.ts';
import { certificateAuthority, selfSigned } from '../support/certificate.ts';
import { failureOf } from '../support/failures.ts';
import { releaseData, releaseFields, releaseId, teamId } from '../support/lukittu-answers.ts';
import { answerText, lengthIn, type RawConnection, startRawServer } from '../support/raw-server.ts';

const apiKey = 'lab_main_0123456789abcdef';
const names = ['127.0.0.1'];
const day = 86_400_000;

const request = { fields: releaseFields, keepExistingFile: false, file: null };

function clientOf(serverUrl: string, options: Partial<LukittuClientOptions> = {}) {
  const client = createLukittuClient({ serverUrl, teamId, apiKey, ...options });
  onTestFinished(() => client.close());
  return client;
}

/** Updates a release there; gives the failure, and whether the server saw the key. */
async function tryAt(tls: { cert: string; key: string }, ca?: string[]) {
  let sawKey = false;
  const server = await startRawServer(async ({ head }) => {
    sawKey = (await head()).includes(apiKey);
  }, tls);
  const failure = await failureAt(server.url, ca ? { ca } : {});
  return { failure, sawKey };
}

const failureAt = (url: string, options: Partial<LukittuClientOptions> = {}) =>
  failureOf(clientOf(url, options).update(releaseId, request));

const answering = async ({ head, take, send }: RawConnection) => {
  await take(lengthIn(await head()));
  send(answerText(200, 'Release updated', releaseData()));
};

describe('a certificate', () => {
  test('of an authority this computer trusts lets the request through', async () => {
    const authority = certificateAuthority();
    const server = await startRawServer(answering, authority.issue({ names }));
    const client = clientOf(server.url, { ca: [authority.cert] });
    expect((await client.update(releaseId, request)).id).toBe(releaseId);
  });

  test('that is self-signed does not', async () => {
    const { failure, sawKey } = await tryAt(selfSigned({ names }));
    expect(failure).toMatchObject({ kind: 'tls', applied: 'no', oldFile: 'safe' });
    expect(failure.message).toMatch(
      /^The connection to 127\.0\.0\.1:\d+ is not secure: its certificate is self-signed\.$/,
    );
    expect(sawKey).toBe(false);
  });

  test('of an authority this computer does not know does not', async () => {
    const { failure, sawKey } = await tryAt(certificateAuthority().issue({ names }));
    expect(failure).toMatchObject({ kind: 'tls', details: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(failure.message).toContain('the issuer of its certificate is not known');
    expect(sawKey).toBe(false);
  });

  test('that has expired does not, and the date of this computer is named as another cause', async () => {
    const authority = certificateAuthority();
    const expired = authority.issue({
      names,
      validFrom: new Date(Date.now() - 2 * day),
      validUntil: new Date(Date.now() - day),
    });
    const { failure, sawKey } = await tryAt(expired, [authority.cert]);
    expect(failure).toMatchObject({ kind: 'tls', details: 'CERT_HAS_EXPIRED' });
    expect(failure.message).toContain('its certificate has expired');
    expect(failure.remedy).toContain('date and time of this computer');
    expect(sawKey).toBe(false);
  });

  test('that is not valid yet does not', async () => {
    const authority = certificateAuthority();
    const early = authority.issue({
      names,
      validFrom: new Date(Date.now() + day),
      validUntil: new Date(Date.now() + 2 * day),
    });
    const { failure } = await tryAt(early, [authority.cert]);
    expect(failure).toMatchObject({ kind: 'tls', details: 'CERT_NOT_YET_VALID' });
  });

  test('for another address does not', async () => {
    const authority = certificateAuthority();
    const other = authority.issue({ names: ['app.lukittu.com', '127.0.0.2'] });
    const { failure, sawKey } = await tryAt(other, [authority.cert]);
    expect(failure).toMatchObject({ kind: 'tls', details: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(failure.message).toContain('its certificate is for another address');
    expect(sawKey).toBe(false);
  });

  test('is verified even where the environment says that it need not be', async () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    onTestFinished(() => {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    });
    const { failure, sawKey } = await tryAt(selfSigned({ names }));
    expect(failure.kind).toBe('tls');
    expect(sawKey).toBe(false);
  });
});

test('a server that would rather speak HTTP/2 is spoken to in HTTP/1.1', async () => {
  const authority = certificateAuthority();
  const spoken: unknown[] = [];
  const server = await startRawServer(
    async (connection) => {
      const { socket } = connection;
      spoken.push(socket instanceof TLSSocket && socket.alpnProtocol);
      if (spoken.includes('h2')) connection.drop();
      else await answering(connection);
    },
    { ...authority.issue({ names }), ALPNProtocols: ['h2', 'http/1.1'] },
  );
  await clientOf(server.url, { ca: [authority.cert] }).update(releaseId, request);
  expect(spoken).toEqual(['http/1.1']);
});

test('a server that does not speak TLS is told as such', async () => {
  const server = await startRawServer(async ({ take, send }) => {
    await take(1);
    send('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  expect(await failureAt(server.url.replace('http:', 'https:'))).toMatchObject({
    kind: 'tls',
    applied: 'no',
    oldFile: 'safe',
    remedy: 'Check the server URL and its port: is it an https address?',
  });
});

test('a server that takes the connection and then says nothing is given up while connecting', async () => {
  const server = await startRawServer(() => {});
  const failure = await failureAt(server.url.replace('http:', 'https:'), { timeouts: { connect: 50 } });
  expect(failure).toMatchObject({ kind: 'connect-timeout', applied: 'no', oldFile: 'safe' });
});

test('a request cancelled while connecting ends at once', async () => {
  const abort = new AbortController();
  const server = await startRawServer(({ socket }) => {
    socket.once('readable', () => abort.abort());
  });
  const client = clientOf(server.url.replace('http:', 'https:'));
  await expect(client.update(releaseId, request, { signal: abort.signal })).rejects.toMatchObject({
    failure: { kind: 'cancelled', applied: 'no' },
  });
});
