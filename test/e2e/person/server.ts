import { createHash } from 'node:crypto';
import type { DemoServer } from '../../../electron/demo/server.ts';
import type { DemoLicense, DemoProduct, DemoRelease, DemoTeam } from '../../../electron/demo/state.ts';

/** The team of a demo server. */
export function teamOn(demo: DemoServer): DemoTeam {
  return found(demo.state.teams.get(demo.teamId), 'the team');
}

export function productOn(demo: DemoServer, name = 'Claims Guard'): DemoProduct {
  return found(
    [...teamOn(demo).products.values()].find((product) => product.name === name),
    name,
  );
}

/** A release as the server holds it now; in the branch of this name, or in none. */
export function releaseOn(demo: DemoServer, version: string, branch?: string): DemoRelease {
  const team = teamOn(demo);
  const productId = productOn(demo).id;
  const release = [...team.releases.values()].find(
    (each) =>
      each.version === version &&
      each.productId === productId &&
      (each.branchId === null ? undefined : team.branches.get(each.branchId)?.name) === branch,
  );
  return found(release, `release ${version}`);
}

/** The license that is made out to who has this name. */
export function licenseOf(demo: DemoServer, fullName: string): DemoLicense {
  const { customers, licenses } = teamOn(demo);
  const license = [...licenses.values()].find(({ customerIds }) =>
    customerIds.some((id) => customers.get(id)?.fullName === fullName),
  );
  return found(license, `a license of ${fullName}`);
}

/** Whether the file of a release is, in the server's storage, exactly these bytes. */
export function holds(demo: DemoServer, { file }: DemoRelease, bytes: Buffer): boolean {
  return file !== null && demo.object(file.key)?.equals(bytes) === true;
}

/** The requests that change something, as they came. */
export function changesSent(demo: DemoServer) {
  return demo.requests.filter(({ method }) => method === 'PUT' || method === 'POST');
}

/** What no file of the app and no page may ever hold. */
export const licenseKeysOn = (demo: DemoServer): string[] =>
  [...teamOn(demo).licenses.values()].map(({ licenseKey }) => licenseKey);

export const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demo server has not got ${what}`);
  return value;
}
