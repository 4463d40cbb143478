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
