import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { CallName } from '../../electron/contract.ts';
import { callNames, inputOf } from '../support/call-inputs.ts';
import { connect, connectionsOf } from './person/connect.ts';
import { editor, openRelease, saved, versionField } from './person/editor.ts';
import { type Answer, ask, heardBy, learned, listen, lookedInto, thingsOf } from './person/hostile-page.ts';
import { licenseKeysOn } from './person/server.ts';
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
  const folder = testInfo.outputPath('private');
  const path = join(folder, 'private.txt');
  const secret = randomBytes(4321);
  mkdirSync(folder);
  writeFileSync(path, secret);

  const askFor = async (place: string): Promise<string[]> => {
    const [connection] = await window.lukittu['connections.list']({}).then((answer) =>
      answer.ok ? answer.value : [],
    );
    const connectionId = connection?.id ?? '';
    const drafts = await window.lukittu['drafts.list']({ connectionId });
    const draftId = drafts.ok ? (drafts.value[0]?.id ?? '') : '';
    const products = await window.lukittu['products.list']({ connectionId });
    const productId = products.ok ? (products.value.items[0]?.id ?? '') : '';
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
        async () => {
          const ofProduct = { connectionId, productId };
          const begun = await Reflect.apply(window.lukittu['matching.begin'], null, [ofProduct, [lie]]);
          return begun.ok ? window.lukittu['matching.look']({ setId: begun.value.setId }) : begun;
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
  };
  const answers = await page.evaluate(askFor, path);
  const answersOfFolder = await page.evaluate(askFor, folder);

  const hash = createHash('sha256').update(secret).digest('hex');
  expect(answers.length).toBeGreaterThan(50);
  for (const trace of [hash, `"size":${secret.length}`]) {
    expect([...answers, ...answersOfFolder].filter((text) => text.includes(trace))).toEqual([]);
  }
  // A folder that is dropped gives all that is in it: this one was not.
  expect(answersOfFolder.filter((text) => text.includes('private.txt'))).toEqual([]);
  expect(readdirSync(join(app.userData, 'artifacts'))).not.toContain(hash);
  // A file a script has made is taken for what it is: bytes, under the last part of the name it gives itself.
  expect(answers.join('\n')).toContain('"name":"private.txt"');
  expect(answers.join('\n')).toContain('"name":"private.txt","folder":null,"size":4,');
  await expect(editor(page)).toBeVisible();
});

/** Calls that are not made here: they take away the page or the team, or open windows of the system's. */
const leftOut: readonly CallName[] = ['app.reload', 'connections.remove', 'app.showLogs', 'files.show'];

test('cannot read a key: nothing it can ask for, hear or look into holds one', async ({ app, demo }) => {
  const page = await connect(app, demo);
  await openRelease(page, '2.2.1');
  await listen(page);
  const answers: Answer[] = [];
  const asked = callNames.filter((name) => !leftOut.includes(name));
  const subjects = Map.groupBy(asked, (name) => name.split('.')[0]);
  // What is done about one subject may leave little to be asked of the next.
  for (const names of subjects.values()) {
    const known = await thingsOf(page, demo);
    for (const name of names) {
      answers.push(await ask(page, name, inputOf(name, { ...known, ...learned(answers) })));
    }
  }
  await expect
    .poll(async () => [...new Set((await heardBy(page)).map(({ name }) => name))])
    .toEqual(
      expect.arrayContaining([
        'connections.changed',
        'products.changed',
        'releases.changed',
        'drafts.changed',
        'jobs.changed',
        'batches.changed',
        'matching.progress',
      ]),
    );
  const everything = [
    ...answers.map((answer) => JSON.stringify(answer)),
    ...(await heardBy(page)).map((event) => JSON.stringify(event)),
    ...(await lookedInto(page)),
  ];

  expect(answers.filter(({ failure }) => failure === null).length).toBeGreaterThan(75);
  for (const secret of [demo.apiKey, ...licenseKeysOn(demo)]) {
    expect(everything.filter((text) => text.includes(secret)).map((text) => text.slice(0, 200))).toEqual([]);
  }
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
  demo.forgetRequests();
  const attempts: readonly ((target: string) => void)[] = [
    (target) => window.location.assign(target),
    (target) => window.location.replace(target),
    () => window.location.reload(),
    () => history.pushState({}, '', '/elsewhere.html'),
    (target) => {
      const form = document.createElement('form');
      form.action = target;
      document.body.append(form);
      form.submit();
    },
    (target) => {
      const form = Object.assign(document.createElement('form'), { action: target, method: 'post' });
      const button = document.createElement('button');
      form.append(button);
      document.body.append(form);
      button.click();
    },
    (target) => {
      const form = Object.assign(document.createElement('form'), { action: target, target: '_blank' });
      document.body.append(form);
      form.requestSubmit();
    },
    (target) => {
      const refresh = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: `0; url=${target}`,
      });
      document.head.append(refresh);
    },
  ];
  await page.evaluate(() => Reflect.set(window, 'isTheSame', true));
  for (const attempt of attempts) await expectStays(page, attempt, `${demo.origin}/taken`);
  // The app itself may still be reading its lists.
  expect(demo.requests.filter(({ path }) => !path.startsWith('/api/'))).toEqual([]);
  expect(page.context().pages()).toEqual([page]);
  expect(app.output()).not.toMatch(/fatal/);
});

/** The same page still answers, whatever it has tried. */
async function expectStays(page: Page, attempt: (target: string) => void, target: string): Promise<void> {
  const here = new URL('/', page.url()).href;
  await page.evaluate(attempt, target);
  // What was begun by then has been decided when the page has drawn twice and was answered.
  const isTheSame = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const answered = await window.lukittu['app.info']({});
    return answered.ok && Reflect.has(window, 'isTheSame');
  });
  expect([String(attempt), isTheSame]).toEqual([String(attempt), true]);
  expect(new URL('/', page.url()).href).toBe(here);
}
