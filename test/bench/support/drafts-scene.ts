import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../../electron/model/release.ts';
import { csvOf } from '../../../electron/plan/write-csv.ts';
import { startingFields } from '../../../electron/publish/request.ts';
import type { Bench } from '../bench.ts';
import { type DemoProcess, startDemoProcess } from './demo-process.ts';
import { connectTeam, openInside, readProduct } from './inside.ts';
import { putDrafts } from './many-drafts.ts';

const draftCount = 10_000;
/** Releases without a draft, for the plan to make some, and as many for the table. */
const rows = 1000;

/** A team with 10,000 drafts, and a small one to come from; and a plan and a CSV file for releases of the first. */
export async function prepareDrafts({ folder, atEnd }: Pick<Bench, 'folder' | 'atEnd'>) {
  const size = String(draftCount + 2 * rows);
  const large = await startDemoProcess({ atEnd }, ['--limit', 'none', '--team-size', size]);
  const small = await startDemoProcess({ atEnd }, ['--limit', 'none']);
  const userData = join(folder, 'data');
  const builds = join(folder, 'builds');
  mkdirSync(builds);
  const inside = await openInside(userData);
  const { id } = await connectTeam(inside, small, 'Fabrikam');
  await readProduct(inside, id, 'Claims Guard');
  await inside.handlers['app.remember']({ key: 'connection', value: id }, []);
  const connection = await connectTeam(inside, large, 'Northwind');
  const { releases } = await readProduct(inside, connection.id, 'Archive');
  await inside.close();
  const drafted = releases.slice(0, draftCount);
  await putDrafts({ dataFolder: userData, builds, connection, releases: drafted });
  const plan = join(folder, 'plan.json');
  writeFileSync(plan, planFor(large, releases.slice(draftCount, draftCount + rows)));
  const csv = join(folder, 'fields.csv');
  writeFileSync(csv, csvFor(releases.slice(draftCount + rows)));
  return { userData, plan, csv, newest: drafted.at(-1)?.version ?? '' };
}

/** All their fields, as they are saved for a spreadsheet, and one of them edited. */
function csvFor(releases: readonly Release[]): string {
  return csvOf(
    releases.map((release) => {
      const metadata = [{ key: 'channel', value: 'long-term', locked: false }];
      const { id: releaseId, productId } = release;
      return { productId, releaseId, fields: { ...startingFields(release), metadata } };
    }),
  );
}

function planFor({ origin, teamId }: DemoProcess, releases: readonly Release[]): string {
  return JSON.stringify({
    schemaVersion: 1,
    connection: { serverUrl: origin, teamId },
    batch: { name: 'A thousand', onFailure: 'go-on', startAt: null },
    entries: releases.map(({ id, productId }) => ({
      productId,
      releaseId: id,
      base: null,
      fields: { metadata: [{ key: 'channel', value: 'long-term', locked: false }] },
      file: { kind: 'keep' },
    })),
  });
}
