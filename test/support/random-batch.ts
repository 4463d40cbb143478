import { createHash } from 'node:crypto';
import type { Branch, Release, StoredFile } from '../../electron/model/release.ts';
import type { BatchDraft } from '../../electron/publish/batch/simulate.ts';
import { objectName } from '../../electron/publish/preflight/storage.ts';
import { startingFields } from '../../electron/publish/request.ts';
import type { DraftFile } from '../../electron/store/drafts.ts';
import type { Chance } from './chance.ts';
import { exampleArtifact, exampleRelease } from './examples.ts';

/** A small product in which drafts get in each other's way as often as not. */
export interface RandomBatch {
  readonly releases: Release[];
  readonly branches: Branch[];
  readonly licenseId: string;
  readonly drafts: BatchDraft[];
}

const productId = 'cee40412-cfa3-488e-a46f-fb2cd7056268';
const idOf = (kind: number, nth: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const versions = ['1.0.0', '1.1.0', '1.2.0', '2.0.0'] as const;
const md5Of = (text: string): string => createHash('md5').update(text).digest('hex');

/** The bytes behind a random draft's artifact, and behind a stored file. */
export const contentOf = (draft: { id: string }): string => `the file of ${draft.id}`;
export const storedContentOf = (key: string): string => `stored under ${key}`;

/** Releases as a server can hold them, and at most one draft of each in any order. */
export function randomBatch(chance: Chance, { releaseCount = 4, newCount = 2 } = {}): RandomBatch {
  const branches = [{ id: idOf(1, 1), name: 'dev', productId }];
  const licenseId = idOf(2, 1);
  const places = [null, 'dev'].flatMap((name) =>
    versions.map((version) => ({ branch: branches.find((branch) => branch.name === name) ?? null, version })),
  );
  const latestOf = new Set<string | null>();
  const files = new Map<string, StoredFile>();
  const releases = shuffled(chance, places)
    .slice(0, releaseCount)
    .map(({ branch, version }, nth): Release => {
      const id = idOf(3, nth);
      const status = chance.next() < 0.8 ? 'PUBLISHED' : 'DRAFT';
      const branchId = branch?.id ?? null;
      const latest = status === 'PUBLISHED' && !latestOf.has(branchId) && chance.next() < 0.6;
      if (latest) latestOf.add(branchId);
      const file = randomFile(chance, version);
      // Those who share a key share the object, and it holds one content only.
      const stored = files.get(file.key) ?? file;
      files.set(file.key, stored);
      return exampleRelease({
        id,
        productId,
        version,
        status,
        latest,
        branchId,
        branchName: branch?.name ?? null,
        licenseIds: !latest && chance.next() < 0.1 ? [licenseId] : [],
        file: chance.next() < 0.7 ? stored : null,
      });
    });
  const bases = [...releases, ...Array.from({ length: newCount }, () => null)];
  const drafts = shuffled(chance, bases).map((base, nth) =>
    randomDraft(chance, base, nth, branches, licenseId),
  );
  return { releases, branches, licenseId, drafts };
}

function randomFile(chance: Chance, version: string): StoredFile {
  const extension = chance.pick(['zip', 'zip', 'bin']);
  const key = objectName(productId, version, extension);
  const content = storedContentOf(key);
  return {
    name: `app-${version}.${extension}`,
    size: content.length,
    checksum: md5Of(content),
    key,
    mainClassName: null,
  };
}

function randomDraft(
  chance: Chance,
  base: Release | null,
  nth: number,
  branches: readonly Branch[],
  licenseId: string,
): BatchDraft {
  const id = `draft-${nth}`;
  const start = startingFields(base);
  const moved = base === null || chance.next() < 0.5;
  const artifact = exampleArtifact({
    name: `new-${nth}.${chance.pick(['zip', 'zip', 'bin'])}`,
    size: contentOf({ id }).length,
    md5: md5Of(contentOf({ id })),
  });
  const file = chance.pick<DraftFile>([
    { kind: 'keep' },
    { kind: 'keep' },
    { kind: 'replace', artifact },
    { kind: 'replace', artifact },
    { kind: 'remove' },
  ]);
  return {
    id,
    productId,
    releaseId: base?.id ?? null,
    base,
    fields: {
      ...start,
      version: moved ? chance.pick(versions) : start.version,
      branchId: chance.next() < 0.8 ? start.branchId : chance.pick([null, branches[0]?.id ?? null]),
      status:
        chance.next() < (base === null ? 0 : 0.7)
          ? start.status
          : chance.pick(['PUBLISHED', 'PUBLISHED', 'ARCHIVED']),
      setAsLatest: chance.next() < 0.6 ? start.setAsLatest : chance.next() < 0.6,
      licenseIds: chance.next() < 0.85 ? start.licenseIds : [licenseId],
      metadata: chance.next() < 0.7 ? start.metadata : [{ key: 'note', value: id, locked: false }],
    },
    file: base === null && file.kind === 'remove' ? { kind: 'keep' } : file,
  };
}

function shuffled<T>(chance: Chance, items: readonly T[]): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(chance.below(rest.length), 1));
}
