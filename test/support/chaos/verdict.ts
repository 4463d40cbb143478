import type { RequestRecord } from '../../../electron/demo/exchange.ts';
import type { DemoRelease } from '../../../electron/demo/state.ts';
import type { Stage } from './stage.ts';

/** What a draft was to make of a release. */
export interface Wanted {
  readonly connectionId: string;
  /** Null for one that was to be created. */
  readonly releaseId: string | null;
  readonly productId: string;
  readonly version: string;
  readonly note: string;
  /** MD5 of the file it is to have; null for none. */
  readonly md5: string | null;
}

/** What is not as it has to be once everything is over, in words. */
export async function whatIsWrong(stage: Stage, wanted: readonly Wanted[]): Promise<string[]> {
  return [
    ...stage.server.faults,
    ...unfinished(stage),
    ...wanted.flatMap((one) => notAsMeant(stage, one)),
    ...needlesslyRefused(stage),
    ...notSilent(stage),
    ...lostUnsaid(stage),
    ...(await leftOver(stage, wanted)),
  ];
}

const unfinished = ({ client }: Stage): string[] =>
  client
    .jobs()
    .filter(({ state }) => state.at !== 'verified')
    .map(({ version, state }) => `${version} ended as ${JSON.stringify(state)}`);

function notAsMeant({ server }: Stage, { releaseId, productId, version, note, md5 }: Wanted): string[] {
  const isIt = (one: DemoRelease): boolean =>
    releaseId === null ? one.productId === productId && one.version === version : one.id === releaseId;
  const found = server.teams.flatMap(({ releases }) => [...releases.values()].filter(isIt));
  const [release] = found;
  if (found.length !== 1 || !release) return [`${version} is there ${found.length} times`];
  const wrong: string[] = [];
  if (release.metadata[0]?.value !== note) wrong.push(`${version} has ${JSON.stringify(release.metadata)}`);
  if ((release.file?.checksum ?? null) !== md5) {
    wrong.push(`${version} has the file ${JSON.stringify(release.file)}`);
  }
  return wrong;
}

const isRefusal = ({ step, status }: RequestRecord): boolean => step === 3 && status === 429;

/** Nobody can know of a stranger, or tell a clock that was set forward from time gone by; but of all else. */
function needlesslyRefused({ server, blindness }: Stage): string[] {
  const refused = server.sent().filter(isRefusal).length;
  const sets = blindness.filter((one) => one.of === 'clock set forward').length;
  const excused = server.strangers + 2 * sets;
  return refused > excused
    ? [`${refused} requests were refused, and ${excused} could not have been known`]
    : [];
}

/** After a refusal that was heard nothing of its kind is sent for as long as a window lasts. */
function notSilent({ server, blindness }: Stage): string[] {
  const sent = server.sent();
  const heard = sent.filter((one) => isRefusal(one) && one.outcome === 'answered');
  return heard.flatMap(({ at, method }) => {
    const next = sent.find((one) => one.method === method && one.at > at && one.at < at + server.silenceMs);
    if (!next) return [];
    const isExcused = blindness.some(({ at: then, of }) =>
      of === 'lost answer' ? then === at : of === 'clock set forward' && then >= at && then <= next.at,
    );
    return isExcused
      ? []
      : [`a ${method} ${(next.at - at) / 1000} s after a refusal at ${new Date(at).toISOString()}`];
  });
}

/** A request that came to where the old file is deleted, and not to where the new one is in its place. */
function lostUnsaid({ server, client }: Stage): string[] {
  const sent = server.sent();
  return sent.flatMap(({ path, method, step, applied, file }, index) => {
    const release = server.release(path.split('/').at(-1) ?? '');
    if (method !== 'PUT' || !release || step < 14 || applied || file === null) return [];
    const hadIt = !sent.slice(0, index).some((one) => one.path === path && (one.applied || one.step >= 14));
    const name = server.oldFiles.get(release.id);
    if (!hadIt || name === undefined) return [];
    return client.notices.some((notice) => notice.includes(name))
      ? []
      : [`${name} was lost, and nobody said so`];
  });
}

async function leftOver({ client }: Stage, wanted: readonly Wanted[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const connectionId of new Set(wanted.map((one) => one.connectionId))) {
    const open = (await client.attempts(connectionId)).filter(({ outcome }) => outcome === 'started');
    if (open.length > 0) wrong.push(`${open.length} attempts that never came to an end`);
    const drafts = await client.draftCount(connectionId);
    if (drafts > 0) wrong.push(`${drafts} drafts left over`);
  }
  return wrong;
}
