import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A place to look for updates on this computer, as electron-updater's generic provider reads it. */
export interface UpdateFeed {
  readonly origin: string;
  /** Offers a version: an AppImage that is this script. */
  offer(release: { version: string; script: string; notes?: string }): void;
  /** What goes wrong from now on. */
  fail(how: 'nothing' | 'missing' | 'garbage' | 'other-file' | 'cut-short' | 'stalled'): void;
  /** Paths that were asked for, without their query. */
  readonly asked: string[];
  /** Resolves when a file is being waited for that does not come (`stalled`). */
  stalled(): Promise<void>;
  close(): Promise<void>;
}

export async function startUpdateFeed(): Promise<UpdateFeed> {
  const asked: string[] = [];
  let description = '';
  let file = Buffer.alloc(0);
  let fault: Parameters<UpdateFeed['fail']>[0] = 'nothing';
  const stall = Promise.withResolvers<void>();

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    asked.push(path);
    if (fault === 'missing') return void response.writeHead(404).end();
    if (path.endsWith('.yml')) {
      return void response.end(fault === 'garbage' ? '<html>Sign in</html>' : description);
    }
    const body = fault === 'other-file' ? Buffer.from(file.map((byte) => byte ^ 1)) : file;
    response.writeHead(200, { 'Content-Length': body.length });
    if (fault === 'cut-short') response.write(body.subarray(0, 10), () => response.destroy());
    else if (fault === 'stalled') response.write(body.subarray(0, 10), () => stall.resolve());
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = addressOf(server.address());

  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    offer: ({ version, script, notes }) => {
      file = Buffer.from(script);
      const name = `lukittu-release-manager-${version}-linux-x86_64.AppImage`;
      const sha512 = createHash('sha512').update(file).digest('base64');
      description = JSON.stringify({
        version,
        files: [{ url: name, sha512, size: file.length }],
        path: name,
        sha512,
        releaseDate: '2026-12-01T12:00:00.000Z',
        ...(notes === undefined ? {} : { releaseNotes: notes }),
      });
    },
    fail: (how) => {
      fault = how;
    },
    stalled: () => stall.promise,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address;
  throw new Error('the feed has no port');
}
