import type { Finding } from '../../model/draft.ts';
import { longestMetadataText, mostMetadataEntries } from '../../model/field-limits.ts';
import { words } from '../../texts/words.ts';
import { unstorableIn, withoutUnseen, withoutUnstorable } from './characters.ts';
import { blocks, type Checked, warns } from './rule.ts';

/** The schema's rule for their number (step 5). */
export function metadataCount({ draft: { fields } }: Checked): Finding[] {
  if (fields.metadata.length <= mostMetadataEntries) return [];
  return [
    blocks(
      'metadata-too-many',
      'metadata',
      words().findings.metadata.tooMany(fields.metadata.length, mostMetadataEntries),
    ),
  ];
}

/** The schema's rules for each entry (step 5). */
export function metadataForm({ draft: { fields } }: Checked): Finding[] {
  const { metadata } = fields;
  const said = words().findings.metadata;
  const findings: Finding[] = [];
  const filled = metadata.filter(({ key, value }) => key !== '' || value !== '');
  if (filled.length < metadata.length) {
    findings.push(
      blocks('metadata-empty', 'metadata', said.empty, {
        label: said.removeEmpty,
        change: { fields: { metadata: filled } },
      }),
    );
  }
  for (const { key, value } of filled) {
    if (key === '') {
      findings.push(blocks('metadata-key-missing', 'metadata', said.noKey(short(value))));
    }
    if (value === '') {
      findings.push(blocks('metadata-value-missing', 'metadata', said.noValue(short(key))));
    }
    for (const [what, text] of [
      ['key', key],
      ['value', value],
    ] as const) {
      if (text.length > longestMetadataText) {
        findings.push(
          blocks(
            `metadata-${what}-too-long`,
            'metadata',
            (what === 'key' ? said.longKey : said.longValue)(short(key), text.length, longestMetadataText),
          ),
        );
      }
    }
  }
  return findings;
}

/** What the server's database may not take in a text, or what looks like another text. */
export function metadataCharacters({ draft: { fields } }: Checked): Finding[] {
  const { metadata } = fields;
  const said = words().findings.metadata;
  return metadata.flatMap((entry, index) => {
    const name = short(looksLike('key', entry.key));
    return (['key', 'value'] as const).flatMap((what) => {
      const fix = (label: string, text: string) => ({
        label,
        change: { fields: { metadata: metadata.with(index, { ...entry, [what]: text }) } },
      });
      const findings: Finding[] = [];
      const text = entry[what];
      const storable = withoutUnstorable(text);
      if (storable !== text) {
        const message = (what === 'key' ? said.unstorableKey : said.unstorableValue)(
          name,
          unstorableIn(text),
        );
        findings.push(
          blocks(`metadata-${what}-unstorable`, 'metadata', message, fix(said.removeUnstorable, storable)),
        );
      }
      const seen = looksLike(what, text);
      if (seen !== storable) {
        const message = what === 'key' ? said.unseenKey(name) : said.unseenValue(name, short(seen));
        findings.push(warns(`metadata-${what}-unseen`, 'metadata', message, fix(said.removeUnseen, seen)));
      }
      return findings;
    });
  });
}

/** A value may have lines and tabs. */
function looksLike(what: 'key' | 'value', text: string): string {
  return withoutUnseen(withoutUnstorable(text), what === 'value' ? /[\t\n\r\u2028\u2029]/ : null);
}

/** The server takes a key twice. What reads it sees one of them. */
export function metadataKeyTwice({ draft: { fields } }: Checked): Finding[] {
  const { metadata } = fields;
  const keys = metadata.map(({ key }) => key);
  const twice = [...new Set(keys.filter((key, index) => key !== '' && keys.indexOf(key) !== index))];
  return twice.map((key) =>
    warns('metadata-key-twice', 'metadata', words().findings.metadata.twice(short(key)), {
      label: words().findings.metadata.keepLast,
      change: {
        fields: {
          metadata: metadata.filter((entry, index) => entry.key !== key || index === keys.lastIndexOf(key)),
        },
      },
    }),
  );
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
