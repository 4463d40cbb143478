import type { Release, StoredFile } from '../../electron/model/release.ts';
import { releaseStatuses } from '../../electron/model/release-status.ts';
import type { Meant } from '../../electron/publish/request.ts';
import type { Chance } from './chance.ts';
import { exampleArtifact, exampleRelease } from './examples.ts';

/** Releases and drafts out of few values, so that they often agree, often differ, and often collide. */

export function randomRelease(chance: Chance): Release {
  const branchId = chance.pick([null, 'branch-1', 'branch-2']);
  return exampleRelease({
    version: chance.pick(['1.0.0', '1.1.0', '2.0.0']),
    status: chance.pick(releaseStatuses),
    latest: chance.below(2) === 0,
    branchId,
    branchName: branchId,
    metadata: randomMetadata(chance),
    licenseIds: someOf(chance, ['license-1', 'license-2', 'license-3']),
    file: chance.pick([null, fileOf('a'), fileOf('b')]),
    updatedAt: new Date(chance.below(1e12)).toISOString(),
  });
}

export function randomMeant(chance: Chance): Meant {
  const release = randomRelease(chance);
  return { fields: fieldsOf(release), file: randomFile(chance) };
}

/** What a draft that changes nothing of the release means. */
export function unchanged(release: Release): Meant {
  return { fields: fieldsOf(release), file: { kind: 'keep' } };
}

function fieldsOf({ version, status, latest, branchId, metadata, licenseIds }: Release): Meant['fields'] {
  return { version, status, setAsLatest: latest, branchId, metadata, licenseIds };
}

function randomFile(chance: Chance): Meant['file'] {
  const name = chance.pick(['a', 'c']);
  const artifact = exampleArtifact({ name: `${name}.zip`, md5: name.repeat(32), size: 100 });
  return chance.pick<Meant['file']>([{ kind: 'keep' }, { kind: 'remove' }, { kind: 'replace', artifact }]);
}

function fileOf(name: string): StoredFile {
  return { name: `${name}.zip`, size: 100, checksum: name.repeat(32), key: name, mainClassName: null };
}

function randomMetadata(chance: Chance): Release['metadata'] {
  return someOf(chance, ['channel', 'build', 'notes', 'build']).map((key) => ({
    key,
    value: chance.pick(['1', '2']),
    locked: chance.below(4) === 0,
  }));
}

function someOf<T>(chance: Chance, items: readonly T[]): T[] {
  const chosen = items.filter(() => chance.below(2) === 0);
  return chance.below(2) === 0 ? chosen : chosen.toReversed();
}
