/** Something the palette can bring up or do. */
export type PaletteEntry = {
  /** Unique among all entries. */
  readonly id: string;
  readonly kind: PaletteKind;
  readonly text: string;
  /** Tells apart what is called the same: a branch, a product. */
  readonly second: string;
  /** Electron accelerator, for a command that has one. */
  readonly accelerator: string | null;
  /** Why a command cannot be carried out now, as a sentence; null when it can. Nobody looks for it by that. */
  readonly why: string | null;
  readonly run: () => void;
};

export type PaletteKind = 'command' | 'release' | 'draft' | 'batch' | 'product' | 'team';

/** So many are shown: more would not be read. */
export const mostShown = 50;

/**
 * The entries in which every word of the text is found, the best first: those whose text begins with it, then those
 * with a word that does, then the rest. Without a text, the commands.
 */
export function findEntries(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return entries.filter(({ kind }) => kind === 'command');
  const words = wanted.split(/\s+/);
  const found: { readonly entry: PaletteEntry; readonly rank: number }[] = [];
  for (const entry of entries) {
    const name = entry.text.toLowerCase();
    const all = `${name} ${entry.second.toLowerCase()}`;
    if (words.every((word) => all.includes(word))) found.push({ entry, rank: rankOf(name, wanted) });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostShown)
    .map(({ entry }) => entry);
}

/** 0 for the best. */
function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (` ${name}`.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : 4;
}
