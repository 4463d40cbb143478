import type { License } from '../../../electron/model/release.ts';
import { shortId } from '../../format.ts';
import { texts } from '../../texts/texts.ts';

/** What a license is called: its customer and the beginning of its id. */
export function licenseName(id: string, license: License | undefined): string {
  if (license === undefined) return shortId(id);
  return `${customerName(license)} (${shortId(id)})`;
}

export function customerName({ customer }: License): string {
  return customer ?? texts.licenses.unnamed;
}
