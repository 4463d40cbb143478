import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type { Branch, Release } from '../../electron/model/release.ts';
import { call } from '../api.ts';
import { indexReleases, type ReleaseEntry } from './release-order.ts';

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
  const answer = await call('releases.refresh', { connectionId, productId });
  if (!isShown(connectionId, productId)) return;
  if (answer.ok) adopt(answer.value.items, answer.value.readAt);
  useReleases.setState({ refreshing: false, known: true, failure: answer.ok ? null : answer.failure });
  await rereadBranches();
}

/** Reads again what the main process has stored of a product, if that product is shown. */
export async function rereadReleases(connectionId: string, productId: string): Promise<void> {
  if (!isShown(connectionId, productId) || useReleases.getState().refreshing) return;
  const seen = await call('releases.list', { connectionId, productId });
  if (!isShown(connectionId, productId)) return;
  if (!seen.ok) return useReleases.setState({ failure: seen.failure });
  adopt(seen.value.items, seen.value.readAt);
  await rereadBranches();
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
  const seen = await call('releases.list', { connectionId, productId });
  return seen.ok ? (seen.value.items.find(({ id }) => id === releaseId) ?? null) : null;
}

function adopt(items: readonly Release[], readAt: string | null): void {
  useReleases.setState({ entries: indexReleases(items), readAt, known: readAt !== null });
}

function isShown(connectionId: string, productId: string): boolean {
  const shown = useReleases.getState();
  return shown.connectionId === connectionId && shown.productId === productId;
}
