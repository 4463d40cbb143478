import { describe, expect, it } from 'vitest';
import { createLog, type LogSink } from '../../../electron/diagnostics/log.ts';
import { createRedactor } from '../../../electron/diagnostics/redact.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

function openLog() {
  const lines: string[] = [];
  const sink: LogSink = { write: (line) => lines.push(line), kept: async () => [lines.join('\n')] };
  return { log: createLog(sink, createRedactor(['/home/anna']), createFakeClock()), lines };
}

describe('a line', () => {
  it('says when, how bad and what, with its facts', () => {
    const { log, lines } = openLog();
    log.warn('request', { connection: 'c1', failure: 'server-error', status: 500, code: null });
    expect(lines).toEqual([
      '2026-01-01T12:00:00.000Z warn  request connection=c1 failure=server-error status=500',
    ]);
  });

  it('keeps what holds spaces together, so that it can be taken apart again', () => {
    const { log, lines } = openLog();
    log.info('start', {
      version: '1.0',
      platform: 'my "own" system',
      runtime: 'Electron 45',
      node: '24',
      keyring: true,
    });
    expect(lines[0]).toContain('platform="my \\"own\\" system" runtime="Electron 45" node=24 keyring=true');
  });

  it('of an error has twenty of its places, however deep it was', () => {
    const { log, lines } = openLog();
    const error = new Error('deep');
    error.stack = `Error: deep\n${'    at go (app.js:1:1)\n'.repeat(1000)}`;
    log.unforeseen('call drafts.list', error);
    expect(lines[0]?.split('\n')).toHaveLength(1 + 20);
  });

  it('cannot be made to look like two', () => {
    const { log, lines } = openLog();
    log.info('connection', {
      is: 'added',
      connection: 'x\n2026-01-01T12:00:00.000Z error fake',
      origin: 'o',
      key: 'none',
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
  });

  it('never holds a key that is known', () => {
    const { log, lines } = openLog();
    log.conceal('lab_main_0123456789');
    log.info('connection', { is: 'added', connection: 'lab_main_0123456789', origin: 'o', key: 'none' });
    expect(lines[0]).toContain('connection=•••');
  });
});

describe('an error nobody foresaw', () => {
  it('is told by its class, its code and its places, never by its text', () => {
    const { log, lines } = openLog();
    const error = Object.assign(new TypeError('cannot read /home/anna/secret of sk-1234\n    of line two'), {
      code: 'ENOENT',
    });
    log.unforeseen('call drafts.list', error);
    expect(lines[0]).toMatch(
      /^\S+ error unforeseen where="call drafts.list" error=TypeError code=ENOENT\n {4}at /,
    );
    expect(lines[0]).not.toMatch(/secret|sk-1234|line two|\/home\/anna/);
  });

  it.each<[string, unknown]>([
    ['a text', 'the key is sk-1234'],
    ['nothing', undefined],
    [
      'an error that calls itself something',
      Object.assign(new Error('x'), { name: 'the key is sk-1234', code: 'the key' }),
    ],
    [
      'an object that cannot be looked at',
      new Proxy(new Error('x'), {
        get: () => {
          throw new Error('the key is sk-1234');
        },
      }),
    ],
  ])('may be %s', (_what, thrown) => {
    const { log, lines } = openLog();
    log.unforeseen('somewhere', thrown);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('the key');
  });

  it.each([
    'the key is\n    at home',
    'the key is\n    at home (sk-1234:1:2)\n    at async home.js:3:4\n    at new Home (<anonymous>)',
  ])('says nothing of its text where that looks like places: %j', (text) => {
    const { log, lines } = openLog();
    log.unforeseen('somewhere', new Error(text, { cause: new Error('behind it\n    at home (a.js:1:2)') }));
    expect(lines[0]).toMatch(/error=Error\n {4}at .*log\.test\.ts:\d+:\d+/);
    expect(lines[0]).not.toMatch(/home|sk-1234|behind/i);
  });

  it('keeps every kind of place, and no line that only begins like one', () => {
    const { log, lines } = openLog();
    const places = [
      '    at go (app.js:1:2)',
      '    at file:///opt/the app/app.js:1:2',
      '    at async Queue.next [as go] (C:\\the app\\app.js:1:2)',
      '    at new Promise (<anonymous>)',
      '    at Array.map (native)',
      '    at async Promise.all (index 0)',
      '    at eval (eval at go (app.js:1:2), <anonymous>:1:7)',
      '    at async <anonymous>',
    ];
    const others = [
      '    at home',
      '    at home (in bed)',
      'at app.js:1:2',
      '    at 18:42',
      '    of app.js:1:2',
    ];
    const error = Object.assign(new Error(), {
      stack: ['Error', ...others, ...places, ...others].join('\n'),
    });
    log.unforeseen('somewhere', error);
    expect(lines[0]?.split('\n').slice(1)).toEqual(places);
  });

  it('of the page is told by no more than its class and its places', () => {
    const { log, lines } = openLog();
    log.ofPage(
      'page script',
      'the key is sk-1234',
      'Error: sk-1234\n    at draw (app://lukittu/assets/index.js:1:2)',
    );
    expect(lines[0]).toBe(
      '2026-01-01T12:00:00.000Z error unforeseen where="page script" error=Error\n' +
        '    at draw (app://lukittu/assets/index.js:1:2)',
    );
  });
});
