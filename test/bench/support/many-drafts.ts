import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/clock.ts';
import type { Connection } from '../../../electron/model/connection.ts';
import type { Release, ReleaseStatus } from '../../../electron/model/release.ts';
import { takeIn } from '../../../electron/publish/artifact.ts';
import { startingFields } from '../../../electron/publish/request.ts';
import { openArtifactVault } from '../../../electron/store/artifact-vault.ts';
import { openStore } from '../../../electron/store/database.ts';
import { createDraftStore, type StoredDraft } from '../../../electron/store/drafts.ts';

/** Every so manyth draft has a file of its own, which lies where it was dropped from. */
const withFile = 10;
const artifactCount = 20;
/** So many also archive their release. */
const archiving = 1000;
const note = { key: 'end-of-life', value: '2027-01-01', locked: false };

interface ManyDrafts {
  readonly dataFolder: string;
  /** Where the dropped files are. */
  readonly builds: string;
  readonly connection: Connection;
  readonly releases: readonly Release[];
}

/** Puts a draft of each release in a data folder that no app is open on: the last release's is the newest. */
export async function putDrafts({ dataFolder, builds, connection, releases }: ManyDrafts): Promise<void> {
  const vault = await openArtifactVault(join(dataFolder, 'artifacts'), { clock: systemClock });
  const taken: Awaited<ReturnType<typeof takeIn>>[] = [];
  for (let index = 0; index < artifactCount; index += 1) {
    const path = join(builds, `build-${index}.zip`);
    writeFileSync(path, randomBytes(100_000));
    taken.push(await takeIn(vault, { path }, { clock: systemClock }));
  }
  const store = openStore(dataFolder, systemClock);
  const drafts = createDraftStore(store);
  const unarchived = releases.filter(({ status }) => status !== 'ARCHIVED').slice(0, archiving);
  const toArchive = new Set(unarchived);
  store.transaction(() => {
    for (const [index, release] of releases.entries()) {
      const file = index % withFile === 0 ? taken[index % artifactCount] : undefined;
      const start = startingFields(release);
      const status: ReleaseStatus = toArchive.has(release) ? 'ARCHIVED' : start.status;
      const at = new Date(Date.now() - (releases.length - index) * 1000).toISOString();
      const draft: StoredDraft = {
        id: `draft-${index}`,
        connectionId: connection.id,
        productId: release.productId,
        releaseId: release.id,
        base: release,
        fields: { ...start, status, metadata: [...start.metadata, note] },
        file: file ? { kind: 'replace', artifact: file.artifact } : { kind: 'keep' },
        source: file?.source ?? null,
        createdAt: at,
        updatedAt: at,
      };
      drafts.insert(draft);
    }
  });
  store.close();
}
