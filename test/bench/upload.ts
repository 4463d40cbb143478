import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFields, releaseId, teamId } from '../support/lukittu-answers.ts';
import type { Measure } from './bench.ts';
import type { Upload, Uploaded } from './parts/uploader.ts';
import { median, sum } from './support/statistics.ts';

const slices = 8;
const filesInSlice = 25;
const fileBytes = 10 * 1024 * 1024;
const megabyte = 1024 * 1024;

/**
 * 200 artifacts of 10 MB, sent by the app's client and by one `curl -F`, in turns of 25 so that both meet the same
 * machine. Everything is warm: a turn of each comes before those that count.
 */
export const measureUpload: Measure = async ({ folder, tell, atEnd }) => {
  const files = makeFiles(folder);
  const sink = spawn(process.execPath, [join(import.meta.dirname, 'parts/sink.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  atEnd(() => sink.kill());
  const [port] = await once(sink.stdout, 'data');
  const origin = `http://127.0.0.1:${String(port).trim()}`;
  const uploader = fork(join(import.meta.dirname, 'parts/uploader.ts'));
  atEnd(() => uploader.kill());

  const hasCurl = spawnSync('curl', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!hasCurl)
    tell('curl is not installed: nothing to hold uploads against. On Debian: apt-get install curl');
  let rssAtFirst = 0;
  const ours: Uploaded[] = [];
  const theirs: { wallMs: number; cpuMs: number }[] = [];
  for (let slice = -1; slice < slices; slice += 1) {
    const uploaded = await upload(uploader, { origin, files });
    const curled = hasCurl ? curl(origin, files) : null;
    if (slice === -1) rssAtFirst = uploaded.rssBefore;
    if (slice === -1) continue;
    ours.push(uploaded);
    if (curled) theirs.push(curled);
  }
  const perSecond = (taken: readonly { wallMs: number }[]) =>
    Math.round(
      (taken.length * filesInSlice * fileBytes) / megabyte / (sum(taken.map(({ wallMs }) => wallMs)) / 1000),
    );
  tell(`${perSecond(ours)} MB/s${hasCurl ? `, curl ${perSecond(theirs)} MB/s` : ''}`);
  return {
    'upload.wall_ratio_to_curl': hasCurl
      ? median(ours.map(({ wallMs }, slice) => wallMs / (theirs[slice]?.wallMs ?? Number.NaN)))
      : null,
    'upload.cpu_ratio_to_curl': hasCurl
      ? sum(ours.map(({ cpuMs }) => cpuMs)) / sum(theirs.map(({ cpuMs }) => cpuMs))
      : null,
    'upload.rss_growth_mb': (Math.max(...ours.map(({ rssMost }) => rssMost)) - rssAtFirst) / megabyte,
  };
};

function makeFiles(folder: string): Upload['files'] {
  const files = join(folder, 'artifacts');
  mkdirSync(files);
  return Array.from({ length: filesInSlice }, (_, index) => {
    const name = `artifact-${index}.zip`;
    writeFileSync(join(files, name), randomBytes(fileBytes));
    return { path: join(files, name), name, size: fileBytes };
  });
}

async function upload(uploader: ChildProcess, job: Upload): Promise<Uploaded> {
  const done = once(uploader, 'message');
  uploader.send(job);
  const [uploaded]: [Uploaded] = await Promise.race([
    done.then(([message]): [Uploaded] => [message]),
    once(uploader, 'exit').then(() => Promise.reject(new Error('The uploader has ended.'))),
  ]);
  return uploaded;
}

/** One curl for all files, on one connection, without asking whether it may send: as fast as it can. */
function curl(origin: string, files: Upload['files']): { wallMs: number; cpuMs: number } {
  const data = JSON.stringify({ ...releaseFields, keepExistingFile: false });
  const config = files.map(({ path }) =>
    [
      `url = "${origin}/api/v1/dev/teams/${teamId}/releases/${releaseId}"`,
      'request = "PUT"',
      'header = "Expect:"',
      'header = "Authorization: Bearer key-of-the-bench"',
      `form-string = "data=${data.replaceAll('"', '\\"')}"`,
      `form = "file=@${path};type=application/zip"`,
      'output = "/dev/null"',
      'silent',
      'show-error',
      'fail',
    ].join('\n'),
  );
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', 'curl -K -; code=$?; times; exit $code'], {
    input: config.join('\nnext\n'),
    encoding: 'utf8',
  });
  const wallMs = performance.now() - begun;
  if (status !== 0) throw new Error(`curl ended with ${status}: ${stderr}`);
  return { wallMs, cpuMs: cpuOfChildren(stdout) };
}

/** What `times` of a shell prints last: minutes and seconds of its children, as user and in the system; in ms. */
function cpuOfChildren(times: string): number {
  const last = times.trim().split('\n').at(-1) ?? '';
  return sum(
    [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(
      ([, minutes, seconds]) => (Number(minutes) * 60 + Number(seconds)) * 1000,
    ),
  );
}
