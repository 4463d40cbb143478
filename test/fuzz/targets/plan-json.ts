import { posix, win32 } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { mostPlanEntries } from '../../../electron/model/plan.ts';
import { atOnce } from '../../../electron/pieces.ts';
import { readPlan } from '../../../electron/plan/read-plan.ts';
import { writingPlan } from '../../../electron/plan/write-plan.ts';
import { bytesOf, exampleEntry, examplePlan } from '../../support/plans.ts';
import { mutateJson } from '../mutate-json.ts';
import { must, type Target } from '../target.ts';

const sha256 = 'a'.repeat(64);
const artifact = { name: 'app.zip', path: 'artifacts/app.zip', sha256, size: 10 };
const { productId } = exampleEntry();

/** A plan file: what is taken leads nowhere else, on no system, and says the same when it is written again. */
export const planJson: Target = {
  name: 'plan-json',
  words: [
    '"schemaVersion":1,',
    '"path":"..\\\\x"',
    '"releaseId":null',
    '"kind":"replace"',
    '\\u002e',
    '\ufeff',
    '"fields":{}',
    '"base":null',
    '"names":{},',
  ],
  seeds: async () =>
    [
      examplePlan(),
      examplePlan({
        batch: { name: 'Winter ☃', onFailure: 'go-on', startAt: '2026-12-01T18:00:00+02:00' },
        names: { [productId]: 'Plugin' },
        entries: [
          exampleEntry({ file: { kind: 'replace', artifact } }),
          exampleEntry({
            releaseId: null,
            base: null,
            fields: { version: '2.0.0' },
            file: { kind: 'replace', artifact: { ...artifact, path: 'b/ä.zip' } },
          }),
          exampleEntry({
            releaseId: null,
            base: null,
            fields: {
              version: '2.0.1',
              metadata: [{ key: 'a', value: 'b', locked: true }],
              licenseIds: [productId],
              branchId: productId,
              setAsLatest: true,
              status: 'DRAFT',
            },
          }),
        ],
      }),
    ].map((plan) => Buffer.from(bytesOf(plan))),
  mutate: mutateJson,
  check: async (input) => {
    const { plan, problems } = readPlan(input);
    must((plan === null) === problems.length > 0, 'a plan is refused with a reason, and taken without one');
    must(problems.length <= 101, 'no more problems are told than help');
    for (const { message, remedy, field } of problems) {
      must(
        message.length > 0 && message.length < 1000,
        `a problem is said in a sentence: ${message.slice(0, 80)}`,
      );
      must(remedy.length > 0 && remedy.length < 1000, 'a problem comes with what to do');
      must(field.length < 5000, 'a place is a place');
    }
    if (plan === null) return;
    must(plan.entries.length <= mostPlanEntries, 'a plan is not endless');
    for (const { file } of plan.entries) {
      if (file.kind !== 'replace') continue;
      const { path, name } = file.artifact;
      must(posix.join('/root/plan', path).startsWith('/root/plan/'), `the path leads out: ${path}`);
      must(
        win32.join('C:\\root\\plan', path).startsWith('C:\\root\\plan\\'),
        `the path leads out on Windows: ${path}`,
      );
      must(!posix.isAbsolute(path) && !win32.isAbsolute(path), `the path is absolute: ${path}`);
      must(win32.parse(path).root === '', `the path names a drive: ${path}`);
      must(posix.basename(name) === name && win32.basename(name) === name, `the name is a path: ${name}`);
    }
    const again = readPlan(Buffer.from(atOnce(writingPlan(plan))));
    must(isDeepStrictEqual(again.plan, plan), 'a plan that is written again is the same plan');
  },
};
