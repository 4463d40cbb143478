// What requests are sent with is there in the app by then: the release has been read before.
import 'undici';
import { createLukittuClient } from '../../../electron/lukittu/client.ts';
import { releaseFields, releaseId, teamId } from '../../support/lukittu-answers.ts';

/**
 * The app's client in a process of its own: for each list of files that it is sent, updates a release with each of
 * them, one after the other, and says what that took.
 */
export interface Upload {
  readonly origin: string;
  readonly files: readonly { readonly path: string; readonly name: string; readonly size: number }[];
}

export interface Uploaded {
  readonly wallMs: number;
  /** Of all threads of the process. */
  readonly cpuMs: number;
  /** Bytes: before the first, and the most that was seen since, also in the midst of an upload. */
  readonly rssBefore: number;
  readonly rssMost: number;
}

/** Often enough to see the middle of an upload, which takes some 10 ms. */
const lookMs = 5;

async function upload({ origin, files }: Upload): Promise<Uploaded> {
  const client = createLukittuClient({ serverUrl: origin, teamId, apiKey: 'key-of-the-bench' });
  const rssBefore = process.memoryUsage.rss();
  let rssMost = rssBefore;
  const look = () => {
    rssMost = Math.max(rssMost, process.memoryUsage.rss());
  };
  const looking = setInterval(look, lookMs);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  for (const file of files) {
    await client.update(releaseId, { fields: releaseFields, keepExistingFile: false, file });
    look();
  }
  clearInterval(looking);
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  await client.close();
  return { wallMs, cpuMs: (user + system) / 1000, rssBefore, rssMost };
}

process.on('message', (job: Upload) => {
  void upload(job).then((uploaded) => process.send?.(uploaded));
});
