import type { Release } from '../../model/release.ts';
import type { Pieces } from '../../pieces.ts';
import { words } from '../../texts/words.ts';
import { merge } from '../merge.ts';
import { type Meant, startingFields } from '../request.ts';
import { expectedOf } from '../verify.ts';
import { versionKey } from './imagined-server.ts';
import { type BatchDraft, type Given, type Simulation, simulating } from './simulate.ts';

export interface CompactBatch {
  readonly drafts: readonly BatchDraft[];
  /** What changes nothing where it stands. */
  readonly dropped: readonly string[];
  /** Several drafts of one release, or of one that is to be created, that became one: it has the id, and the place, of `into`. */
  readonly joined: readonly { readonly into: string; readonly draftIds: readonly string[] }[];
  /** Several drafts of one release that cannot become one. */
  readonly apart: readonly { readonly draftIds: readonly string[]; readonly reason: string }[];
}

/**
 * The same batch with fewer requests: several drafts of one release become one, the later on top of the earlier, and
 * what changes nothing is dropped. The server ends with exactly what it would end with otherwise, as a play shows;
 * drafts of one release that cannot be put together without another end stay apart. Drafts that would create the same
 * release are one too, since the server would refuse the second (step 10): what that one says more is taken along.
 */
export function* compacting(drafts: readonly BatchDraft[], given: Given): Pieces<CompactBatch> {
  const twins = yield* joinTwins(drafts, given);
  const { batch, joined, apart } = yield* joinEdits(twins.batch, given);
  const { steps } = yield* simulating(batch, given);
  const isIdle = new Set(steps.flatMap(({ draft, outcome }) => (outcome.is === 'nothing' ? [draft.id] : [])));
  return {
    drafts: batch.filter(({ id }) => !isIdle.has(id)),
    dropped: [...isIdle],
    joined: [...twins.joined, ...joined].filter(({ into }) => !isIdle.has(into)),
    apart,
  };
}

/** One draft for each release to be created: where the first stood, unless the server takes it only where the last did. */
function* joinTwins(drafts: readonly BatchDraft[], given: Given): Pieces<Pick<Joining, 'batch' | 'joined'>> {
  let batch = drafts;
  const joined: CompactBatch['joined'][number][] = [];
  for (const twins of severalOf(drafts, newReleaseOf)) {
    const first = joinedAt('first', batch, twins, given);
    const last = joinedAt('last', batch, twins, given);
    const place = (yield* refusals(last, given)) < (yield* refusals(first, given)) ? 'last' : 'first';
    batch = place === 'first' ? first : last;
    joined.push(joiningAt(place, twins));
  }
  return { batch, joined };
}

function* refusals(drafts: readonly BatchDraft[], given: Given): Pieces<number> {
  const { steps } = yield* simulating(drafts, given);
  return steps.filter(({ outcome }) => outcome.is === 'refused').length;
}

/** The same for drafts that would create the same release; null for others. */
function newReleaseOf({ releaseId, productId, fields }: BatchDraft): string | null {
  if (releaseId !== null || fields.version === '') return null;
  return versionKey({ productId, branchId: fields.branchId }, fields.version);
}

interface Joining {
  readonly batch: readonly BatchDraft[];
  readonly joined: CompactBatch['joined'];
  readonly apart: CompactBatch['apart'];
}

function* joinEdits(drafts: readonly BatchDraft[], given: Given): Pieces<Joining> {
  const groups = severalOf(drafts, ({ releaseId }) => releaseId);
  if (groups.length === 0) return { batch: drafts, joined: [], apart: [] };
  const meant = endOf(yield* simulating(drafts, given));
  for (const place of places) {
    const batch = groups.reduce((rest, edits) => joinedAt(place, rest, edits, given), drafts);
    if (endOf(yield* simulating(batch, given)) === meant) {
      return { batch, joined: groups.map((edits) => joiningAt(place, edits)), apart: [] };
    }
  }
  return yield* joinOneByOne(drafts, groups, given);
}

/** Where one draft in place of several stands: most often where the last did. */
const places = ['last', 'first'] as const;
type Place = (typeof places)[number];

function* joinOneByOne(
  drafts: readonly BatchDraft[],
  groups: readonly Edits[],
  given: Given,
): Pieces<Joining> {
  let batch = drafts;
  const joined: CompactBatch['joined'][number][] = [];
  const apart: CompactBatch['apart'][number][] = [];
  for (const edits of groups) {
    const [{ productId }] = edits;
    const meant = endOf(yield* simulating(ofProduct(batch, productId), given));
    let place: Place | undefined;
    for (const candidate of places) {
      const joinedHere = joinedAt(candidate, ofProduct(batch, productId), edits, given);
      if (place === undefined && endOf(yield* simulating(joinedHere, given)) === meant) place = candidate;
    }
    if (place === undefined) {
      apart.push({ draftIds: edits.map(({ id }) => id), reason: words().batches.endDifferently });
    } else {
      batch = joinedAt(place, batch, edits, given);
      joined.push(joiningAt(place, edits));
    }
  }
  return { batch, joined, apart };
}

/** Products have nothing to do with each other, and one of them is played faster than all. */
const ofProduct = (drafts: readonly BatchDraft[], productId: string): BatchDraft[] =>
  drafts.filter((draft) => draft.productId === productId);

type Edits = readonly [BatchDraft, BatchDraft, ...BatchDraft[]];

/** The drafts that have their key in common with others, by key. */
function severalOf(drafts: readonly BatchDraft[], keyOf: (draft: BatchDraft) => string | null): Edits[] {
  const groups = new Map<string, BatchDraft[]>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  return [...groups.values()].flatMap(([first, second, ...others]): Edits[] =>
    first && second ? [[first, second, ...others]] : [],
  );
}

function joiningAt(place: Place, edits: Edits): CompactBatch['joined'][number] {
  return { into: placeholder(place, edits).id, draftIds: edits.map(({ id }) => id) };
}

function joinedAt(
  place: Place,
  drafts: readonly BatchDraft[],
  edits: Edits,
  given: Given,
): readonly BatchDraft[] {
  const [first, ...later] = edits;
  const one = later.reduce((joined, edit) => onTop(joined, edit, given), first);
  const stands = placeholder(place, edits);
  return drafts.flatMap((draft) => {
    if (draft === stands) return [{ ...one, id: stands.id }];
    return edits.includes(draft) ? [] : [draft];
  });
}

const placeholder = (place: Place, edits: Edits): BatchDraft =>
  place === 'first' ? edits[0] : (edits.at(-1) ?? edits[0]);

/** Two drafts of one release as one: the earlier brought to the base of the later, the later merged onto it. */
function onTop(earlier: BatchDraft, later: BatchDraft, { branches }: Given): BatchDraft {
  const base = later.base ?? blank(later);
  const brought = merge(earlier.base, base, earlier, branches).merged;
  const { merged } = merge(base, asRelease(base, brought), later, branches);
  return { ...later, fields: merged.fields, file: merged.file.kind === 'keep' ? brought.file : merged.file };
}

/** What a new release starts from. */
function blank({ productId }: BatchDraft): Release {
  const { setAsLatest: latest, ...fields } = startingFields(null);
  const unknown = { id: '', createdAt: '', updatedAt: '', lastSeenAt: null };
  return { ...unknown, productId, ...fields, latest, branchName: null, file: null };
}

/** What an earlier draft means, in the shape of what others changed meanwhile. */
function asRelease(base: Release, meant: Meant): Release {
  const { setAsLatest, ...fields } = meant.fields;
  const facts = expectedOf(base, meant).file;
  return {
    ...base,
    ...fields,
    latest: setAsLatest,
    file: facts && { key: '', mainClassName: null, ...base.file, ...facts },
  };
}

const endOf = ({ end }: Simulation): string => JSON.stringify(end());
