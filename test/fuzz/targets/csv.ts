import { draftFieldsSchema } from '../../../electron/model/draft.ts';
import { applyRow } from '../../../electron/plan/apply-csv.ts';
import { readCsv } from '../../../electron/plan/read-csv.ts';
import { csvOf } from '../../../electron/plan/write-csv.ts';
import { startingFields } from '../../../electron/publish/request.ts';
import { exampleRelease } from '../../support/examples.ts';
import { must, type Target } from '../target.ts';

const release = exampleRelease();
const fields = startingFields(release);
const { productId, id: releaseId } = release;

/** A spreadsheet's file: every cell that is taken makes fields a draft can have. */
export const csv: Target = {
  name: 'csv',
  words: [
    'productId',
    'releaseId',
    'version',
    'status',
    'setAsLatest',
    'branchId',
    'licenseIds',
    'metadata:a',
    'locked:a',
    'metadata:__proto__',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\r\n',
    'sep=;\n',
    'TRUE',
    "'=1",
    productId,
    '\ufeff',
  ],
  seeds: async () => [
    Buffer.from(
      csvOf([
        {
          productId,
          releaseId,
          fields: { ...fields, metadata: [{ key: 'a', value: 'x\n"y"', locked: true }] },
        },
      ]),
    ),
    Buffer.from(
      `sep=;\nproductId;version;metadata:a;locked:a\n${productId};2.0.0;"b;c";true\n${productId};2.0.1;;\n`,
    ),
    Buffer.from(`\ufeffproductId\tversion\n${productId}\t3.0.0\n`, 'utf16le'),
  ],
  check: async (input) => {
    const { rows, problems } = await readCsv(input);
    must(rows.length === 0 || problems.length === 0, 'a file is taken whole or not at all');
    must(problems.length <= 101, 'no more problems are told than help');
    for (const { message, remedy } of problems) {
      must(
        message.length > 0 && message.length < 1000,
        `a problem is said in a sentence: ${message.slice(0, 80)}`,
      );
      must(remedy.length > 0, 'a problem comes with what to do');
    }
    const known = new Set<string>();
    for (const row of rows) {
      if (row.releaseId !== null) must(!known.has(row.releaseId), 'a release has one row');
      if (row.releaseId !== null) known.add(row.releaseId);
      const applied = applyRow(fields, row);
      must((applied.fields === null) === (applied.problem !== null), 'a row is applied or refused');
      if (applied.fields !== null) draftFieldsSchema.parse(applied.fields);
    }
    must(Object.keys(Object.prototype).length === 0, 'nothing was put on the prototype');
  },
};
