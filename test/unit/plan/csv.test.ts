import { describe, expect, test } from 'vitest';
import type { DraftFields } from '../../../electron/model/draft.ts';
import { applyRow } from '../../../electron/plan/apply-csv.ts';
import { booleanIn, cellName, guarded, unguarded } from '../../../electron/plan/csv-format.ts';
import { readCsv } from '../../../electron/plan/read-csv.ts';
import { type CsvSubject, csvOf } from '../../../electron/plan/write-csv.ts';
import { createChance } from '../../support/chance.ts';
import { exampleDraft, exampleRelease } from '../../support/examples.ts';

const { productId } = exampleRelease();
const idOf = (n: number): string => `6d0cb053-941c-491f-a3a3-${String(n).padStart(12, '0')}`;
const start: DraftFields = exampleDraft().fields;
const fieldsOf = (change: Partial<DraftFields>): DraftFields => ({ ...start, ...change });
const bytes = (text: string): Buffer => Buffer.from(text);

/** Reads a file of these lines, and puts its only row into the example's fields. */
function read(header: string, row: string) {
  const { rows, problems } = readCsv(bytes(`productId,${header}\n${productId},${row}\n`));
  const [first] = rows;
  return { problems, applied: first ? applyRow(start, first) : null };
}

describe('fields written as CSV', () => {
  test('are read again as they were, whatever is in them', () => {
    const chance = createChance(11);
    const pieces = [
      'a',
      '1.10',
      '=1+1',
      "'=x",
      "''",
      '-',
      '@',
      ';',
      ',',
      '"',
      ' ',
      '\t',
      '\r',
      '\n',
      '\u00e4',
      '\u30b3',
      '+',
      '\uff1d',
    ];
    const text = (): string =>
      Array.from({ length: 1 + chance.below(6) }, () => pieces[chance.below(pieces.length)]).join('');
    const subjects = Array.from(
      { length: 400 },
      (_, index): CsvSubject => ({
        productId,
        releaseId: idOf(index),
        fields: {
          version: `1.${index}${text().trim()}`,
          status: chance.pick(['PUBLISHED', 'DRAFT', 'DEPRECATED', 'ARCHIVED']),
          setAsLatest: chance.below(2) === 0,
          branchId: chance.pick([null, idOf(9999)]),
          metadata: Array.from({ length: chance.below(5) }, () => ({
            key: chance.pick(['build', 'notes', 'a:b', 'locked', 'x, y', '"q"', 'line\nend', ' room ']),
            value: text(),
            locked: chance.below(3) === 0,
          })),
          licenseIds: Array.from({ length: chance.below(4) }, (_ignored, n) => idOf(n)),
        },
      }),
    );
    const { rows, problems } = readCsv(bytes(csvOf(subjects)));
    expect(problems).toEqual([]);
    for (const [index, { fields }] of subjects.entries()) {
      const row = rows[index];
      const bare = fieldsOf({ version: fields.version, metadata: [] });
      const again = row && applyRow(bare, row).fields;
      const sorted = (one: DraftFields | null | undefined) => ({
        ...one,
        metadata: one?.metadata.map((entry) => JSON.stringify([entry.value, entry.locked])).sort(),
      });
      expect(sorted(again)).toEqual(sorted(fields));
      // Into the fields they came from they go without a change, in the order that was there.
      expect(row && applyRow(fields, row).fields).toEqual(fields);
    }
  });

  test('hold nothing a spreadsheet would run', () => {
    const fields = fieldsOf({
      version: '=cmd|"/c calc"!A1',
      metadata: [{ key: 'k', value: '@SUM(1)', locked: false }],
    });
    const text = csvOf([{ productId, releaseId: null, fields }]);
    const cells = text.split(/,|\r\n/);
    expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(readCsv(bytes(text)).rows[0]?.fields.version).toBe('=cmd|"/c calc"!A1');
  });

  test('begin with the mark that tells spreadsheets of UTF-8, and have Windows line ends', () => {
    const text = csvOf([{ productId, releaseId: null, fields: start }]);
    expect(text.startsWith('\ufeffproductId,releaseId,version')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  test.each(['=', "'=", "''=", '+1', '-', '@', '\t', '', "'", "it's", 'plain'])(
    '%j is guarded and freed again',
    (text) => {
      expect(unguarded(guarded(text))).toBe(text);
      expect(guarded(text)).not.toMatch(/^[=+\-@\t]/);
    },
  );
});

describe('a CSV file', () => {
  test('changes only the fields it has columns for', () => {
    const { applied } = read('releaseId,status', `${idOf(1)},DEPRECATED`);
    expect(applied?.fields).toEqual({ ...start, status: 'DEPRECATED' });
  });

  test('takes an empty cell as none: no branch, no licenses, no such metadata', () => {
    const full = fieldsOf({
      branchId: idOf(2),
      licenseIds: [idOf(3)],
      metadata: [
        { key: 'a', value: '1', locked: true },
        { key: 'b', value: '2', locked: false },
      ],
    });
    const { rows } = readCsv(
      bytes(`productId,releaseId,branchId,licenseIds,metadata:a\n${productId},${idOf(1)},,,\n`),
    );
    const row = rows[0];
    expect(row && applyRow(full, row).fields).toEqual({
      ...full,
      branchId: null,
      licenseIds: [],
      metadata: [{ key: 'b', value: '2', locked: false }],
    });
  });

  test('keeps what is locked locked, unless it has a column that says otherwise', () => {
    const locked = fieldsOf({ metadata: [{ key: 'a', value: '1', locked: true }] });
    const metadataWith = (header: string, cells: string) => {
      const row = readCsv(bytes(`productId,releaseId,${header}\n${productId},${idOf(1)},${cells}\n`)).rows[0];
      return row && applyRow(locked, row).fields?.metadata;
    };
    expect(metadataWith('metadata:a', '2')).toEqual([{ key: 'a', value: '2', locked: true }]);
    expect(metadataWith('metadata:a,locked:a', '2,no')).toEqual([{ key: 'a', value: '2', locked: false }]);
    expect(metadataWith('locked:a', '')).toEqual([{ key: 'a', value: '1', locked: false }]);
    expect(metadataWith('locked:b', 'yes')).toEqual([{ key: 'a', value: '1', locked: true }]);
  });

  test.each([
    ['semicolons', `productId;releaseId;status\n${productId};${idOf(1)};DRAFT\n`],
    ['tabs', `productId\treleaseId\tstatus\n${productId}\t${idOf(1)}\tDRAFT\n`],
    [
      'a line that names the separator',
      `sep=;\r\nproductId;releaseId;status\r\n${productId};${idOf(1)};DRAFT\r\n`,
    ],
    ['a byte-order mark', `\ufeffproductId,releaseId,status\n${productId},${idOf(1)},DRAFT\n`],
    ['line ends of old', `productId,releaseId,status\r${productId},${idOf(1)},DRAFT\r`],
    ['other letters and room', `status , releaseId,productId\n draft ,${idOf(1)} , ${productId}`],
    ['empty rows below', `productId,releaseId,status\n${productId},${idOf(1)},DRAFT\n,,\n\n`],
    [
      'everything in quotation marks',
      `"productId","releaseId","status"\n"${productId}","${idOf(1)}","DRAFT"\n`,
    ],
  ])('may have %s', (_what, text) => {
    const { rows, problems } = readCsv(bytes(text));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ productId, releaseId: idOf(1), fields: { status: 'DRAFT' } }]);
  });

  test('may be UTF-16, as spreadsheets save “Unicode text”', () => {
    const text = `\ufeffproductId\treleaseId\tversion\n${productId}\t\t2.0-ä\n`;
    const wide = Buffer.from(text, 'utf16le');
    expect(readCsv(wide).rows[0]?.fields.version).toBe('2.0-ä');
    expect(readCsv(Buffer.from(wide).swap16()).rows[0]?.fields.version).toBe('2.0-ä');
  });

  test('counts rows as the spreadsheet does, past cells with several lines', () => {
    const text = `productId,releaseId,metadata:notes,status\n${productId},${idOf(1)},"two\nlines",DRAFT\n\n${productId},${idOf(2)},x,NO\n`;
    expect(readCsv(bytes(text)).problems).toMatchObject([
      { entry: 4, field: 'D4 status', message: '"NO" is not a status.' },
    ]);
  });

  test.each([
    ['releaseId,status', `${idOf(1)},published soon`, 'C2 status', /not a status/, /PUBLISHED, DRAFT/],
    [
      'releaseId,setAsLatest',
      `${idOf(1)},maybe`,
      'C2 setAsLatest',
      /neither true nor false/,
      /true or false/,
    ],
    ['releaseId,version', `${idOf(1)},`, 'C2 version', /empty/, /version/],
    ['releaseId,version', ',', 'C2 version', /new release needs/, /version/],
    ['releaseId', '42', 'B2 releaseId', /"42" is not an id/, /UUID/],
    ['releaseId,branchId', `${idOf(1)},dev`, 'C2 branchId', /"dev" is not an id/, /UUID/],
    ['releaseId,licenseIds', `${idOf(1)},${idOf(2)} x`, 'C2 licenseIds', /"x" is not an id/, /spaces/],
    ['releaseId,status', `${idOf(1)},DRAFT,more`, 'D2', /without a column/, /Name its column/],
    ['releaseId,metadata:a,locked:a', `${idOf(1)},1,perhaps`, 'D2 locked:a', /neither/, /true or false/],
  ])('with %s / %s is refused at %s', (header, row, field, message, remedy) => {
    const { problems } = read(header, row);
    expect(problems).toMatchObject([{ kind: 'form', entry: 2, field }]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.remedy).toMatch(remedy);
  });

  test.each([
    ['a column it does not know', 'productId,releaseId,state\n', 'C1', /no column "state"/],
    ['a column twice', 'productId,version,version\n', 'C1', /two columns "version"/],
    ['no header', `${productId},${idOf(1)},DRAFT\n`, '', /does not name the columns/],
    ['nothing in it', '', '', /does not name the columns/],
    ['a quotation mark that does not end', `productId,version\n${productId},"1.0\n`, '', /quotation mark/],
  ])('with %s is refused', (_what, text, field, message) => {
    const { rows, problems } = readCsv(bytes(text));
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ field }]);
    expect(problems[0]?.message).toMatch(message);
  });

  test('that is no text, or far too large, is refused', () => {
    const [problem] = readCsv(Buffer.from([0x70, 0xff, 0x80])).problems;
    expect(problem?.remedy).toContain('CSV UTF-8');
    expect(readCsv(new Uint8Array(33 * 1024 * 1024)).problems).toHaveLength(1);
  });

  test('says of one release only one thing', () => {
    const text = `productId,releaseId,status\n${productId},${idOf(1)},DRAFT\n${productId},${idOf(1)},ARCHIVED\n`;
    expect(readCsv(bytes(text)).problems).toMatchObject([
      { entry: 3, field: 'B3 releaseId', message: 'Row 3 is about the same release as row 2.' },
    ]);
  });

  test.each([
    ['1.10', '1.1'],
    ['1.0', '1'],
    ['1.10', '1,1'],
    ['2.50', '2,5'],
  ])('in which a spreadsheet has made a number of %s is refused', (version, cell) => {
    const row = readCsv(bytes(`productId;releaseId;version\n${productId};${idOf(1)};${cell}\n`)).rows[0];
    expect(row && applyRow(fieldsOf({ version }), row).problem?.message).toContain('made a number');
    expect(row && applyRow(fieldsOf({ version: '1.2.3' }), row).problem).toBeNull();
  });
});

test.each([
  ['TRUE', true],
  ['wahr', true],
  ['TOSI', true],
  ['EPÄTOSI', false],
  ['0', false],
  ['', null],
  ['2', null],
])('a spreadsheet’s %j is %s', (cell, truth) => {
  expect(booleanIn(cell)).toBe(truth);
});

test.each([
  [0, 'A1'],
  [25, 'Z1'],
  [26, 'AA1'],
  [701, 'ZZ1'],
  [702, 'AAA1'],
])('column %d is called %s', (column, name) => {
  expect(cellName(column, 1)).toBe(name);
});
