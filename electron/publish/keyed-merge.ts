/** How the items of a list are told apart and compared. */
export interface Keying<T> {
  keyOf(item: T): string;
  same(a: T, b: T): boolean;
}

export interface KeyedConflict<T> {
  /** The item's key; with a number behind it for the second and later items of the same key. */
  readonly name: string;
  readonly base: T | undefined;
  readonly theirs: T | undefined;
  readonly mine: T | undefined;
}

export interface KeyedMerge<T> {
  readonly items: T[];
  readonly conflicts: KeyedConflict<T>[];
  /** What changed in theirs only, and was taken over. */
  readonly taken: KeyedConflict<T>[];
}

/**
 * Merges three versions of a list item by item. An item that only one side added, changed or removed is what that
 * side made of it; where both did something different, `choose` decides, and its absence (null) makes a conflict
 * in which mine stands for the time being. The order is theirs unless mine moved items; additions of the other
 * side stand behind the item they stood behind there.
 */
export function mergeKeyed<T>(
  base: readonly T[],
  theirs: readonly T[],
  mine: readonly T[],
  keying: Keying<T>,
  choose: (name: string) => 'mine' | 'theirs' | null,
): KeyedMerge<T> {
  // Most of the time nobody has changed anything meanwhile.
  if (isSameList(base, theirs, keying)) return { items: [...mine], conflicts: [], taken: [] };
  const sides = { base: named(base, keying), theirs: named(theirs, keying), mine: named(mine, keying) };
  const same = (a: T | undefined, b: T | undefined): boolean =>
    a === undefined || b === undefined ? a === b : keying.same(a, b);

  const kept = new Map<string, T>();
  const conflicts: KeyedConflict<T>[] = [];
  const taken: KeyedConflict<T>[] = [];
  for (const name of new Set([...sides.base.keys(), ...sides.theirs.keys(), ...sides.mine.keys()])) {
    const item = {
      name,
      base: sides.base.get(name),
      theirs: sides.theirs.get(name),
      mine: sides.mine.get(name),
    };
    let result = item.mine;
    if (same(item.mine, item.base)) {
      result = item.theirs;
      if (!same(item.theirs, item.base)) taken.push(item);
    } else if (!same(item.theirs, item.base) && !same(item.theirs, item.mine)) {
      const choice = choose(name);
      if (choice === null) conflicts.push(item);
      if (choice === 'theirs') result = item.theirs;
    }
    if (result !== undefined) kept.set(name, result);
  }
  return { items: inOrder(sides, kept), conflicts, taken };
}

function isSameList<T>(a: readonly T[], b: readonly T[], { keyOf, same }: Keying<T>): boolean {
  return (
    a.length === b.length &&
    a.every((item, at) => {
      const other = b[at];
      return other !== undefined && keyOf(item) === keyOf(other) && same(item, other);
    })
  );
}

/** The items by their names: the key, with a number behind it for the second and later ones of the same key. */
export function named<T>(items: readonly T[], keying: Pick<Keying<T>, 'keyOf'>): Map<string, T> {
  const result = new Map<string, T>();
  for (const item of items) {
    const key = keying.keyOf(item);
    let name = key;
    for (let nth = 2; result.has(name); nth += 1) name = `${key} (${nth})`;
    result.set(name, item);
  }
  return result;
}

function inOrder<T>(
  sides: Record<'base' | 'theirs' | 'mine', ReadonlyMap<string, T>>,
  kept: ReadonlyMap<string, T>,
): T[] {
  const [base, theirs, mine] = [[...sides.base.keys()], [...sides.theirs.keys()], [...sides.mine.keys()]];
  const basesOrder = base.filter((name) => sides.mine.has(name));
  const minesOrder = mine.filter((name) => sides.base.has(name));
  const moved = minesOrder.some((name, index) => name !== basesOrder[index]);
  const [leading, following] = moved ? [mine, theirs] : [theirs, mine];

  const order = leading.filter((name) => kept.has(name));
  const placed = new Set(order);
  let before: string | null = null;
  for (const name of following) {
    if (!kept.has(name)) continue;
    if (!placed.has(name)) {
      order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, name);
      placed.add(name);
    }
    before = name;
  }
  return order.flatMap((name) => {
    const item = kept.get(name);
    return item === undefined ? [] : [item];
  });
}
