import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Finding } from '../../../electron/model/draft.ts';
import { jobSchema } from '../../../electron/model/job.ts';
import { step } from '../../../electron/publish/job.ts';
import { type JobRecord, jobRecordSchema } from '../../../electron/publish/job-record.ts';
import { isInDoubt, isOver, jobOf } from '../../../electron/publish/job-view.ts';
import { commandsFor } from '../../support/job-commands.ts';
import {
  afterwards,
  answeredYes,
  base,
  bodySent,
  cancel,
  checkFailed,
  createSeed,
  done,
  fits,
  go,
  type Happening,
  key,
  keyChecked,
  lostConnection,
  meant,
  online,
  pause,
  persistFailed,
  queuedJob,
  read,
  readFailed,
  resume,
  retry,
  robbed,
  sendFailed,
  sendingJob,
  serverError,
  tell,
  timer,
  told,
  world,
} from '../../support/jobs.ts';

const blocking: Finding = { rule: 'r', severity: 'blocks', part: 'file', message: 'No.', fix: null };
const refused = failureOf('version-taken', { status: 409 });
const refusedLate = failureOf('storage-full', { status: 400 });
const offline = failureOf('offline');
const unreachable = failureOf('connection-refused');
const unauthorized = failureOf('invalid-key', { status: 401 });
const noKey = failureOf('no-key');
const limited = failureOf('rate-limited', { status: 429 });
const unknownProduct = failureOf('product-not-found', { status: 404 });
const stoppedEarly = failureOf('cancelled', { applied: 'no', oldFile: 'safe' });

const othersVersion = { ...base, version: '9.9.9' };
const othersStatus = { ...base, status: 'ARCHIVED' as const };

/** The states of the document, and a job that stands there. */
const states: Record<string, () => JobRecord> = {
  queued: () => queuedJob(),
  reading: () => told(queuedJob(), go),
  checking: () => told(queuedJob(), go, read(base)),
  sending: () => sendingJob(),
  answering: () => told(sendingJob(), bodySent),
  'finding out': () => told(sendingJob(), sendFailed(lostConnection)),
  verifying: () => told(sendingJob(), answeredYes),
  'looking again later': () => told(sendingJob(), sendFailed(lostConnection), readFailed(unreachable)),
  settling: () => told(sendingJob(), sendFailed(lostConnection), read(base)),
  'checking the key': () => told(queuedJob(), go, readFailed(unauthorized)),
  'checking the key, in doubt': () =>
    told(sendingJob(), sendFailed(lostConnection), readFailed(unauthorized)),
  resting: () => told(queuedJob(), go, readFailed(unreachable)),
  'resting for a key': () => told(queuedJob(), go, readFailed(noKey)),
  'resting for a key, in doubt': () => told(sendingJob(), sendFailed(lostConnection), readFailed(noKey)),
  paused: () => told(queuedJob(), pause),
  'paused in doubt': () => told(sendingJob(), sendFailed(lostConnection), read(base), pause),
  blocked: () => told(queuedJob(), go, read(base), blocked),
  conflict: () => told(queuedJob(), go, read(othersVersion)),
  failed: () => told(queuedJob(), go, read(null)),
  'failed in doubt': () => told(sendingJob(), sendFailed(lostConnection), read(base), cancel),
  cancelled: () => told(queuedJob(), cancel),
  verified: () => told(sendingJob(), answeredYes, read(done)),
};

const blocked: Happening = (ticket) => ({ on: 'checked', ticket, findings: [blocking] });
const hold: Happening = (ticket) => ({ on: 'hold', ticket, reason: 'slot', until: 1 });
const progress: Happening = (ticket) => ({
  on: 'progress',
  ticket,
  sentBytes: 1,
  totalBytes: 2,
  bytesPerSecond: 3,
});
const slotGone: Happening = (ticket) => ({ on: 'slot-gone', ticket });
const revise: Happening = () => ({
  on: 'revise',
  base,
  meant: { ...meant, fields: { ...meant.fields, version: '1.4.2' } },
});
const decide: Happening = () => ({ on: 'resolve', choices: { Version: 'mine' } });

/** What a state is called in the document. */
function nameOf({ phase, flight }: JobRecord): string {
  const doubt = (name: string, separator = ' ') => (flight ? `${name}${separator}in doubt` : name);
  switch (phase.at) {
    case 'finding-out':
      if (phase.until !== null) return phase.settling ? 'settling' : 'looking again later';
      return flight?.failure ? 'finding out' : 'verifying';
    case 'checking-key':
      return doubt('checking the key', ', ');
    case 'resting':
      return phase.reason === 'key' ? doubt('resting for a key', ', ') : 'resting';
    case 'paused':
    case 'failed':
      return doubt(phase.at);
    default:
      return phase.at;
  }
}

const struck = (record: JobRecord, strikes: Partial<JobRecord['strikes']>): JobRecord => ({
  ...record,
  strikes: { ...record.strikes, ...strikes },
});
const settled = () => told(state('settling'), timer);
const creating = () => sendingJob(createSeed);

/** What an event of the document does to a job that stands where its row says. */
type Story = (job: JobRecord) => JobRecord;
const by =
  (...happenings: readonly Happening[]): Story =>
  (job) =>
    told(job, ...happenings);

/** By the name of the event; with the state in front where the same words mean something else there. */
const stories: Record<string, Story> = {
  'told why it waits': by(hold),
  'its turn': by(go),
  pause: by(pause),
  cancel: by(cancel),
  again: by(retry),
  'again, draft edited': by(revise),
  resume: by(resume),
  'time has come': by(timer),
  'network is back': by(online),
  'another key': by(key),
  'record not written': by(persistFailed),
  'pause, then resume': by(pause, resume),

  'read: mine can be sent': by(read(base)),
  'read: both changed the same': by(read(othersVersion)),
  'read: already as meant': by(read(done)),
  'reading / read: gone': by(read(null)),
  'finding out / read: gone': () => told(settled(), read(null)),
  'new release, read: it is there as meant': () =>
    told(queuedJob(createSeed), go, read(afterwards(null, meant))),
  'reading / new release, read: version taken': () => told(queuedJob(createSeed), go, read(base)),
  'finding out / new release, read: version taken': () =>
    told(creating(), sendFailed(serverError), read(base)),
  'network fails': by(readFailed(unreachable)),
  'reading / offline': by(readFailed(offline)),
  'sending / offline': by(sendFailed(offline)),
  'server fails': by(readFailed(serverError)),
  'server fails for the tenth time': (job) => told(struck(job, { read: 9 }), readFailed(serverError)),
  'refused for good': by(readFailed(unknownProduct)),
  '401': by(readFailed(unauthorized)),
  'sending / 401': by(sendFailed(unauthorized)),
  'no key': by(readFailed(noKey)),
  'sending / no key': by(sendFailed(noKey)),

  'nothing blocks': by(fits),
  'something blocks': by(blocked),
  'its slot is gone': by(slotGone),
  'artifact missing': by(checkFailed(failureOf('artifact-missing'))),

  progress: by(progress),
  'body is out': by(bodySent),
  yes: by(answeredYes),
  'refused, old file safe': by(sendFailed(refused)),
  'refused, old file lost': by(sendFailed(refusedLate)),
  'outcome unknown': by(sendFailed(serverError)),
  'connection refused': by(sendFailed(unreachable)),
  '429': by(sendFailed(limited)),
  'new release, version taken': () => told(creating(), sendFailed(refused)),
  'same harmless failure for the fifth time': (job) =>
    told(struck(job, { send: 4 }), sendFailed(failureOf('invalid-form'))),
  'cancel, then stopped before the body was out': by(cancel, sendFailed(stoppedEarly)),
  'pause, then nothing happened': by(pause, sendFailed(unreachable)),

  'read: as meant': by(read(done)),
  'read: untouched, too early': by(read(base)),
  'read: untouched': () => told(settled(), read(base)),
  'read: old file lost, too early': by(read(robbed)),
  'read: old file lost': () => told(settled(), read(robbed)),
  'read: untouched after a refusal': () => told(sendingJob(), sendFailed(refusedLate), read(base)),
  'read: old file lost after a refusal': () => told(sendingJob(), sendFailed(refusedLate), read(robbed)),
  'read: others changed something else': () => told(settled(), read(othersStatus)),
  'read: others changed the same': () => told(settled(), read(othersVersion)),
  'read: untouched for the fifth time': () => told(struck(settled(), { send: 4 }), read(base)),
  'new release, read: not there': () => told(creating(), sendFailed(serverError), read(null)),
  'cannot be read now': by(readFailed(unreachable)),
  'pause, then read: untouched': () => told(settled(), pause, read(base)),
  'cancel, then read: untouched': () => told(settled(), cancel, read(base)),
  'cancel, then read: as meant': by(cancel, read(done)),
  'pause, then cannot be read now': by(pause, readFailed(unreachable)),
  'cancel, then cannot be read now': by(cancel, readFailed(unreachable)),

  'read: not yet as meant': by(read(base)),
  'read: not as meant for the third time': by(read(base), timer, read(base), timer, read(base)),

  'the key is good': by(keyChecked('accepted')),
  'the key is refused': by(keyChecked('refused')),
  'nothing is known of the key': by(keyChecked('unclear')),

  'all decided': by(decide),
};

const document = readFileSync(new URL('../../../docs/queue.md', import.meta.url), 'utf8');
const rows = documented();

/** One of each event there is, with the words of the document for it. */
const happenings: [Happening, ...words: string[]][] = [
  [pause, 'pause'],
  [resume, 'resume', 'pause, then resume'],
  [cancel, 'cancel'],
  [retry, 'again'],
  [revise, 'again, draft edited'],
  [decide, 'all decided'],
  [online, 'network is back'],
  [key, 'another key'],
  [hold, 'told why it waits'],
  [go, 'its turn'],
  [timer, 'time has come'],
  [read(base), 'read: mine can be sent', 'read: as meant'],
  [readFailed(unreachable), 'cannot be read now', 'network fails'],
  [fits, 'nothing blocks'],
  [checkFailed(unreachable), 'artifact missing'],
  [slotGone, 'its slot is gone'],
  [progress, 'progress'],
  [bodySent, 'body is out'],
  [answeredYes, 'yes'],
  [sendFailed(lostConnection), 'outcome unknown'],
  [keyChecked('accepted'), 'the key is good'],
  [persistFailed, 'record not written'],
];

function documented(): { from: string; event: string; to: string }[] {
  const section = document.split('## Every transition')[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => /^\| [a-z]/.test(line));
  return lines.slice(1).map((line) => {
    const [, from = '', event = '', to = ''] = line.split('|').map((cell) => cell.trim());
    return { from, event, to };
  });
}

function state(name: string): JobRecord {
  const make = states[name];
  if (!make) throw new Error(`no such state: ${name}`);
  return make();
}

describe('the table of docs/queue.md', () => {
  it('is read', () => {
    expect(rows.length).toBeGreaterThan(140);
  });

  it.each(rows)('$from, $event: $to', ({ from, event, to }) => {
    const story = stories[`${from} / ${event}`] ?? stories[event];
    if (!story) throw new Error(`nothing says what “${event}” is`);
    expect(nameOf(story(state(from)))).toBe(to);
  });

  it('has every state, and a test for every event', () => {
    expect(new Set(rows.flatMap(({ from, to }) => [from, to]))).toEqual(new Set(Object.keys(states)));
    const told = new Set(rows.flatMap(({ from, event }) => [event, `${from} / ${event}`]));
    expect(Object.keys(stories).filter((event) => !told.has(event))).toEqual([]);
  });

  it.each(Object.keys(states))('has all that means something when %s; the rest is ignored', (name) => {
    const job = state(name);
    expect(nameOf(job)).toBe(name);
    for (const [happening, ...words] of happenings) {
      const { record, effects, ignored } = tell(job, happening);
      const inTable = rows.some(({ from, event }) => from === name && words.includes(event));
      // Resuming means something only where a pause was asked for, which the document says in one row.
      if (words.includes('resume') && !job.stop && inTable && name !== 'paused' && name !== 'paused in doubt')
        continue;
      expect(ignored, `${name}: ${words[0]}`).toBe(!inTable);
      if (ignored) {
        expect(record).toBe(job);
        expect(effects).toEqual([]);
      }
    }
  });
});

describe('the picture of docs/queue.md', () => {
  const leftOut = /pause|cancel|resume|record not written/;

  it('draws every way that the table has, but for pausing, cancelling and a full disk, and no other', () => {
    const nameInPicture = (name: string): string => state(name).phase.at.replace('-', '_');
    const ways = rows
      .filter(({ from, event, to }) => from !== to && !leftOut.test(`${from} ${event}`))
      .map(({ from, to }) => `${nameInPicture(from)} --> ${nameInPicture(to)}`);
    const drawn = [...document.matchAll(/^ {2}(\w+ --> \w+): \S/gm)].map(([, way]) => way);
    expect(drawn.toSorted()).toEqual([...new Set(ways)].toSorted());
  });
});

describe('in every state, whatever happens', () => {
  const everywhere = Object.keys(states).flatMap((name) =>
    happenings.map(([happening, word = '']) => ({ name, word, happening })),
  );

  it.each(everywhere)('$name, $word: stays whole', ({ name, happening }) => {
    const { record, effects } = tell(state(name), happening);
    expect(jobRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(jobSchema.parse(jobOf(record))).toEqual(jobOf(record));
    const underWay = ['sending', 'answering', 'finding-out'].includes(record.phase.at);
    if (underWay) expect(isInDoubt(record)).toBe(true);
    const written = effects.findIndex((effect) => effect.do === 'persist');
    const sent = effects.findIndex((effect) => effect.do === 'send');
    if (sent !== -1) expect(written).toBeGreaterThanOrEqual(0);
    if (sent !== -1) expect(written).toBeLessThan(sent);
    if (sent !== -1) expect(state(name).phase.at).toBe('checking');
    for (const effect of effects) {
      if ('ticket' in effect) expect(effect.ticket).toBe(record.ticket);
    }
  });

  it.each(everywhere)('$name, $word: an answer to something older is ignored', ({ name, happening }) => {
    const job = state(name);
    const event = happening(job.ticket - 1);
    if (!('ticket' in event)) return;
    expect(step(job, event, world)).toEqual({ record: job, effects: [], ignored: true });
  });

  it.each(Object.keys(states))('%s: takes exactly the commands that mean something', (name) => {
    const job = state(name);
    const commands: [string, Happening][] = [
      ['pause', pause],
      ['resume', resume],
      ['cancel', cancel],
      ['retry', retry],
      ['resolve', decide],
    ];
    const meaningful = commands.filter(([, happening]) => !tell(job, happening).ignored);
    expect(new Set(commandsFor(job))).toEqual(new Set(meaningful.map(([command]) => command)));
  });

  it.each(Object.keys(states))('%s: is over exactly when nothing goes on by itself', (name) => {
    const job = state(name);
    const byItself = happenings.filter(([happening]) => 'ticket' in happening(0) || happening === key);
    const moves = byItself.some(([happening]) => !tell(job, happening).ignored);
    expect(isOver(job)).toBe(!moves && job.phase.at !== 'paused');
  });
});
