import type { Finding } from '../../model/draft.ts';
import { words } from '../../texts/words.ts';
import { willBeLatest } from '../request.ts';
import { licensesInWords } from '../words.ts';
import { blocks, type Checked, warns } from './rule.ts';

/** So many the server takes (step 5). */
export const mostLicenses = 30;

export function licenseCount({ draft: { fields } }: Checked): Finding[] {
  if (fields.licenseIds.length <= mostLicenses) return [];
  return [
    blocks(
      'licenses-too-many',
      'licenses',
      words().findings.licenses.tooMany(fields.licenseIds.length, mostLicenses),
    ),
  ];
}

/** An id given twice counts as one that does not exist (step 12). */
export function licensesTwice({ draft: { fields }, known }: Checked): Finding[] {
  const once = [...new Set(fields.licenseIds)];
  if (once.length === fields.licenseIds.length) return [];
  const twice = once.filter((id) => fields.licenseIds.indexOf(id) !== fields.licenseIds.lastIndexOf(id));
  return [
    blocks(
      'licenses-twice',
      'licenses',
      words().findings.licenses.twice(licensesInWords(twice, known.licenses ?? [])),
      { label: words().findings.licenses.keepOnce, change: { fields: { licenseIds: once } } },
    ),
  ];
}

/** Licenses must exist (step 12). What the release holds on the server now exists, whether it was listed or not. */
export function licensesUnknown({ draft: { fields }, known, server }: Checked): Finding[] {
  if (known.licenses === null) return [];
  const ids = new Set([...known.licenses.map(({ id }) => id), ...(server?.licenseIds ?? [])]);
  const unknown = [...new Set(fields.licenseIds.filter((id) => !ids.has(id)))];
  if (unknown.length === 0) return [];
  return [
    warns(
      'licenses-unknown',
      'licenses',
      words().findings.licenses.unknown(unknown.length, licensesInWords(unknown, [])),
      {
        label: words().findings.licenses.removeUnknown(unknown.length),
        change: { fields: { licenseIds: fields.licenseIds.filter((id) => ids.has(id)) } },
      },
    ),
  ];
}

/** Licenses and "latest" exclude each other, also for what the release is now (step 13). */
export function licensesWithLatest({ draft: { fields }, server }: Checked): Finding[] {
  if (fields.licenseIds.length === 0) return [];
  const fix = { label: words().findings.licenses.removeAll, change: { fields: { licenseIds: [] } } };
  if (willBeLatest(fields)) {
    return [blocks('licenses-with-latest', 'licenses', words().findings.licenses.withLatest, fix)];
  }
  if (server?.latest !== true || fields.status !== 'PUBLISHED') return [];
  return [blocks('licenses-on-latest', 'licenses', words().findings.licenses.onLatest, fix)];
}
