import type { DraftPart } from '../../../electron/model/draft.ts';

/** Where the findings about a part stand in the page: what describes its control. */
export function findingsId(part: DraftPart): string {
  return `findings-${part}`;
}

/** Where a part stands in the page: what a finding leads to. */
export function partId(part: DraftPart): string {
  return `part-${part}`;
}

/** Brings a part into view, or what is found about one that is no field, and focuses the first thing in it. */
export function goToPart(part: DraftPart): void {
  const place = document.getElementById(partId(part)) ?? document.getElementById(findingsId(part));
  if (place === null) return;
  place.scrollIntoView({ block: 'center' });
  place
    .querySelector<HTMLElement>('input:not([hidden]):not(:disabled), button:not(:disabled)')
    ?.focus({ preventScroll: true });
}
