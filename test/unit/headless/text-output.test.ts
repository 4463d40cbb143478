import { describe, expect, test } from 'vitest';
import type { Change } from '../../../electron/headless/reporter.ts';
import { createTextOutput } from '../../../electron/headless/text-output.ts';
import type { Finding } from '../../../electron/model/draft.ts';
import type { PlanStep } from '../../../electron/model/plan.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const at = (seconds: number): string =>
  new Date(Date.parse('2026-01-01T12:00:00.000Z') + seconds * 1000).toISOString();

function change(entry: number, state: Change['state'], more: Partial<Change> = {}): Change {
  return {
    entry,
    productId: '',
    releaseId: null,
    version: `1.${entry}.0`,
    jobId: null,
    state,
    reason: null,
    until: null,
    status: null,
    details: null,
    remedy: null,
    attempts: 0,
    fileName: null,
    sentBytes: null,
    totalBytes: null,
    ...more,
  };
}

/** A run of so many releases, and what it has printed. */
function open(releases: number, columns: number | null = null) {
  const clock = createFakeClock();
  const printed: string[] = [];
  const output = createTextOutput({ columns, write: (text) => void printed.push(text) }, clock);
  output.opened({ name: 'Winter', serverUrl: 'https://a.example', teamId: 'team', releases, dryRun: false });
  printed.length = 0;
  const text = (): string => printed.join('').replace(/\d\d:\d\d:\d\d/g, 'TIME');
  return { clock, output, printed, text };
}

const sending = { fileName: 'app.zip', totalBytes: 4 * 1024 * 1024, sentBytes: 1024 * 1024, attempts: 1 };
const tally = {
  published: 1,
  unchanged: 0,
  failed: 1,
  conflicts: 0,
  blocked: 0,
  cancelled: 0,
  notStarted: 0,
};

describe('a file that a refused upload has cost', () => {
  const lost = {
    entry: 1,
    releaseId: 'r',
    version: '1.1.0',
    name: 'app.jar',
    size: 4096,
    md5: 'abc',
    sha256: 'def',
    path: '/data/artifacts/def',
    remedy: 'Run the same command with --put-back.',
  };

  test('is told in the end with what it was, where its copy is and what to do', () => {
    const { output, text } = open(1);
    output.lostFile(lost);
    expect(text()).toBe('');
    output.ended('failed', { ...tally, published: 0 });
    expect(text().split('\n')[0]).toBe(
      '1.1.0 is without its file: the server has lost app.jar (4.0 KB, MD5 abc) while refusing another. ' +
        'A copy is at /data/artifacts/def (SHA-256 def). Run the same command with --put-back.',
    );
  });

  test('is told on its way back, and that it is back', () => {
    const { output, text } = open(1);
    for (const state of ['reading', 'sending', 'verified'] as const) {
      output.putsBack(change(1, state, { fileName: 'app.jar', totalBytes: 4096, attempts: 1 }));
    }
    expect(text()).toBe(
      'TIME  1.1.0 gets app.jar back: sends app.jar, 4.0 KB\nTIME  1.1.0 has app.jar back.\n',
    );
  });
});

describe('what the checks came to', () => {
  const step: PlanStep = {
    entry: 1,
    productId: '',
    releaseId: 'r',
    version: '1.1.0',
    draftId: null,
    outcome: 'change',
    changes: [],
    merged: [],
    findings: [],
  };
  const told = (change: Partial<PlanStep>): string => {
    const { output, text } = open(1);
    output.checked({ batch: null, problems: [], steps: [{ ...step, ...change }] });
    output.ended('done', null);
    return text();
  };
  const finding = (severity: Finding['severity']): Finding => ({
    rule: 'branch-unknown',
    severity,
    part: 'branch',
    message: 'The server may refuse it.',
    fix: null,
  });

  test('is that nothing stands against it only where there is no warning', () => {
    expect(told({ findings: [finding('tells')] })).toMatch(/\nNothing stands against it\.\n$/);
    expect(told({ findings: [finding('warns')] })).toMatch(
      /Warning: The server may refuse it\.\nThe checks let it pass, with a warning: see above\.\n$/,
    );
    expect(told({ findings: [finding('warns'), finding('warns')] })).toMatch(
      /with 2 warnings: see above\.\n$/,
    );
  });

  test('has what the server takes whole, and what is far too long cut', () => {
    const of = (value: string): string =>
      told({
        changes: [{ part: 'metadata', label: 'k', server: '—', draft: value, result: value, change: 'mine' }],
      });
    expect(of('v'.repeat(255))).toContain(`k: — → ${'v'.repeat(255)}\n`);
    expect(of('v'.repeat(5000))).toContain(`k: — → ${'v'.repeat(80)}… (5000 characters)\n`);
  });
});

describe('a log', () => {
  test('has a line for what matters, and none for each step on the way', () => {
    const { output, text } = open(2);
    for (const state of ['waiting', 'reading', 'merging'] as const) {
      output.changed(change(1, state, state === 'waiting' ? { reason: 'turn' } : {}));
    }
    output.changed(change(1, 'sending', { ...sending, totalBytes: null, sentBytes: null }));
    output.progressed(change(1, 'sending', sending));
    for (const state of ['answering', 'verifying'] as const)
      output.changed(change(1, state, { attempts: 1 }));
    output.changed(change(1, 'verified', { attempts: 1 }));
    output.changed(change(2, 'verified'));
    expect(text()).toBe(
      'TIME  1/2  1.1.0  sends app.zip\n' +
        'TIME  1/2  1.1.0  published\n' +
        'TIME  2/2  1.2.0  nothing to do: the server holds it already\n',
    );
  });

  test('says once for all of them until when the server’s limit lasts', () => {
    const { output, text } = open(4);
    for (const entry of [1, 2]) output.changed(change(entry, 'waiting', { reason: 'slot', until: at(305) }));
    for (const entry of [3, 4]) output.changed(change(entry, 'waiting', { reason: 'slot', until: at(610) }));
    expect(text().match(/1\.\d\.0 {2}waits for the server’s limit until TIME/g)).toEqual([
      '1.1.0  waits for the server’s limit until TIME',
      '1.3.0  waits for the server’s limit until TIME',
    ]);
  });

  test('says every minute how things stand while nothing else is said', async () => {
    const { clock, output, text } = open(2);
    output.changed(change(1, 'verified', { attempts: 1 }));
    output.changed(change(2, 'waiting', { reason: 'slot', until: at(305) }));
    await clock.advance(59_000);
    expect(text()).not.toContain('1 of 2');
    await clock.advance(62_000);
    expect(text().match(/1 of 2 .*/g)).toEqual([
      '1 of 2 · 1.2.0 waits for the server’s limit, 4 min 5 s to go',
      '1 of 2 · 1.2.0 waits for the server’s limit, 3 min 5 s to go',
    ]);
    output.ended('interrupted', null);
    expect(clock.due()).toEqual([]);
  });

  test('says when it will be over, unless that is soon', () => {
    const { output, text } = open(9);
    output.expects(at(20));
    expect(text()).toBe('');
    output.expects(at(4 * 305));
    expect(text()).toMatch(
      /^TIME {2}All of it is published at about 2026-01-0[12] TIME, in 20 min 20 s\.\n$/,
    );
  });

  test('says when a batch begins with its day, and as its clock does', () => {
    const { output, printed } = open(2);
    output.waitsUntil(new Date(2026, 10, 6, 23, 5).toISOString());
    expect(printed.join('')).toMatch(
      /^\d\d:\d\d:\d\d {2}Begins at 2026-11-06 23:05:00, in 30\d d \d+ h\.\n$/,
    );
  });

  test('names in the end what was not published, and says how long it took', async () => {
    const { clock, output, text } = open(2);
    output.changed(
      change(1, 'failed', { reason: 'It broke.', status: 403, details: 'No', remedy: 'Mend it.' }),
    );
    output.changed(change(2, 'conflict', { reason: 'Status' }));
    output.changed(change(2, 'verified', { attempts: 1 }));
    await clock.advance(61_000);
    output.ended('failed', tally);
    expect(text()).toMatch(
      /Not published:\n {2}1\/2 {2}1\.1\.0 {2}failed: It broke\. \(the server said 403: No\) Mend it\.\nNot all could be published\. 1 published, 1 failed, in 1 min 1 s\.\n$/,
    );
  });
});

describe('a terminal', () => {
  /** What its last line shows. */
  const lastLine = (printed: readonly string[]): string =>
    printed.join('').replaceAll('\r\u001b[K', '\n').split('\n').at(-1) ?? '';

  test('shows how far all of it is, however many are under way', async () => {
    const { clock, output, printed } = open(4, 100);
    output.changed(change(1, 'verified', { attempts: 1 }));
    output.changed(change(2, 'verifying', { attempts: 1 }));
    output.progressed(change(3, 'sending', sending));
    await clock.advance(50);
    expect(lastLine(printed)).toBe(
      '[#############-----------] 1 of 4 · 1.3.0 sends app.zip, 1.0 MB of 4.0 MB',
    );
  });

  test('counts the seconds until it goes on', async () => {
    const { clock, output, printed } = open(2, 100);
    output.changed(change(1, 'waiting', { reason: 'slot', until: at(305) }));
    await clock.advance(1000);
    expect(lastLine(printed)).toMatch(/0 of 2 · 1\.1\.0 waits .*, 5 min 4 s to go$/);
    await clock.advance(1000);
    expect(lastLine(printed)).toMatch(/5 min 3 s to go$/);
  });

  test('counts them until a batch begins that is to begin later', async () => {
    const { clock, output, printed } = open(2, 100);
    output.waitsUntil(at(90));
    await clock.advance(1000);
    expect(lastLine(printed)).toMatch(/0 of 2 · begins in 1 min 29 s$/);
  });

  test('moves no faster than an eye sees, and stays where it is below each line', async () => {
    const { clock, output, printed } = open(2, 100);
    output.changed(change(1, 'sending', sending));
    printed.length = 0;
    for (let sentBytes = 0; sentBytes < 1000; sentBytes += 1)
      output.progressed(change(1, 'sending', { ...sending, sentBytes: sentBytes * 4096 }));
    output.changed(change(2, 'failed', { reason: 'It broke.' }));
    expect(printed).toHaveLength(1);
    expect(lastLine(printed)).toMatch(/0 of 2 · 1\.1\.0 sends app\.zip, 1\.0 MB/);
    await clock.advance(50);
    expect(printed).toHaveLength(2);
    expect(lastLine(printed)).toMatch(/1 of 2 · 1\.1\.0 sends app\.zip, 3\.9 MB/);
  });

  test('keeps within its width, and shows no bar where there is no room', () => {
    const { output, printed } = open(4, 50);
    output.progressed(change(3, 'sending', { ...sending, fileName: `${'long'.repeat(30)}.zip` }));
    expect(lastLine(printed)).toHaveLength(49);
    const narrow = open(4, 20);
    narrow.output.progressed(change(3, 'sending', sending));
    expect(narrow.printed).toEqual([]);
  });
});

test('leaves no bar behind when the process ends at once', () => {
  const { clock, output, printed } = open(2, 100);
  output.changed(change(1, 'sending', sending));
  output.abandoned('Stopped at once.');
  expect(printed.join('').split('\r\u001b[K').at(-1)).toMatch(/^\d\d:\d\d:\d\d {2}Stopped at once\.\n$/);
  expect(clock.due()).toEqual([]);
});

test('names and what a server says cannot steer the terminal', () => {
  const { output, text } = open(1);
  output.changed(
    change(1, 'failed', { version: '1\u001b[2J', reason: 'a\u202eb', details: 'x\ry', status: 400 }),
  );
  expect(text()).toContain('1\ufffd[2J');
  for (const steering of ['\u001b', '\r', '\u202e']) expect(text()).not.toContain(steering);
});
