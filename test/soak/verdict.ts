import type { DemoRelease } from '../../electron/demo/state.ts';
import type { Told } from './life.ts';
import type { Scenario, SoakChange } from './scenario.ts';
import type { SoakServer } from './soak-server.ts';

/** What the lives of the app came to: everything they told, and the artifacts they were given, by name. */
export interface Outcome {
  readonly told: readonly Told[];
  readonly md5s: ReadonlyMap<string, string>;
  readonly kills: number;
}

/** What is not as it has to be, in words: nothing, when the batch was published exactly as it was meant. */
export function faultsOf(server: SoakServer, scenario: Scenario, outcome: Outcome): string[] {
  return [
    ...server.faults,
    ...scenario.changes.flatMap((change) => [
      ...notAsMeant(server, change, outcome),
      ...sentInVain(server, change, { kills: outcome.kills, troubles: scenario.troubles.length }),
      ...lostUnsaid(server, change, outcome),
    ]),
    ...refused(server),
    ...leftOver(scenario, outcome),
  ];
}

/** What the change is about is as it was meant, and the rest of the release as it was. */
function notAsMeant(server: SoakServer, change: SoakChange, { md5s }: Outcome): string[] {
  const { version, fields, file } = change;
  const found = server.releasesOf(change);
  const [release] = found;
  if (found.length !== 1 || !release) return [`${version} is there ${found.length} times`];
  const old = server.before(change);
  const wanted = {
    ...restOf(old ?? release),
    ...fields,
    file: md5s.get(file ?? '') ?? old?.file?.checksum ?? null,
  };
  const metadata = release.metadata.map(({ key, value, locked }) => ({ key, value, locked }));
  const there = {
    ...restOf(release),
    status: release.status,
    metadata,
    file: release.file?.checksum ?? null,
  };
  const same = JSON.stringify(wanted) === JSON.stringify(there);
  return same ? [] : [`${version} is ${JSON.stringify(there)}, not ${JSON.stringify(wanted)}`];
}

const restOf = ({ latest, branchId, licenseIds }: DemoRelease) => ({ latest, branchId, licenseIds });

/**
 * A request that was applied is the last. Each of those before it was cut off by the end of a life, or by what goes
 * wrong at the server: none was sent for any other reason.
 */
function sentInVain(
  server: SoakServer,
  change: SoakChange,
  most: { readonly kills: number; readonly troubles: number },
): string[] {
  const { version } = change;
  const sent = server.requestsOf(change);
  const applied = sent.filter((request) => request.applied).length;
  if (applied !== 1) return [`${version} was applied ${applied} times`];
  const inVain = sent.slice(0, -1);
  if (!sent.at(-1)?.applied) return [`${version} was sent again after it had been applied`];
  const cutOff = inVain.filter(({ outcome }) => outcome === 'client-gone').length;
  if (cutOff > most.kills) return [`${version} was cut off ${cutOff} times in ${most.kills} deaths`];
  const refused = inVain.length - cutOff;
  return refused > most.troubles ? [`${version} was sent in vain ${refused} times`] : [];
}

/** Step 14 was taken, and step 20 not: the old file is gone, which a person has to hear of. */
function lostUnsaid(server: SoakServer, change: SoakChange, { told }: Outcome): string[] {
  const isLost = server.requestsOf(change).some(({ step, applied, file }) => file && step >= 14 && !applied);
  const name = server.before(change)?.file?.name;
  if (!isLost || name === undefined) return [];
  const isSaid = told.some((one) => 'notice' in one && one.notice.includes(name));
  return isSaid ? [] : [`${name} was lost, and nobody said so`];
}

function refused({ demo }: SoakServer): string[] {
  const count = demo.requests.filter(({ status }) => status === 429).length;
  return count === 0 ? [] : [`${count} requests for which there was no slot`];
}

function leftOver({ changes }: Scenario, { told }: Outcome): string[] {
  const end = told.flatMap((one) => ('end' in one ? [one.end] : [])).at(-1);
  if (!end) return ['the app did not come to an end'];
  const { drafts, jobs, verified, open } = end;
  const wanted = { drafts: 0, jobs: changes.length, verified: changes.length, open: 0 };
  const is = { drafts, jobs, verified, open };
  return JSON.stringify(is) === JSON.stringify(wanted) ? [] : [`in the end there are ${JSON.stringify(is)}`];
}
