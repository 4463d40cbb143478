import type { Finding } from '../../model/draft.ts';
import { blocks, type Checked, warns } from './rule.ts';

/** So many the server takes (step 5). */
export const mostEntries = 20;
const longest = 255;

export function metadataCount({ draft: { fields } }: Checked): Finding[] {
  if (fields.metadata.length <= mostEntries) return [];
  return [
    blocks(
      'metadata-too-many',
      'metadata',
      `There are ${fields.metadata.length} metadata entries; the server takes up to ${mostEntries}.`,
    ),
  ];
}

/** The schema's rules for each entry (step 5). */
export function metadataForm({ draft: { fields } }: Checked): Finding[] {
  const { metadata } = fields;
  const findings: Finding[] = [];
  const filled = metadata.filter(({ key, value }) => key !== '' || value !== '');
  if (filled.length < metadata.length) {
    findings.push(
      blocks('metadata-empty', 'metadata', 'A metadata entry is empty; the server does not accept that.', {
        label: 'Remove empty entries',
        change: { fields: { metadata: filled } },
      }),
    );
  }
  for (const { key, value } of filled) {
    if (key === '') {
      findings.push(
        blocks('metadata-key-missing', 'metadata', `The metadata value “${short(value)}” has no key.`),
      );
    }
    if (value === '') {
      findings.push(
        blocks('metadata-value-missing', 'metadata', `The metadata “${short(key)}” has no value.`),
      );
    }
    for (const [what, text] of [
      ['key', key],
      ['value', value],
    ] as const) {
      if (text.length > longest) {
        findings.push(
          blocks(
            `metadata-${what}-too-long`,
            'metadata',
            `The ${what} of the metadata “${short(key)}” has ${text.length} characters; the server takes up to ${longest}.`,
          ),
        );
      }
    }
  }
  return findings;
}

/** The server takes a key twice. What reads it sees one of them. */
export function metadataKeyTwice({ draft: { fields } }: Checked): Finding[] {
  const { metadata } = fields;
  const keys = metadata.map(({ key }) => key);
  const twice = [...new Set(keys.filter((key, index) => key !== '' && keys.indexOf(key) !== index))];
  return twice.map((key) =>
    warns(
      'metadata-key-twice',
      'metadata',
      `The metadata “${short(key)}” is there more than once; nobody can say which one customers will see.`,
      {
        label: 'Keep the last one',
        change: {
          fields: {
            metadata: metadata.filter((entry, index) => entry.key !== key || index === keys.lastIndexOf(key)),
          },
        },
      },
    ),
  );
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
