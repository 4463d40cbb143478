import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { calls } from '../../electron/contract.ts';
import { connect } from './person/connect.ts';
import { openRelease } from './person/editor.ts';
import { test } from './support/test.ts';

test.describe('the page', () => {
  test('has the calls of the contract and nothing of Node or Electron', async ({ app }) => {
    const found = await app.page.evaluate(() => ({
      calls: Object.keys(window.lukittu).sort(),
      frozen: Object.isFrozen(window.lukittu),
      // Playwright's `process` and `require` would be Node's: the page knows no such names.
      nodes: ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', '__dirname'].filter(
        (name) => Reflect.has(window, name),
      ),
    }));

    expect(found.calls).toEqual([...Object.keys(calls), 'on'].sort());
    expect(found.frozen).toBe(true);
    expect(found.nodes).toEqual([]);
  });

  test('cannot replace what the preload gave it', async ({ app }) => {
    const replaced = await app.page.evaluate(() => {
      const real = window.lukittu;
      try {
        Reflect.set(window, 'lukittu', {});
        Reflect.deleteProperty(window, 'lukittu');
        Reflect.set(real, 'connections.list', () => 'mine');
      } catch {
        // a refusal by exception is one too
      }
      return window.lukittu !== real || String(real['connections.list']).includes('mine');
    });

    expect(replaced).toBe(false);
  });

  test('runs no script that is not a file of its own', async ({ app }) => {
    const ran = await app.page.evaluate(async () => {
      const attempts: Record<string, () => unknown> = {
        evaluated: () => Reflect.apply(Reflect.get(window, 'eval'), window, ['1 + 1']),
        compiled: () => Reflect.construct(Function, ['return 1'])(),
        markup: () => {
          document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ranMarkup = true">');
        },
        assignedMarkup: () => {
          const place = document.createElement('div');
          document.body.append(place);
          place.innerHTML = '<img src="x" onerror="window.ranMarkup = true">';
        },
        otherPolicy: () =>
          Reflect.get(window, 'trustedTypes').createPolicy('default', { createHTML: (text: string) => text }),
        inline: () => {
          const script = document.createElement('script');
          script.append('window.ranInline = true');
          document.head.append(script);
        },
        fromData: () => {
          const script = document.createElement('script');
          script.setAttribute('src', 'data:text/javascript,window.ranData = true');
          document.head.append(script);
        },
      };
      const results: string[] = [];
      // What a test evaluates may compile text, the page may not: so not in the test's own turn.
      await new Promise(requestAnimationFrame);
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          if (attempt() !== undefined) results.push(name);
        } catch {
          // refused
        }
      }
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      for (const name of ['ranMarkup', 'ranInline', 'ranData']) {
        if (Reflect.has(window, name)) results.push(name);
      }
      return results;
    });

    expect(ran).toEqual([]);
  });

  test('reaches no network, not even this machine', async ({ app, demo }) => {
    const udp = createSocket('udp4');
    let datagrams = 0;
    udp.on('message', () => {
      datagrams += 1;
    });
    udp.bind(0, '127.0.0.1');
    await once(udp, 'listening');
    const reached = await app.page.evaluate(
      async ({ origin, stun }) => {
        for (const [tag, attributes] of [
          ['a', { href: `${origin}/saved`, download: 'x' }],
          ['link', { href: `${origin}/ahead`, rel: 'prefetch' }],
          ['link', { href: `${origin}/style.css`, rel: 'stylesheet' }],
          ['link', { href: origin, rel: 'preconnect' }],
          ['video', { src: `${origin}/video.webm`, autoplay: '' }],
        ] as const) {
          const element = Object.assign(document.createElement(tag), attributes);
          document.body.append(element);
          element.click();
        }
        const peer = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
        peer.createDataChannel('out');
        await peer.setLocalDescription(await peer.createOffer());
        const gathered = new Promise((resolve) => {
          peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(null);
          peer.onicecandidate = ({ candidate }) => candidate?.type === 'srflx' && resolve('peer');
        });
        const attempts = [
          gathered,
          Promise.resolve()
            .then(() => new Worker(`${origin}/worker.js`))
            .then(() => null),
          new Promise((resolve) => {
            const source = new EventSource(`${origin}/events`);
            source.onopen = () => resolve('events');
            source.onerror = () => resolve(null);
          }),
          fetch(`${origin}/api/v1/dev/teams`).then(() => 'fetch'),
          new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('image');
            image.onerror = () => resolve(null);
            image.src = `${origin}/image.png`;
          }),
          new Promise((resolve) => {
            const socket = new WebSocket(origin.replace('http', 'ws'));
            socket.onopen = () => resolve('socket');
            socket.onerror = () => resolve(null);
          }),
        ];
        navigator.sendBeacon(`${origin}/beacon`, 'x');
        const settled = await Promise.allSettled(attempts);
        return settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
      },
      { origin: demo.origin, stun: `stun:127.0.0.1:${udp.address().port}` },
    );
    udp.close();

    expect(reached).toEqual([]);
    expect(demo.requests).toEqual([]);
    expect(datagrams).toBe(0);
  });

  test('shows no frames', async ({ app }) => {
    const shown = await app.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/index.html';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      try {
        return (
          Reflect.has(frame.contentWindow ?? {}, 'lukittu') || frame.contentDocument?.querySelector('#root')
        );
      } catch {
        return null; // an error page of another origin
      }
    });

    expect(shown).toBeFalsy();
  });
});

test.describe('the window', () => {
  for (const address of ['https://example.com/', 'about:blank', 'data:text/html,elsewhere', '/other.html']) {
    test(`does not go to ${address}`, async ({ app }) => {
      const here = app.page.url();
      await app.page.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        window.location.href = target;
      }, address);

      // A call that is answered shows that the page is still the one that made it.
      const answered = await app.page.evaluate(() => window.lukittu['app.info']({}));
      expect(answered.ok).toBe(true);
      expect(app.page.url()).toBe(here);
    });
  }

  test('opens no other window', async ({ app }) => {
    const opened = await app.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      return [window.open('https://example.com/'), window.open('about:blank')].filter(Boolean).length;
    });

    expect(opened).toBe(0);
    expect(app.page.context().pages()).toEqual([app.page]);
  });

  test('grants no permission', async ({ app }) => {
    const answers = await app.page.evaluate(async () => {
      const attempts: Record<string, () => Promise<unknown>> = {
        geolocation: () =>
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        notifications: () => Notification.requestPermission(),
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        'clipboard-read': () => navigator.clipboard.readText(),
        midi: () => navigator.requestMIDIAccess(),
      };
      const stateOf = async (name: string): Promise<string> => {
        const asked = await Reflect.apply(navigator.permissions.query, navigator.permissions, [{ name }]);
        return asked.state;
      };
      const reasonOf = (error: unknown): string =>
        error instanceof GeolocationPositionError ? `code ${error.code}` : Object(error).name;
      const told: Record<string, [string, string]> = {};
      for (const [name, attempt] of Object.entries(attempts)) {
        told[name] = [await attempt().then(String, reasonOf), await stateOf(name)];
      }
      return { told, ownClipboard: await stateOf('clipboard-write') };
    });

    // A camera or microphone that is not there is told before anybody is asked; the state says what would be answered.
    const noDevice = expect.stringMatching(/^Not(Allowed|Found)Error$/);
    expect(answers.told).toEqual({
      geolocation: ['code 1', 'denied'],
      notifications: ['denied', 'denied'],
      camera: [noDevice, 'denied'],
      microphone: [noDevice, 'denied'],
      'clipboard-read': ['NotAllowedError', 'denied'],
      midi: ['NotAllowedError', 'denied'],
    });
    // What is allowed is told apart from that.
    expect(answers.ownClipboard).toBe('granted');
  });
});

test('the data folder is the user’s alone, with everything that is in it after a day’s work', async ({
  app,
  demo,
}) => {
  test.skip(process.platform === 'win32', 'modes say nothing there');
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await app.quit();

  const entries = await readdir(app.userData, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const modes = await Promise.all(paths.map(async (path) => ({ path, mode: (await lstat(path)).mode })));
  expect((await stat(app.userData)).mode & 0o777).toBe(0o700);
  expect(modes.filter(({ mode }) => !isLink(mode) && (mode & 0o077) !== 0).map(({ path }) => path)).toEqual(
    [],
  );
  expect(paths.map((path) => basename(path))).toEqual(
    expect.arrayContaining(['releases.db', 'in-use.db', 'window.json', 'app.log']),
  );
});

const isLink = (mode: number): boolean => (mode & constants.S_IFMT) === constants.S_IFLNK;
