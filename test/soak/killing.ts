import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { addProduct, addRelease, addTeam, createState, type DemoRelease } from '../../electron/demo/state.ts';
import { soakBatch } from './batch.ts';

/** What one batch went through, and what is wrong with the outcome: nothing, when all is as it must be. */
export interface SoakRun {
  readonly kills: number;
  /** Kills while a request was under way: the ones that matter. */
  readonly killsInFlight: number;
  readonly faults: readonly string[];
}

/** Lives of the app that are cut short, at most; then it is left to finish. */
const mostKills = 6;
/** A life is cut at a random moment up to this many ms. */
const longestLifeMs = 1500;
/** A life that ends by itself ends within this many ms. */
const patienceMs = 60_000;
const artifactBytes = 400_000;

/**
 * Publishes a batch of eight with the process killed (SIGKILL) at random moments and started again until it is done,
 * then holds the server's side against what was meant.
 *
 * @param random at least 0, less than 1
 */
export async function runWithKills(random: () => number): Promise<SoakRun> {
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-soak-'));
  const { demo, releases } = await startServer();
  const artifacts = makeArtifacts(folder);
  let kills = 0;
  let killsInFlight = 0;
  const said: string[] = [];
  try {
    for (;;) {
      const life = startPublisher(folder, demo, (line) => said.push(line));
      const end = once(life, 'exit').then(([code]) => Number(code ?? -1));
      const cut = kills < mostKills ? random() * longestLifeMs : patienceMs;
      const code = await Promise.race([end, after(cut)]);
      if (code === 0) break;
      if (code !== null)
        return { kills, killsInFlight, faults: [`the app ended with ${code}: ${said.join(' ')}`] };
      if (kills === mostKills) return { kills, killsInFlight, faults: [`not done after ${patienceMs} ms`] };
      if (demo.requests.some(({ method, outcome }) => method === 'PUT' && outcome === 'working'))
        killsInFlight += 1;
      life.kill('SIGKILL');
      await end;
      kills += 1;
      await demo.settled();
    }
    return { kills, killsInFlight, faults: check(demo, releases, artifacts, said) };
  } finally {
    await demo.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer(): Promise<{ demo: DemoServer; releases: DemoRelease[] }> {
  const state = createState();
  const team = addTeam(state);
  const { id: productId } = addProduct(team, { name: 'Soak' });
  const releases = soakBatch.map(({ version }) =>
    addRelease(state, team, {
      productId,
      version,
      file: { name: 'old.zip', bytes: Buffer.from(`old ${version}`) },
    }),
  );
  // Slow enough that a kill hits a request now and then, in every part of it.
  const demo = await startDemoServer({ state, limit: 'none' });
  demo.faults.add({
    method: 'PUT',
    times: 'always',
    at: 'body',
    effect: { kind: 'slow', bytesPerSecond: 8_000_000 },
  });
  demo.faults.add({ method: 'PUT', times: 'always', at: 'answer', effect: { kind: 'delay', ms: 30 } });
  return { demo, releases };
}

function makeArtifacts(folder: string): Map<string, { size: number; md5: string }> {
  mkdirSync(join(folder, 'artifacts'));
  return new Map(
    soakBatch.flatMap(({ file }) => {
      if (file === null) return [];
      const bytes = randomBytes(artifactBytes);
      writeFileSync(join(folder, 'artifacts', file), bytes);
      return [[file, { size: bytes.length, md5: createHash('md5').update(bytes).digest('hex') }]];
    }),
  );
}

function startPublisher(folder: string, demo: DemoServer, hear: (line: string) => void) {
  const script = join(import.meta.dirname, 'publisher.ts');
  const data = join(folder, 'data');
  const args = [script, data, join(folder, 'artifacts'), demo.origin, demo.teamId, demo.apiKey];
  const life = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  life.stdout.on('data', (text) => hear(String(text)));
  life.stderr.on('data', (text) => hear(String(text)));
  return life;
}

/** Every draft published exactly as meant, once, and no file lost that the app has not named. */
function check(
  demo: DemoServer,
  releases: readonly DemoRelease[],
  artifacts: ReadonlyMap<string, { size: number; md5: string }>,
  said: readonly string[],
): string[] {
  const faults: string[] = [];
  for (const [index, change] of soakBatch.entries()) {
    const release = releases[index];
    if (!release) continue;
    const { version, status, metadata, file } = release;
    const fields = { status, metadata: metadata.map(({ key, value, locked }) => ({ key, value, locked })) };
    if (JSON.stringify(fields) !== JSON.stringify(change.fields))
      faults.push(`${version}: ${JSON.stringify(fields)}`);
    const meant = change.file === null ? undefined : artifacts.get(change.file);
    if (file === null && !said.join('').includes('has lost'))
      faults.push(`${version}: its file is gone, and nobody said so`);
    if (meant && file?.checksum !== meant.md5)
      faults.push(`${version}: another file: ${JSON.stringify(file)}`);
    if (!meant && file?.name !== 'old.zip') faults.push(`${version}: the old file was not kept`);
    const sent = demo.requests.filter(({ method, path }) => method === 'PUT' && path.includes(release.id));
    const applied = sent.filter((request) => request.applied).length;
    const whole = sent.filter(({ outcome }) => outcome !== 'client-gone').length;
    if (applied !== 1) faults.push(`${version}: applied ${applied} times`);
    if (whole > 1) faults.push(`${version}: sent ${whole} times besides what was cut off`);
  }
  return faults;
}

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(resolve, ms, null).unref());
