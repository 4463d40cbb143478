/** The keys from one to the other, both of them included, in whichever order they stand. */
export function between(keys: readonly string[], one: string | null, other: string): ReadonlySet<string> {
  const end = keys.indexOf(other);
  const start = one === null ? end : keys.indexOf(one);
  const from = start < 0 ? end : start;
  return new Set(keys.slice(Math.min(from, end), Math.max(from, end) + 1));
}

/** The marks with one put or taken away. */
export function toggled(marks: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(marks);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The marks with all of these keys put or, where every one is marked already, taken away; others stay. */
export function toggledAll(marks: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const all = new Set(keys);
  return howMany(marks, keys) === 'all' ? marks.difference(all) : marks.union(all);
}

/** How many of the keys are marked. */
export function howMany(marks: ReadonlySet<string>, keys: readonly string[]): 'none' | 'some' | 'all' {
  const marked = keys.filter((key) => marks.has(key)).length;
  return marked === 0 ? 'none' : marked === keys.length ? 'all' : 'some';
}
