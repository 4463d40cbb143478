import type { Finding } from '../../model/draft.ts';
import { willBeLatest } from '../request.ts';
import { counted, licensesInWords } from '../words.ts';
import { blocks, type Checked, warns } from './rule.ts';

/** So many the server takes (step 5). */
export const mostLicenses = 30;

export function licenseCount({ draft: { fields } }: Checked): Finding[] {
  if (fields.licenseIds.length <= mostLicenses) return [];
  return [
    blocks(
      'licenses-too-many',
      'licenses',
      `The release is restricted to ${fields.licenseIds.length} licenses; the server takes up to ${mostLicenses}.`,
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
      `In the list more than once: ${licensesInWords(twice, known.licenses ?? [])}. The server refuses that.`,
      { label: 'Keep each once', change: { fields: { licenseIds: once } } },
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
      `${counted(unknown.length, 'license')} not among those last seen: ${licensesInWords(unknown, [])}. ` +
        'If it was deleted, the server refuses the update.',
      {
        label: unknown.length === 1 ? 'Remove it' : 'Remove them',
        change: { fields: { licenseIds: fields.licenseIds.filter((id) => ids.has(id)) } },
      },
    ),
  ];
}

/** Licenses and "latest" exclude each other, also for what the release is now (step 13). */
export function licensesWithLatest({ draft: { fields }, server }: Checked): Finding[] {
  if (fields.licenseIds.length === 0) return [];
  const fix = { label: 'Remove the licenses', change: { fields: { licenseIds: [] } } };
  if (willBeLatest(fields)) {
    return [
      blocks(
        'licenses-with-latest',
        'licenses',
        'A release that is restricted to licenses cannot be the latest: the server refuses both together.',
        fix,
      ),
    ];
  }
  if (server?.latest !== true || fields.status !== 'PUBLISHED') return [];
  return [
    blocks(
      'licenses-on-latest',
      'licenses',
      'This is the latest release now, and the server does not restrict it to licenses in the same update that ' +
        'takes “latest” away. Take “latest” away first, then publish again with the licenses.',
      fix,
    ),
  ];
}
