import { describe, expect, test } from 'vitest';
import type { DraftFields } from '../../../electron/model/draft.ts';
import { applyRow } from '../../../electron/plan/apply-csv.ts';
import { booleanIn, cellName } from '../../../electron/plan/csv-format.ts';
import { guarded, habitsOf, plainHabits, unguarded } from '../../../electron/plan/csv-guard.ts';
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
async function read(header: string, row: string) {
  const { rows, problems } = await readCsv(bytes(`productId,${header}\n${productId},${row}\n`));
  const [first] = rows;
  return { problems, applied: first ? applyRow(start, first) : null };
}

test('ids in capitals are those that the server writes small', async () => {
  const header = 'productId,releaseId,branchId,licenseIds';
  const row = [productId, idOf(1), idOf(2), idOf(3)].map((id) => id.toUpperCase()).join(',');
  const { rows } = await readCsv(bytes(`${header}\n${row}\n`));
  const ids = { branchId: idOf(2), licenseIds: [idOf(3)] };
  expect(rows).toEqual([expect.objectContaining({ productId, releaseId: idOf(1), fields: ids })]);
});

describe('fields written as CSV', () => {
  test.each(['en', 'fi', 'fr'])('are read again as they were, whatever is in them (%s)', async (locale) => {
    const chance = createChance(11);
    const pieces = [
      'a',
      '1.10',
      'true',
      "'",
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
    const { rows, problems } = await readCsv(bytes(csvOf(subjects, habitsOf(locale))));
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

  test('hold nothing a spreadsheet would run', async () => {
    const fields = fieldsOf({
      version: '=cmd|"/c calc"!A1',
      metadata: [{ key: 'k', value: '@SUM(1)', locked: false }],
    });
    const text = csvOf([{ productId, releaseId: null, fields }]);
    const cells = text.split(/,|\r\n/);
    expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect((await readCsv(bytes(text))).rows[0]?.fields.version).toBe('=cmd|"/c calc"!A1');
  });

  test('begin with the mark that tells spreadsheets of UTF-8, and have Windows line ends', () => {
    const text = csvOf([{ productId, releaseId: null, fields: start }]);
    expect(text.startsWith('\ufeffproductId,releaseId,version')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  test.each(['x;=cmd|calc!A1', 'x,=1', 'x;"=1', 'two\n=1', "x\t'@a", 'x;\uff1d1'])(
    'hold nothing a spreadsheet would run that ends cells elsewhere: %j',
    async (value) => {
      const fields = fieldsOf({ metadata: [{ key: 'k', value, locked: false }] });
      for (const locale of ['en', 'fi']) {
        const text = csvOf([{ productId, releaseId: null, fields }], habitsOf(locale));
        const cells = text.split(/[,;\t\r\n]/);
        expect(cells.filter((cell) => /^["']*[=+\-@\uff1d]/.test(cell) && !/^"*'/.test(cell))).toEqual([]);
        expect((await readCsv(bytes(text))).rows[0]?.metadata[0]?.value).toBe(value);
      }
    },
  );

  test('have the separator that the spreadsheets of the region expect', () => {
    const header = (locale: string) =>
      csvOf([{ productId, releaseId: null, fields: start }], habitsOf(locale)).split('\r\n')[0];
    expect(header('en-GB')).toContain('productId,releaseId,version');
    for (const locale of ['fi', 'de-AT', 'fr-FR', 'pt-BR']) {
      expect(header(locale)).toContain('productId;releaseId;version');
    }
  });
});

describe('a text', () => {
  test.each([
    '1.10',
    '2.0',
    '007',
    '1e5',
    '1,5',
    '2026-01-31',
    '12:30',
    'TRUE',
    '12345678901234567890',
    '.5',
  ])('%j, which every spreadsheet takes for something else, is guarded', (text) => {
    for (const locale of ['en', 'fi']) expect(guarded(text, habitsOf(locale))).toBe(`'${text}`);
  });

  test.each(['2.2.1', '1.12.0', '2026.4.1', '1.4'])('%j is guarded where it would become a date', (text) => {
    for (const locale of ['fi', 'de']) expect(guarded(text, habitsOf(locale))).toBe(`'${text}`);
    expect(guarded(text, habitsOf('en-US'))).toBe(text);
  });

  test.each(['', 'plain', '1.0.0-beta', 'v2.2.1', '5', '2.13.1', '1.2.3.4', "it's", 'true story'])(
    '%j is left as it is everywhere',
    (text) => {
      for (const locale of ['en', 'fi']) expect(guarded(text, habitsOf(locale))).toBe(text);
    },
  );

  test.each([
    '=',
    "'=",
    "''=",
    '+1',
    '-',
    '@',
    '\t',
    '',
    "'",
    "it's",
    "'90s",
    "'true",
    "''1.0",
    ";'=",
    "\t'=",
  ])('%j is freed again as it was', (text) => {
    expect(unguarded(guarded(text, plainHabits))).toBe(text);
    expect(guarded(text, plainHabits)).not.toMatch(/^[=+\-@\t]/);
  });

  test('that is no locale counts as English', () => {
    expect(habitsOf('no locale at all')).toEqual(plainHabits);
    expect(habitsOf('en-US')).toEqual(plainHabits);
  });
});

describe('a CSV file', () => {
  test('changes only the fields it has columns for', async () => {
    const { applied } = await read('releaseId,status', `${idOf(1)},DEPRECATED`);
    expect(applied?.fields).toEqual({ ...start, status: 'DEPRECATED' });
  });

  test('takes an empty cell as none: no branch, no licenses, no such metadata', async () => {
    const full = fieldsOf({
      branchId: idOf(2),
      licenseIds: [idOf(3)],
      metadata: [
        { key: 'a', value: '1', locked: true },
        { key: 'b', value: '2', locked: false },
      ],
    });
    const { rows } = await readCsv(
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

  test('keeps what is locked locked, unless it has a column that says otherwise', async () => {
    const locked = fieldsOf({ metadata: [{ key: 'a', value: '1', locked: true }] });
    const metadataWith = async (header: string, cells: string) => {
      const row = (await readCsv(bytes(`productId,releaseId,${header}\n${productId},${idOf(1)},${cells}\n`)))
        .rows[0];
      return row && applyRow(locked, row).fields?.metadata;
    };
    expect(await metadataWith('metadata:a', '2')).toEqual([{ key: 'a', value: '2', locked: true }]);
    expect(await metadataWith('metadata:a,locked:a', '2,no')).toEqual([
      { key: 'a', value: '2', locked: false },
    ]);
    expect(await metadataWith('locked:a', '')).toEqual([{ key: 'a', value: '1', locked: false }]);
    expect(await metadataWith('locked:b', 'yes')).toEqual([{ key: 'a', value: '1', locked: true }]);
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
  ])('may have %s', async (_what, text) => {
    const { rows, problems } = await readCsv(bytes(text));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ productId, releaseId: idOf(1), fields: { status: 'DRAFT' } }]);
  });

  test('may be UTF-16, as spreadsheets save “Unicode text”', async () => {
    const text = `\ufeffproductId\treleaseId\tversion\n${productId}\t\t2.0-ä\n`;
    const wide = Buffer.from(text, 'utf16le');
    expect((await readCsv(wide)).rows[0]?.fields.version).toBe('2.0-ä');
    expect((await readCsv(Buffer.from(wide).swap16())).rows[0]?.fields.version).toBe('2.0-ä');
  });

  test('counts rows as the spreadsheet does, past cells with several lines', async () => {
    const text = `productId,releaseId,metadata:notes,status\n${productId},${idOf(1)},"two\nlines",DRAFT\n\n${productId},${idOf(2)},x,no\n`;
    expect((await readCsv(bytes(text))).problems).toMatchObject([
      { entry: 4, field: 'D4 status', message: '“no” is not a status.' },
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
    ['releaseId', '42', 'B2 releaseId', /“42” is not an ID/, /UUID/],
    ['releaseId,branchId', `${idOf(1)},dev`, 'C2 branchId', /“dev” is not an ID/, /UUID/],
    ['releaseId,licenseIds', `${idOf(1)},${idOf(2)} x`, 'C2 licenseIds', /“x” is not an ID/, /spaces/],
    ['releaseId,status', `${idOf(1)},DRAFT,more`, 'D2', /without a column/, /Name its column/],
    ['releaseId,metadata:a,locked:a', `${idOf(1)},1,perhaps`, 'D2 locked:a', /neither/, /true or false/],
  ])('with %s / %s is refused at %s', async (header, row, field, message, remedy) => {
    const { problems } = await read(header, row);
    expect(problems).toMatchObject([{ kind: 'form', entry: 2, field }]);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.remedy).toMatch(remedy);
  });

  test.each([
    ['names of columns and nothing below', 'productId,version\n\n', '', /no row below/],
    ['a column it does not know', 'productId,releaseId,state\n', 'C1', /no column “state”/],
    ['a column twice', 'productId,version,version\n', 'C1', /two columns “version”/],
    ['no header', `${productId},${idOf(1)},DRAFT\n`, '', /does not name the columns/],
    ['nothing in it', '', '', /does not name the columns/],
    ['a quotation mark that does not end', `productId,version\n${productId},"1.0\n`, '', /quotation mark/],
  ])('with %s is refused', async (_what, text, field, message) => {
    const { rows, problems } = await readCsv(bytes(text));
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ field }]);
    expect(problems[0]?.message).toMatch(message);
  });

  test('that is no text, or far too large, is refused', async () => {
    const [problem] = (await readCsv(Buffer.from([0x70, 0xff, 0x80]))).problems;
    expect(problem?.remedy).toContain('CSV UTF-8');
  });

  test.each([
    ['16 MB', 16 * 1024 * 1024, 0],
    ['a byte more', 16 * 1024 * 1024 + 1, 1],
  ])('of %s is taken, and no larger one', async (_size, length, wanted) => {
    const problems = (await readCsv(Buffer.alloc(length, 'x'))).problems;
    expect(problems.filter(({ message }) => message.includes('larger than'))).toHaveLength(wanted);
  });

  test('is looked through for 20,000 rows and no further: as many as a plan has, and as many empty ones', async () => {
    const rowsOf = (count: number) => bytes(`productId,version${'\n,'.repeat(count)}`);
    const hasTooMany = async (count: number) =>
      (await readCsv(rowsOf(count))).problems.some(({ message }) => message.includes('more than 10000 rows'));
    expect([await hasTooMany(20_000), await hasTooMany(20_001)]).toEqual([false, true]);
  });

  test('that is text in another encoding is told where', async () => {
    const latin = Buffer.from(`productId,version\n${productId},1.0\n${productId},2.0-\u00e4\n`, 'latin1');
    const [problem] = (await readCsv(latin)).problems;
    expect(problem?.message).toBe('The file is not text in UTF-8: line 3 has other bytes in it.');
  });

  test('may have empty columns behind the others, as emptied cells leave them', async () => {
    const text = `productId;version;;\n${productId};3.0.0;;\n`;
    expect(await readCsv(bytes(text))).toMatchObject({
      problems: [],
      rows: [{ fields: { version: '3.0.0' } }],
    });
    const { problems } = await readCsv(bytes(`productId;version;;\n${productId};3.0.0;;x\n`));
    expect(problems).toMatchObject([{ entry: 2, field: 'D2' }]);
  });

  test('is told every column it does not know at once, and what each was most likely to be called', async () => {
    const header = 'productId,Release_ID,verson,latest,License IDs,meta:channel,lock:channel,price';
    const { rows, problems } = await readCsv(Buffer.from(`${header}\n${productId},,1.0.0\n`));
    expect(rows).toEqual([]);
    expect(
      problems.map(({ field, message, remedy }) => [field, message, remedy.replace(/:.*/s, ':')]),
    ).toEqual([
      ['B1', 'There is no column “Release_ID”.', 'Call it “releaseId” if that is meant, or remove it.'],
      ['C1', 'There is no column “verson”.', 'Call it “version” if that is meant, or remove it.'],
      ['D1', 'There is no column “latest”.', 'Call it “setAsLatest” if that is meant, or remove it.'],
      ['E1', 'There is no column “License IDs”.', 'Call it “licenseIds” if that is meant, or remove it.'],
      ['F1', 'There is no column “meta:channel”.', 'Call it “metadata:'],
      ['G1', 'There is no column “lock:channel”.', 'Call it “locked:'],
      ['H1', 'There is no column “price”.', 'Remove it, or give it one of these names:'],
    ]);
  });

  test('is not told to call a column as another is called already', async () => {
    const { problems } = await readCsv(Buffer.from(`productId,version,versions\n${productId},1.0.0,2\n`));
    expect(problems).toMatchObject([{ field: 'C1', remedy: expect.stringMatching(/^Remove it/) }]);
  });

  test('may write its columns in any case', async () => {
    const { rows, problems } = await readCsv(bytes(`ProductID;Version ;STATUS\n${productId};3.0.0;draft\n`));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ fields: { version: '3.0.0', status: 'DRAFT' } }]);
  });

  test('names the version of a row that cannot be used, where it has one', async () => {
    const text = `productId,releaseId,version,status\n${productId},${idOf(1)},2.0.0,GONE\n`;
    expect((await readCsv(bytes(text))).problems).toMatchObject([{ version: '2.0.0', field: 'D2 status' }]);
  });

  test('is taken apart in pieces, between which others get their turn', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `${productId},1.0.${at},DRAFT,${'x'.repeat(200)}`,
    );
    const large = bytes(['productId,version,status,metadata:a', ...lines].join('\n'));
    let turns = 0;
    let isReading = true;
    const turn = (): void => {
      turns += 1;
      if (isReading) setImmediate(turn);
    };
    setImmediate(turn);
    const { rows } = await readCsv(large);
    isReading = false;
    expect(rows).toHaveLength(10_000);
    // One for each slice of bytes, and one for each few rows.
    expect(turns).toBeGreaterThan(300);
  });

  test('creates a release only once, but for another branch', async () => {
    const row = (version: string, branch = '') => `${productId},${version},${branch}`;
    const rows = [row('3.0.0'), row('3.0.0', idOf(7)), row('3.0.0'), row('3.0.1')];
    const { problems } = await readCsv(bytes(['productId,version,branchId', ...rows].join('\n')));
    expect(problems).toMatchObject([
      { entry: 4, field: 'B4 version', message: 'Row 4 is about the same release as row 2.' },
    ]);
  });

  test('says of one release only one thing', async () => {
    const text = `productId,releaseId,status\n${productId},${idOf(1)},DRAFT\n${productId},${idOf(1)},ARCHIVED\n`;
    expect((await readCsv(bytes(text))).problems).toMatchObject([
      { entry: 3, field: 'B3 releaseId', message: 'Row 3 is about the same release as row 2.' },
    ]);
  });

  test('says of a release that is there twice so at once, whatever else is wrong with its rows', async () => {
    const rows = [
      `${productId},${idOf(1)},1.0.0,GONE`,
      `${productId},${idOf(1)},1.0.0,DRAFT`,
      `${productId},${idOf(2)},1.0.1,DRAFT`,
      `nowhere,${idOf(2)},1.0.1,DRAFT`,
      `${productId},,2.0.0,GONE`,
      `${productId},,2.0.0,DRAFT`,
    ];
    const { problems } = await readCsv(bytes(['productId,releaseId,version,status', ...rows].join('\n')));
    expect(problems.map(({ entry, field, version }) => [entry, field, version])).toEqual([
      [2, 'D2 status', '1.0.0'],
      [3, 'B3 releaseId', '1.0.0'],
      [5, 'A5 productId', '1.0.1'],
      [5, 'B5 releaseId', '1.0.1'],
      [6, 'D6 status', '2.0.0'],
      [7, 'C7 version', '2.0.0'],
    ]);
  });

  test('takes rows for one release only where they say which one', async () => {
    const rows = [
      `${productId},some id,1.0.0,`,
      `${productId},some id,1.0.0,`,
      ',,2.0.0,',
      ',,2.0.0,',
      `${productId},,3.0.0,somewhere`,
      `${productId},,3.0.0,somewhere`,
    ];
    const { problems } = await readCsv(bytes(['productId,releaseId,version,branchId', ...rows].join('\n')));
    expect(problems.map(({ field }) => field)).toEqual([
      'B2 releaseId',
      'B3 releaseId',
      'A4 productId',
      'A5 productId',
      'D6 branchId',
      'D7 branchId',
    ]);
  });

  test.each([
    ['rows that cannot be used', (at: number) => `${productId},,1.0.${at},GONE`, 151],
    ['rows about the same release', () => `${productId},${idOf(1)},1.0.0,DRAFT`, 150],
  ])('tells the first hundred problems of %s, and how many more there are', async (_what, row, more) => {
    const lines = Array.from({ length: 251 }, (_, at) => row(at));
    const { problems } = await readCsv(bytes(['productId,releaseId,version,status', ...lines].join('\n')));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe(`There are ${more} problems more.`);
  });

  test.each([
    ['1.10', '1.1'],
    ['1.0', '1'],
    ['1.10', '1,1'],
    ['2.50', '2,5'],
  ])('in which a spreadsheet has made a number of %s is refused', async (version, cell) => {
    const row = (await readCsv(bytes(`productId;releaseId;version\n${productId};${idOf(1)};${cell}\n`)))
      .rows[0];
    expect(row && applyRow(fieldsOf({ version }), row).problem?.message).toContain('made a number');
    expect(row && applyRow(fieldsOf({ version: '1.2.3' }), row).problem).toBeNull();
  });

  test.each([
    ['1.4.2', '1.4.2002'],
    ['1.4.2', '01.04.02'],
    ['1.4.2', '2002-04-01'],
    ['1.4.2', '1/4/2002'],
    ['2026.4.1', '1.4.2026'],
    ['1.4', '01. Apr'],
    ['1.4', '1.huhti'],
  ])('in which a spreadsheet has made a date of %s (%s) is refused', async (version, cell) => {
    const { applied } = await read('releaseId,version', `${idOf(1)},${cell}`);
    expect(applied?.fields?.version).toBe(cell);
    const text = `productId,releaseId,version\n${productId},${idOf(1)},${cell}\n`;
    const [row] = (await readCsv(bytes(text))).rows;
    expect(row && applyRow(fieldsOf({ version }), row).problem).toMatchObject({
      field: 'version',
      message: `A spreadsheet has made a date of the version ${version}: ${cell}.`,
    });
  });

  test.each([
    ['1.4.2', '2.4.1'],
    ['1.4.2', '1.4.3'],
    ['2026.1.2', '2026.2.1'],
    ['1.4.2-rc', '1.4.2'],
    ['1.4', '1.4-beta'],
  ])('may make another version of %s: %s', async (version, cell) => {
    const text = `productId,releaseId,version\n${productId},${idOf(1)},${cell}\n`;
    const [row] = (await readCsv(bytes(text))).rows;
    expect(row && applyRow(fieldsOf({ version }), row).fields?.version).toBe(cell);
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
