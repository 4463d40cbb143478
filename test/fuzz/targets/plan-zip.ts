import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { openPlanZip } from '../../../electron/plan/read-plan-zip.ts';
import { rawZip } from '../../support/jars.ts';
import { bytesOf, exampleEntry, examplePlan } from '../../support/plans.ts';
import { mutateZip } from '../mutate-zip.ts';
import { must, type Target } from '../target.ts';

const folder = mkdtempSync(join(tmpdir(), 'lukittu-fuzz-'));
const path = join(folder, 'plan.zip');
const scratch = mkdtempSync(join(folder, 'scratch-'));

const contents = [Buffer.from('one artifact'), Buffer.alloc(5000, 7)];
const places = ['artifacts/app.zip', 'artifacts/ä.jar'];
const entries = contents.map((content, index) =>
  exampleEntry({
    releaseId: `6d0cb053-941c-491f-a3a3-00000000000${index}`,
    file: {
      kind: 'replace',
      artifact: {
        name: 'app.zip',
        sha256: createHash('sha256').update(content).digest('hex'),
        size: content.length,
        path: places[index] ?? '',
      },
    },
  }),
);
const plan = { name: 'plan.json', content: Buffer.from(bytesOf(examplePlan({ entries }))) };
const artifacts = contents.map((content, index) => ({ name: places[index] ?? '', content }));

/** A ZIP with a plan: nothing is unpacked but what the plan names, nowhere else, and no byte more than it says. */
export const planZip: Target = {
  name: 'plan-zip',
  words: [
    'plan.json',
    ...places,
    '../',
    'PK\u0001\u0002',
    'PK\u0003\u0004',
    'PK\u0005\u0006',
    'PK\u0006\u0006',
    'PK\u0006\u0007',
  ],
  seeds: async () => [
    rawZip([plan, ...artifacts]),
    rawZip([plan, ...artifacts.map((artifact) => ({ ...artifact, method: 0 }))]),
    rawZip([
      plan,
      { ...artifacts[0], name: places[0] ?? '', packed: deflateRawSync(Buffer.alloc(1_000_000)), size: 12 },
    ]),
    rawZip([plan, { name: places[0] ?? '', offset: 0 }, { name: places[1] ?? '', offset: 0 }]),
  ],
  mutate: mutateZip,
  check: async (input) => {
    writeFileSync(path, input);
    const zip = await openPlanZip(path, scratch);
    try {
      const { plan: read, problems } = zip.read;
      must((read === null) === problems.length > 0, 'a plan is refused with a reason, and taken without one');
      for (const { file } of read?.entries ?? []) {
        if (file.kind !== 'replace') continue;
        const { path: named, size } = file.artifact;
        const found = await zip.files.locate(named);
        if (!('real' in found)) {
          must(found.message.length > 0, 'what is not to be had is told');
          continue;
        }
        must(dirname(dirname(found.real)) === scratch, `it was unpacked elsewhere: ${found.real}`);
        must(
          statSync(found.real).size <= size,
          `more was unpacked than the plan says: ${statSync(found.real).size}`,
        );
      }
    } finally {
      await zip.close();
    }
    must(readdirSync(scratch).length === 0, 'nothing is left behind');
  },
};
