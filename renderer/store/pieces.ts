import type { Result } from '../../electron/model/failure.ts';

/** A part of a list: so many, from its beginning or behind the one of this id. */
type Piece = { readonly after?: string; readonly count: number };
/** More than fit in a window, so that what is seen first comes first. */
const firstCount = 100;
/** Few enough for nobody to notice while they are read and handed over. */
const nextCount = 1000;

/**
 * Reads a long list part by part, so that neither process is busy with all of it at once; an item that comes again is
 * taken as it is then. Begins anew when the one to go on behind is not there any more.
 */
export async function readInPieces<T extends { readonly id: string }>(
  ask: (piece: Piece) => Promise<Result<readonly T[]>>,
): Promise<Result<readonly T[]>> {
  const items = new Map<string, T>();
  for (let after: string | undefined; ; ) {
    const piece = after === undefined ? { count: firstCount } : { after, count: nextCount };
    const part = await ask(piece);
    if (part.ok) {
      for (const item of part.value) items.set(item.id, item);
      if (part.value.length < piece.count) return { ok: true, value: [...items.values()] };
      after = part.value.at(-1)?.id;
    } else if (after !== undefined && part.failure.kind === 'not-known') {
      items.clear();
      after = undefined;
    } else return part;
  }
}
