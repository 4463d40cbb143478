import type { Draft } from '../../model/draft.ts';
import type { Branch, Release } from '../../model/release.ts';
import { atOnce, mapInPieces, type Pieces } from '../../pieces.ts';
import type { DraftFile } from '../../store/drafts.ts';
import { merge } from '../merge.ts';
import { extensionOf, objectName } from '../preflight/storage.ts';
import { type Meant, willBeLatest } from '../request.ts';
import { changesNothing } from '../verify.ts';
import {
  type ImaginedServer,
  imagineServer,
  objectOf,
  type Place,
  placeKey,
  type ReleaseIndex,
} from './imagined-server.ts';
import { createStoredObjects, type Harm } from './stored-objects.ts';

/** A draft as a batch looks at it. */
export interface BatchDraft extends Pick<Draft, 'id' | 'productId' | 'releaseId' | 'base' | 'fields'> {
  readonly file: DraftFile;
}

export interface Given {
  /** The releases of the products the drafts are of, as last seen. */
  readonly index: ReleaseIndex;
  readonly branches: readonly Branch[];
  /** Drafts that are not sent for reasons of their own. */
  readonly blocked: ReadonlySet<string>;
}

/** Why the server refuses a draft in this place: the version is held (step 10), or licenses go with latest (step 13). */
export type Refusal =
  | { readonly because: 'version-taken'; readonly holderId: string }
  | { readonly because: 'licenses-with-latest' };

export type Outcome =
  | { readonly is: 'published' }
  /** The server holds it already: no request is sent. */
  | { readonly is: 'nothing' }
  | { readonly is: 'blocked' }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** One draft, played as if all before it had been published. */
export interface PlayedStep {
  readonly draft: BatchDraft;
  readonly outcome: Outcome;
  /** The release as it would be found; null for one that is to be created. */
  readonly theirs: Release | null;
  /** What would be sent. */
  readonly merged: Meant;
  /** Every release that matters to the draft as the server would hold it, its own included: enough for preflight. */
  readonly neighbours: readonly Release[];
  readonly latest: readonly LatestChange[];
  readonly harms: readonly Harm[];
}

export interface LatestChange {
  readonly place: Place;
  readonly from: Release | null;
  readonly to: Release | null;
}

export interface Simulation {
  readonly steps: readonly PlayedStep[];
  /** Releases that end with the stored file of another, or without theirs, though they were not meant to. */
  readonly harmed: ReadonlySet<string>;
  /** What the server would hold at the end, where it differs, by id. */
  end(): readonly Ended[];
}

export interface Ended {
  readonly release: Release;
  /** Names what would be downloaded as its file, whatever the release says; null for nothing. */
  readonly content: string | null;
}

/** The id that a release to be created has while it is only imagined. */
export const imaginedId = (draft: Pick<BatchDraft, 'id' | 'releaseId'>): string =>
  draft.releaseId ?? `new:${draft.id}`;

/**
 * Plays drafts from first to last as the queue and the server would: each is merged with what those before it left,
 * refused where the server would refuse it (docs/lukittu.md, steps 10 and 13), and otherwise written, with all that
 * comes along: who is the latest, which versions are free, what lies in the storage. One that is refused or blocked
 * changes nothing, and the play goes on. Where others changed the server since a draft began, mine stands.
 */
export function simulate(drafts: readonly BatchDraft[], given: Given): Simulation {
  return atOnce(simulating(drafts, given));
}

/** As `simulate`, in pieces. */
export function* simulating(
  drafts: readonly BatchDraft[],
  { index, branches, blocked }: Given,
): Pieces<Simulation> {
  const server = imagineServer(index);
  const objects = createStoredObjects(index, server);

  const steps = yield* mapInPieces(drafts, 50, (draft): PlayedStep => {
    const theirs = draft.releaseId === null ? null : (server.get(draft.releaseId) ?? draft.base);
    const { merged } = merge(draft.base, theirs, draft, branches);
    const after = written(draft, theirs, merged, branches);
    const neighbours = neighboursOf(server, index, theirs, after);
    const unsent = { draft, theirs, merged, neighbours, latest: [], harms: [] };
    if (changesNothing(draft.base, theirs, merged)) return { ...unsent, outcome: { is: 'nothing' } };
    const refusal = refusalOf(server, theirs, after);
    if (refusal) return { ...unsent, outcome: { is: 'refused', refusal } };
    if (blocked.has(draft.id)) return { ...unsent, outcome: { is: 'blocked' } };

    const places = [...new Map([theirs ?? after, after].map((place) => [placeKey(place), place])).values()];
    const before = places.map((place) => server.latest(place));
    server.put(after);
    const latest = places.flatMap((place, nth): LatestChange[] => {
      const [from, to] = [before[nth] ?? null, server.latest(place)];
      return from?.id === to?.id ? [] : [{ place, from, to }];
    });
    const harms = objects.update(theirs, after, merged.file);
    return { ...unsent, outcome: { is: 'published' }, latest, harms };
  });

  const isHarmed = (id: string): boolean => {
    const release = server.get(id);
    return release !== null && !objects.isIntact(release);
  };
  const harmed = new Set(
    steps.flatMap(({ harms }) => harms.map(({ victimId }) => victimId)).filter(isHarmed),
  );
  const end = lazily(() => {
    const touched = new Set([...server.changed(), ...[...harmed].flatMap((id) => server.get(id) ?? [])]);
    const isAsBefore = (release: Release): boolean =>
      objects.isAsBefore(release) && JSON.stringify(release) === JSON.stringify(index.byId.get(release.id));
    return [...touched]
      .filter((release) => !isAsBefore(release))
      .map((release): Ended => ({ release, content: objects.contentOf(release) }))
      .sort((a, b) => (a.release.id < b.release.id ? -1 : 1));
  });
  return { steps, harmed, end };
}

/** Most plays are never asked how they end. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A creation is asked about its licenses before its version, an update the other way round. */
function refusalOf(server: ImaginedServer, theirs: Release | null, after: Release): Refusal | null {
  const holder = server.holder(after, after.version, after.id);
  const staysLatest = theirs?.latest === true && after.status === 'PUBLISHED';
  const clash = after.licenseIds.length > 0 && (after.latest || staysLatest);
  if (clash && (theirs === null || holder === null)) return { because: 'licenses-with-latest' };
  return holder && { because: 'version-taken', holderId: holder.id };
}

/** The release as the server would write it (step 20). */
function written(
  draft: BatchDraft,
  theirs: Release | null,
  { fields, file }: Meant,
  branches: readonly Branch[],
): Release {
  const { version, status, branchId, metadata, licenseIds } = fields;
  const branchName =
    theirs !== null && theirs.branchId === branchId
      ? theirs.branchName
      : (branches.find(({ id }) => id === branchId)?.name ?? null);
  const extension = file.kind === 'replace' ? (extensionOf(file.artifact.name) ?? file.artifact.name) : '';
  return {
    id: imaginedId(draft),
    productId: draft.productId,
    version,
    status,
    latest: willBeLatest(fields),
    branchId,
    branchName,
    metadata,
    licenseIds,
    file:
      file.kind === 'replace'
        ? {
            name: file.artifact.name,
            size: file.artifact.size,
            checksum: file.artifact.md5,
            key: objectName(draft.productId, version, extension),
            mainClassName: null,
          }
        : file.kind === 'keep'
          ? (theirs?.file ?? null)
          : null,
    createdAt: theirs?.createdAt ?? '',
    updatedAt: theirs?.updatedAt ?? '',
    lastSeenAt: theirs?.lastSeenAt ?? null,
  };
}

function neighboursOf(
  server: ImaginedServer,
  index: ReleaseIndex,
  theirs: Release | null,
  after: Release,
): Release[] {
  const objects = [theirs && objectOf(theirs), objectOf(after)];
  const found = [
    server.get(after.id),
    server.holder(after, after.version, after.id),
    server.latest(after),
    ...objects.flatMap((name) => (name === null ? [] : server.withObject(name))),
  ];
  const neighbours = new Map(found.flatMap((release) => (release ? [[release.id, release]] : [])));
  if (neighbours.size > 0) return [...neighbours.values()];
  // That a release is missing from the list shows only in a list that has another one.
  const other = index.anyOf.get(after.productId);
  return [other === undefined ? null : server.get(other)].flatMap((release) => release ?? []);
}
