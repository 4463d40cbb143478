/** Where a key moves the selection from `index` (-1: nothing is selected); null for keys that do not move it. */
export function nextIndex(key: string, index: number, length: number, page: number): number | null {
  const last = length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return index < 0 ? last : Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, Math.max(0, index) + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
