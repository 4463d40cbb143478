/** Puts an entry into a map that holds so many at most: the oldest makes room. */
export function keepNewest<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.set(key, value);
  for (const old of [...map.keys()].slice(0, -most)) map.delete(old);
}
