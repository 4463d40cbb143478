import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../../electron/diagnostics/log.ts';
import { recoverPage } from '../../../electron/page-recovery.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

/** A window as far as recovery knows it, and what became of its page. */
function openWindow({ diesOnLoading = false } = {}) {
  const clock = createFakeClock();
  const contents = new EventEmitter();
  const events = new EventEmitter();
  const did: string[] = [];
  const die = (reason = 'crashed'): void => {
    contents.emit('render-process-gone', {}, { reason });
  };
  recoverPage(
    {
      on: (event, listener) => events.on(event, listener),
      webContents: {
        on: (event, listener) => contents.on(event, listener),
        forcefullyCrashRenderer: () => {
          did.push('ended');
          die('killed');
        },
      },
    },
    {
      clock,
      log: silentLog,
      reload: async () => {
        did.push('loaded');
        if (!diesOnLoading) return;
        die();
        throw new Error('it died');
      },
      recovered: () => did.push('said'),
      giveUp: () => did.push('given up'),
    },
  );
  return { clock, did, die, window: events };
}

describe('a page whose process has died', () => {
  it.each(['crashed', 'oom', 'killed', 'integrity-failure'])(
    '(%s) is loaded anew, and that is said',
    async (reason) => {
      const { clock, did, die } = openWindow();
      die(reason);
      await clock.advance(0);
      expect(did).toEqual(['loaded', 'said']);
    },
  );

  it('because the window closes is let go', async () => {
    const { clock, did, die } = openWindow();
    die('clean-exit');
    await clock.advance(0);
    expect(did).toEqual([]);
  });

  it('again and again is given up after three times in five minutes', async () => {
    const { clock, did, die } = openWindow();
    for (const untilNext of [100_000, 100_000, 99_999]) {
      die();
      await clock.advance(untilNext);
    }
    expect(did).toEqual(['loaded', 'said', 'loaded', 'said', 'loaded', 'said']);
    die();
    expect(did.at(-1)).toBe('given up');
  });

  it('three times in five minutes and no oftener is loaded anew for ever', async () => {
    const { clock, did, die } = openWindow();
    for (let time = 0; time < 20; time += 1) {
      die();
      await clock.advance(100_000);
    }
    expect(did).not.toContain('given up');
    expect(did.filter((what) => what === 'said')).toHaveLength(20);
  });

  it('while it is loaded anew cannot make the app load it for ever', async () => {
    const { clock, did, die } = openWindow({ diesOnLoading: true });
    die();
    await clock.advance(0);
    expect(did).toEqual(['loaded', 'loaded', 'loaded', 'given up']);
  });
});

describe('a page that does not answer', () => {
  it('is given half a minute, then ended and loaded anew', async () => {
    const { clock, did, window } = openWindow();
    window.emit('unresponsive');
    await clock.advance(29_000);
    expect(did).toEqual([]);
    await clock.advance(1000);
    expect(did).toEqual(['ended', 'loaded', 'said']);
  });

  it('and answers again is left alone', async () => {
    const { clock, did, window } = openWindow();
    window.emit('unresponsive');
    await clock.advance(20_000);
    window.emit('responsive');
    await clock.advance(60_000);
    expect(did).toEqual([]);
  });

  it('in a window that is closed meanwhile is not ended', async () => {
    const { clock, did, window } = openWindow();
    window.emit('unresponsive');
    window.emit('closed');
    await clock.advance(60_000);
    expect(did).toEqual([]);
  });
});
