import type { Fault } from '../../../electron/demo/faults.ts';
import { goOn, type Stage } from './stage.ts';

/** One thing that happens, most of it unpleasant. */
export async function happen(stage: Stage): Promise<void> {
  const { chance } = stage;
  const what = chance.pick([
    breakSomething,
    breakSomething,
    breakSomething,
    holdSomething,
    holdSomething,
    die,
    setClock,
    goAway,
    letStrangerIn,
    meddle,
    meddle,
  ]);
  await what(stage);
}

async function breakSomething({ server, chance, note }: Stage): Promise<void> {
  const fault = troubles[chance.below(troubles.length)];
  if (!fault) return;
  note(`fault: ${JSON.stringify(fault)}`);
  server.demo.faults.add(fault);
}

async function holdSomething({ server, client, chance, note }: Stage): Promise<void> {
  const job = client.someJob(chance);
  const at = chance.pick(['received', 'file-deleted', 'answer'] as const);
  // A creation has no file to delete.
  if (!job || (job.releaseId === null && at === 'file-deleted')) return;
  note(`hold ${job.version} at ${at}`);
  server.hold(at, job.releaseId);
}

async function die({ client, clock, note, blindness }: Stage): Promise<void> {
  note('the process dies');
  blindness.push({ at: clock.now(), of: 'lost answer' });
  await client.dieAndStart();
}

async function setClock({ client, clock, chance, note, blindness }: Stage): Promise<void> {
  const ms = chance.pick([1, -1]) * chance.pick([1000, 60_000, 3_600_000, 86_400_000]);
  note(`the clock is set by ${ms / 1000} s`);
  blindness.push({ at: clock.now(), of: ms > 0 ? 'clock set forward' : 'clock set back' });
  client.setClock(ms);
}

async function goAway(stage: Stage): Promise<void> {
  stage.note('the server is away, and back');
  await stage.server.demo.stop();
  await goOn(stage, 20);
  await stage.server.demo.start();
}

async function letStrangerIn({ server, note }: Stage): Promise<void> {
  note('a stranger');
  await server.stranger();
}

async function meddle({ client, chance, note }: Stage): Promise<void> {
  const job = client.someJob(chance);
  if (!job) return;
  const { handlers } = client.services;
  const wish = chance.pick(['pause', 'resume', 'retry', 'cancel', 'move', 'wake'] as const);
  note(`${wish} ${job.version}, which is ${job.state.at}`);
  if (wish === 'move') {
    await handlers['jobs.move']({ jobId: job.id, to: chance.pick(['earlier', 'later']) }, []);
  } else if (wish === 'wake') client.services.wake();
  else await handlers[`jobs.${wish}`]({ jobId: job.id }, []);
}

const troubles: readonly Fault[] = [
  ...['PUT', 'POST'].flatMap((method): Fault[] => [
    { method, at: 'arrival', effect: { kind: 'drop' } },
    { method, at: 'body', effect: { kind: 'drop' } },
    { method, at: 'answer', effect: { kind: 'drop' } },
    { method, at: 'received', effect: { kind: 'answer', status: 500 } },
    { method, at: 'upload', effect: { kind: 'answer', status: 500 } },
    { method, at: 'upload', effect: { kind: 'answer', status: 400, details: 'Storage limit reached' } },
    { method, at: 'answer', effect: { kind: 'answer', status: 500 } },
    { method, at: 'answer', effect: { kind: 'html', status: 502 } },
    { method, at: 'answer', effect: { kind: 'truncate' } },
    { method, at: 'authorization', effect: { kind: 'answer', status: 401, details: 'Invalid API key' } },
    { method, at: 'received', effect: { kind: 'answer', status: 403, details: 'Not now' } },
  ]),
  { method: 'GET', at: 'arrival', effect: { kind: 'drop' } },
  { method: 'GET', at: 'answer', times: 3, effect: { kind: 'html', status: 502 } },
  { method: 'GET', at: 'authorization', effect: { kind: 'answer', status: 401, details: 'Invalid API key' } },
];
