import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type { Branch, Release } from '../../electron/model/release.ts';
import { call } from '../api.ts';
import { isFirstLook } from './list-view.ts';
import { readInPieces } from './pieces.ts';
import { indexReleases, type ReleaseEntry, withReleases } from './release-order.ts';

type Releases = {
  readonly connectionId: string | null;
  readonly productId: string | null;
  readonly entries: readonly ReleaseEntry[];
  readonly branches: readonly Branch[];
  /** When the server was last read (ISO 8601); null when it never was. */
  readonly readAt: string | null;
  /** False until what is stored has been looked at. */
  readonly known: boolean;
  readonly refreshing: boolean;
  /** Why the last reading failed; null when it did not. */
  readonly failure: Failure | null;
};

const none: Releases = {
  connectionId: null,
  productId: null,
  entries: [],
  branches: [],
  readAt: null,
  known: false,
  refreshing: false,
  failure: null,
};

/** The releases of the product that is shown. */
export const useReleases = create<Releases>(() => none);

/** Shows a product's releases: those last seen at once, then what the server says. */
export async function openReleases(connectionId: string | null, productId: string | null): Promise<void> {
  const { connectionId: shownConnection, productId: shownProduct } = useReleases.getState();
  if (connectionId === shownConnection && productId === shownProduct) return;
  useReleases.setState({ ...none, connectionId, productId });
  if (connectionId === null || productId === null) return;
  await rereadReleases(connectionId, productId);
  await refreshReleases();
}

/** Reads the shown product's releases again from the server. */
export async function refreshReleases(): Promise<void> {
  const { connectionId, productId, refreshing } = useReleases.getState();
  if (connectionId === null || productId === null || refreshing) return;
  useReleases.setState({ refreshing: true });
  const answer = await call('releases.refresh', { connectionId, productId, count: 1 });
  if (!isShown(connectionId, productId)) return;
  if (answer.ok && (answer.value.isNew || !useReleases.getState().known)) {
    await rereadReleases(connectionId, productId);
    if (!isShown(connectionId, productId)) return;
  }
  useReleases.setState({
    refreshing: false,
    known: true,
    failure: answer.ok ? null : answer.failure,
    ...(answer.ok && { readAt: answer.value.readAt }),
  });
}

/** Reads again what the main process has stored of a product, if that product is shown. */
async function rereadReleases(connectionId: string, productId: string): Promise<void> {
  if (!isShown(connectionId, productId)) return;
  reading += 1;
  isReading = true;
  const mine = reading;
  const isWanted = () => mine === reading && isShown(connectionId, productId);
  let readAt: string | null = null;
  // Asked first, so that their names are there when the first releases are drawn.
  const branches = rereadBranches();
  const answer = await readInPieces(async (piece) => {
    const part = await call('releases.list', { connectionId, productId, ...piece });
    if (!part.ok) return part;
    const { items } = part.value;
    ({ readAt } = part.value);
    if (piece.after === undefined && isWanted()) showHead(items, readAt);
    return { ok: true, value: items };
  });
  if (!isWanted()) return;
  isReading = false;
  if (!answer.ok) return useReleases.setState({ failure: answer.failure });
  useReleases.setState({ entries: indexReleases(answer.value), readAt, known: readAt !== null });
  await branches;
}

/**
 * Some releases of a product have changed; null: any of them. Asks what has become of them, and answers how to show it:
 * together with what else has come of it.
 */
export async function followReleases(
  connectionId: string,
  productId: string,
  releaseIds: readonly string[] | null,
): Promise<() => void> {
  const nothing = () => undefined;
  if (!isShown(connectionId, productId)) return nothing;
  if (releaseIds === null) {
    // Who reads them from the server knows what that brings.
    if (!useReleases.getState().refreshing) await rereadReleases(connectionId, productId);
    return nothing;
  }
  const changed = await call('releases.some', { connectionId, releaseIds: [...releaseIds] });
  if (!changed.ok) return nothing;
  return () => {
    if (!isShown(connectionId, productId)) return;
    // What is being read may be from before.
    if (isReading) return void rereadReleases(connectionId, productId);
    useReleases.setState(({ entries }) => ({ entries: withReleases(entries, changed.value) }));
    void rereadBranches();
  };
}

/** Reads again the branches the app knows of the shown product. */
export async function rereadBranches(): Promise<void> {
  const { connectionId, productId } = useReleases.getState();
  if (connectionId === null || productId === null) return;
  const branches = await call('branches.list', { connectionId, productId });
  if (branches.ok && isShown(connectionId, productId)) useReleases.setState({ branches: branches.value });
}

/** A release of the product that is shown. */
export function shownRelease(connectionId: string, productId: string, releaseId: string): Release | null {
  if (!isShown(connectionId, productId)) return null;
  return useReleases.getState().entries.find(({ release }) => release.id === releaseId)?.release ?? null;
}

/** One release as last read, whichever product is shown; null when it is not known. */
export async function findRelease(
  connectionId: string,
  productId: string,
  releaseId: string,
): Promise<Release | null> {
  const shown = shownRelease(connectionId, productId, releaseId);
  if (shown !== null) return shown;
  const found = await call('releases.some', { connectionId, releaseIds: [releaseId] });
  return found.ok ? (found.value[0] ?? null) : null;
}

/** Which reading of the list is the newest, and whether it is under way. */
let reading = 0;
let isReading = false;

/** The newest releases come first: where they are what the list begins with, nobody has to wait for the rest. */
function showHead(items: readonly Release[], readAt: string | null): void {
  if (useReleases.getState().entries.length > 0 || items.length === 0 || !isFirstLook()) return;
  useReleases.setState({ entries: indexReleases(items), readAt });
}

function isShown(connectionId: string, productId: string): boolean {
  const shown = useReleases.getState();
  return shown.connectionId === connectionId && shown.productId === productId;
}
