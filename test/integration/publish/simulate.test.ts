import { expect, onTestFinished, test } from 'vitest';
import { type DemoServer, startDemoServer } from '../../../electron/demo/server.ts';
import {
  addBranch,
  addLicense,
  addProduct,
  addRelease,
  addTeam,
  createState,
  type DemoRelease,
  type DemoState,
  type DemoTeam,
} from '../../../electron/demo/state.ts';
import { indexReleases } from '../../../electron/publish/batch/imagined-server.ts';
import { type PlayedStep, type Simulation, simulate } from '../../../electron/publish/batch/simulate.ts';
import { objectOfKey } from '../../../electron/publish/preflight/storage.ts';
import { requestOf } from '../../../electron/publish/request.ts';
import { createChance } from '../../support/chance.ts';
import { askLukittu } from '../../support/demo-requests.ts';
import { contentOf, type RandomBatch, randomBatch, storedContentOf } from '../../support/random-batch.ts';

const batches = 60;

test('a play comes out as it does on a server: what is refused, what is latest, what lies in the storage', async () => {
  const state = createState();
  const demo = await startDemoServer({ state, limit: 'none' });
  onTestFinished(() => demo.close());
  let refused = 0;
  let harmed = 0;
  for (let seed = 1; seed <= batches; seed += 1) {
    const batch = randomBatch(createChance(seed));
    const team = fill(state, batch);
    const play = simulate(batch.drafts, {
      index: indexReleases(batch.releases),
      branches: batch.branches,
      blocked: new Set(),
    });
    const created = await publish(demo, team, play);
    expect(heldBy(demo, team), `seed ${seed}`).toEqual(imagined(batch, play, created));
    refused += play.steps.filter(({ outcome }) => outcome.is === 'refused').length;
    harmed += play.harmed.size;
  }
  expect(refused).toBeGreaterThan(batches / 2);
  expect(harmed).toBeGreaterThan(batches / 6);
});

/** A team of its own for each batch: ids are unique in a team only. */
function fill(state: DemoState, { releases, branches, licenseId }: RandomBatch): DemoTeam {
  const team = addTeam(state);
  const productId = releases[0]?.productId ?? '';
  addProduct(team, { id: productId, name: 'Plugin' });
  for (const branch of branches) addBranch(team, branch);
  addLicense(team, { id: licenseId, productIds: [productId] });
  for (const { file, ...release } of releases) {
    addRelease(state, team, {
      ...release,
      lastSeenAt: null,
      file: file && {
        name: file.name,
        bytes: Buffer.from(storedContentOf(file.key)),
        key: `releases/${team.id}/${file.key}`,
      },
    });
  }
  return team;
}

/** Sends what the play would send, and holds each answer against it. Gives the ids of what was created. */
async function publish(
  demo: DemoServer,
  team: DemoTeam,
  { steps }: Simulation,
): Promise<Map<string, string>> {
  const created = new Map<string, string>();
  for (const step of steps) {
    if (step.outcome.is === 'nothing') continue;
    const before = new Set(team.releases.keys());
    const { status } = await send(demo, team, step);
    expect(status).toBe(expectedStatus(step));
    for (const id of team.releases.keys()) if (!before.has(id)) created.set(id, `new:${step.draft.id}`);
  }
  return created;
}

function send(demo: DemoServer, team: DemoTeam, { draft, merged }: PlayedStep) {
  const request = requestOf(draft, merged);
  const file = request.artifact ? new File([contentOf(draft)], request.artifact.name) : undefined;
  return askLukittu(
    { ...demo, teamId: team.id },
    {
      method: request.call === 'create' ? 'POST' : 'PUT',
      path: request.call === 'create' ? '/releases' : `/releases/${request.releaseId}`,
      key: team.apiKey,
      form: { data: request.data, file },
    },
  );
}

function expectedStatus({ outcome, draft }: PlayedStep): number {
  if (outcome.is === 'refused') return outcome.refusal.because === 'version-taken' ? 409 : 400;
  return draft.releaseId === null ? 201 : 200;
}

/** Whoever serves other bytes than it was given. */
const wrongFile = 'not its own file';

function heldBy(demo: DemoServer, team: DemoTeam) {
  return [...team.releases.values()]
    .map((release) => ({
      ...factsOf(release),
      file: release.file && [release.file.name, objectOfKey(release.file.key), servedBy(demo, release.file)],
    }))
    .sort(byPlace);
}

function servedBy(demo: DemoServer, { key, checksum }: { key: string; checksum: string | null }): string {
  const stored = demo.state.objects.get(key);
  return stored?.md5 === checksum ? 'its own file' : wrongFile;
}

function imagined(batch: RandomBatch, { end, harmed }: Simulation, created: ReadonlyMap<string, string>) {
  const releases = new Map(batch.releases.map((release) => [release.id, release]));
  for (const { release } of end()) releases.set(release.id, release);
  expect([...created.values()].every((id) => releases.has(id))).toBe(true);
  return [...releases.values()]
    .map((release) => ({
      ...factsOf(release),
      file: release.file && [
        release.file.name,
        objectOfKey(release.file.key),
        harmed.has(release.id) ? wrongFile : 'its own file',
      ],
    }))
    .sort(byPlace);
}

type Facts = Pick<DemoRelease, 'branchId' | 'version' | 'status' | 'latest' | 'licenseIds'>;

function factsOf({ branchId, version, status, latest, licenseIds }: Facts) {
  return { branchId, version, status, latest, licenseIds };
}

function byPlace(a: Facts, b: Facts): number {
  return `${a.branchId} ${a.version}` < `${b.branchId} ${b.version}` ? -1 : 1;
}
