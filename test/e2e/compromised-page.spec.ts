import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { connect, connectionsOf } from './person/connect.ts';
import { editor, openRelease, saved, versionField } from './person/editor.ts';
import { test } from './support/test.ts';

/** Scripts of a stranger run in the page, with everything the preload exposes to it. */

test('cannot read a file that was neither dropped nor chosen, however it names it', async ({
  app,
  demo,
}, testInfo) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await versionField(page).fill('2.2.1-hotfix');
  await saved(page);
  const path = testInfo.outputPath('private.txt');
  const secret = randomBytes(64);
  writeFileSync(path, secret);

  const answers = await page.evaluate(async (place) => {
    const [connection] = await window.lukittu['connections.list']({}).then((answer) =>
      answer.ok ? answer.value : [],
    );
    const connectionId = connection?.id ?? '';
    const drafts = await window.lukittu['drafts.list']({ connectionId });
    const draftId = drafts.ok ? (drafts.value[0]?.id ?? '') : '';
    const named = (): File => new File(['mine'], place);
    const withPath = (): File => {
      const file = named();
      for (const name of ['path', 'name', 'webkitRelativePath'])
        Object.defineProperty(file, name, { value: place });
      return file;
    };
    const lies: unknown[] = [
      place,
      { path: place },
      { name: 'x.jar', path: place, arrayBuffer: async () => new ArrayBuffer(1) },
      { name: place, bytes: new Uint8Array(1) },
      Object.create(File.prototype, { path: { value: place }, name: { value: place } }),
      named(),
      withPath(),
      new Proxy(withPath(), {}),
      new URL(`file://${place}`),
      document.createElement('input'),
    ];
    const told: string[] = [];
    for (const lie of lies) {
      for (const call of [
        () => Reflect.apply(window.lukittu['drafts.attach'], null, [{ draftId }, [lie]]),
        async () => {
          const begun = await Reflect.apply(window.lukittu['imports.begin'], null, [{ connectionId }, [lie]]);
          if (!begun.ok) return begun;
          return window.lukittu['imports.look']({ importId: begun.value.importId, onStale: 'take' });
        },
        () =>
          Reflect.apply(window.lukittu['drafts.attach'], null, [{ draftId, files: [lie], path: place }, []]),
        () => Reflect.apply(window.lukittu['drafts.reattach'], null, [{ draftId, path: place }]),
        () => Reflect.apply(window.lukittu['drafts.reattach'], null, [{ draftId }]),
      ]) {
        told.push(
          await Promise.resolve()
            .then(call)
            .then((answer) => JSON.stringify(answer) ?? '', String),
        );
      }
    }
    return told;
  }, path);

  const hash = createHash('sha256').update(secret).digest('hex');
  expect(answers.length).toBeGreaterThan(40);
  expect(answers.filter((text) => text.includes(hash))).toEqual([]);
  expect(readdirSync(join(app.userData, 'artifacts'))).not.toContain(hash);
  // A file a script has made is taken for what it is: bytes, under the last part of the name it gives itself.
  expect(answers.join('\n')).toContain('"name":"private.txt"');
  await expect(editor(page)).toBeVisible();
});

test('cannot read a key: nothing it can ask for, hear or look into holds one', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  const [connection] = await connectionsOf(page);

  const everything = await page.evaluate(async (connectionId) => {
    const heard: unknown[] = [];
    for (const name of [
      'connections.changed',
      'products.changed',
      'releases.changed',
      'notice',
      'network.changed',
    ] as const) {
      window.lukittu.on(name, (payload) => heard.push(payload));
    }
    const products = await window.lukittu['products.list']({ connectionId });
    const productId = products.ok ? (products.value.items[0]?.id ?? '') : '';
    const inputs = [
      {},
      { connectionId },
      { connectionId, productId },
      { connectionId, text: '', limit: 1000 },
      { connectionId, format: 'json' },
    ];
    const answers: unknown[] = [];
    for (const [name, call] of Object.entries(window.lukittu)) {
      // What changes something is tried elsewhere.
      if (!/\.(list|refresh|info|settings|diagnostics|export|review|demo)$/.test(name)) continue;
      for (const input of inputs)
        answers.push(await Promise.resolve(Reflect.apply(call, null, [input])).catch(String));
    }
    const code = Object.values(window.lukittu).map(String);
    const stored = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
    ];
    const databases = await indexedDB.databases();
    return [
      JSON.stringify(answers),
      JSON.stringify(heard),
      document.documentElement.outerHTML,
      JSON.stringify(databases),
      ...code,
      ...stored,
    ];
  }, connection?.id ?? '');

  expect(everything.join('\n').length).toBeGreaterThan(10_000);
  expect(everything.filter((text) => text.includes(demo.apiKey))).toEqual([]);
});

test('cannot have a stored key sent to a server of its own', async ({ app, demo, startDemo }) => {
  const elsewhere = await startDemo();
  const page = await connect(app, demo);
  const [connection] = await connectionsOf(page);

  const kinds = await page.evaluate(
    async ({ connectionId, teamId, origin }) => {
      const form = { name: 'x', serverUrl: origin, teamId, apiKey: '', maxFileBytes: 1024, rateLimit: null };
      const answers = [
        await window.lukittu['connections.update']({ connectionId, form }),
        await window.lukittu['connections.add'](form),
        await window.lukittu['connections.update']({ connectionId, form: { ...form, apiKey: connectionId } }),
        await window.lukittu['products.refresh']({ connectionId }),
      ];
      return answers.map((answer) => (answer.ok ? 'ok' : answer.failure.kind));
    },
    { connectionId: connection?.id ?? '', teamId: elsewhere.teamId, origin: elsewhere.origin },
  );

  expect(kinds).toEqual(['no-key', 'invalid-input', 'invalid-key', 'ok']);
  expect(elsewhere.requests.every(({ status }) => status === 401)).toBe(true);
  expect(await connectionsOf(page)).toMatchObject([{ serverUrl: demo.origin, keyHeld: 'keyring' }]);
});

test('cannot take the window anywhere', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await expectStays(page, () => window.location.assign('https://example.com/'));
  await expectStays(page, () => window.location.reload());
  await expectStays(page, () => history.pushState({}, '', '/elsewhere.html'));
  await expectStays(page, () =>
    document.body.insertAdjacentHTML('beforeend', '<form action="https://example.com/"><button id="go">'),
  );
  expect(app.output()).not.toMatch(/fatal/);
});

/** The page still answers, and asks nobody else, whatever it has tried. */
async function expectStays(page: Page, attempt: () => void): Promise<void> {
  await page.evaluate(attempt).catch(() => undefined);
  const answered = await page.evaluate(() => window.lukittu['app.info']({}));
  expect(answered.ok).toBe(true);
  expect(new URL(page.url()).protocol).toMatch(/^(app|https):$/);
  expect(page.url()).not.toContain('example.com');
}
