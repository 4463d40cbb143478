import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileMatch, MatchChoice, MatchProgress } from '../../../electron/model/file-match.ts';
import { jarOf } from '../../support/jars.ts';
import { publish, type RunningApp, runApp } from '../../support/running-app.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const productOf = ({ releases }: RunningApp): string => releases[0]?.productId ?? '';

/** Files as a build leaves them; those that end in .jar are plugins of the version in their name. */
async function built(...names: readonly string[]): Promise<{ folder: string; paths: string[] }> {
  const folder = join(tempFolder(), 'libs');
  mkdirSync(folder);
  const paths: string[] = [];
  for (const name of names) {
    const version = /\d+\.\d+\.\d+(?:-dev\.\d+)?/.exec(name)?.[0] ?? '';
    const plugin = `name: ClaimsGuard\nversion: ${version}\nmain: dev.northwind.claims.ClaimsPlugin\n`;
    const path = join(folder, name);
    writeFileSync(path, name.endsWith('.jar') ? await jarOf({ 'plugin.yml': plugin }) : `bytes of ${name}`);
    paths.push(path);
  }
  return { folder, paths };
}

/** Drops these on the list and looks at them. */
async function drop(app: RunningApp, paths: readonly string[]) {
  const { handlers } = app.services;
  const of = { connectionId: app.connection.id, productId: productOf(app) };
  const { setId } = await handlers['matching.begin'](
    of,
    paths.map((path) => ({ path })),
  );
  return { setId, ...(await handlers['matching.look']({ setId }, [])) };
}

const asProposed = (matches: readonly FileMatch[]): MatchChoice[] =>
  matches.flatMap(({ index, target }) => (target === null ? [] : [{ index, target }]));

const make = (app: RunningApp, setId: string, choices: MatchChoice[], batchName: string | null = null) =>
  app.services.handlers['matching.make']({ setId, choices, batchName }, []);

const listed = (app: RunningApp) =>
  app.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);

const failing = (kind: string) => expect.objectContaining({ failure: expect.objectContaining({ kind }) });

describe('several files dropped together', () => {
  test('become drafts of the releases they are for, new ones included, each with its own bytes', async () => {
    const app = await runApp();
    const { paths } = await built(
      'ClaimsGuard-2.4.0.jar',
      'ClaimsGuard-2.3.0-dev.zip',
      'ClaimsGuard-2.4.0-dev.2.jar',
      'ClaimsGuard-2.5.0.jar',
    );
    const { setId, matches } = await drop(app, paths);
    expect(matches.map(({ confidence }) => confidence)).toEqual(['sure', 'sure', 'sure', 'likely']);

    const { draftIds, problems, batch } = await make(app, setId, asProposed(matches));

    expect(problems).toEqual([]);
    expect(batch).toBeNull();
    expect(draftIds).toHaveLength(4);
    const drafts = await listed(app);
    const said = drafts.map(({ base, fields, file }) => [
      base?.version ?? 'new',
      fields.version,
      base?.branchName ?? null,
      file.kind === 'replace' && file.artifact.name,
    ]);
    expect(said).toEqual([
      ['2.3.0', '2.3.0', 'dev', 'ClaimsGuard-2.3.0-dev.zip'],
      ['2.4.0-dev.2', '2.4.0-dev.2', 'dev', 'ClaimsGuard-2.4.0-dev.2.jar'],
      ['2.4.0', '2.4.0', null, 'ClaimsGuard-2.4.0.jar'],
      ['new', '2.5.0', null, 'ClaimsGuard-2.5.0.jar'],
    ]);
    const [first] = drafts;
    const sha256 = first?.file.kind === 'replace' ? first.file.artifact.sha256 : '';
    expect(readFileSync(join(app.folder, 'artifacts', sha256), 'utf8')).toBe(
      'bytes of ClaimsGuard-2.3.0-dev.zip',
    );
  });

  test('can be published as they are', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.5.0.jar');
    const { setId, matches } = await drop(app, paths);
    const { draftIds } = await make(app, setId, asProposed(matches));
    for (const id of draftIds) await publish(app, { id });
    expect(app.demo.requests.filter(({ method }) => method === 'PUT' || method === 'POST')).toHaveLength(2);
  });

  test('keep the other edits of drafts that are there, and say that their file would be replaced', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { draft } = await app.edit(app.release('2.4.0'), {
      fields: { metadata: [{ key: 'changelog', value: 'Mine.', locked: false }] },
    });
    const { paths } = await built('other.zip', 'ClaimsGuard-2.4.0.jar');
    await handlers['drafts.attach']({ draftId: draft.id }, [{ path: paths[0] ?? '' }]);

    const { setId, matches } = await drop(app, paths.slice(1));
    expect(matches[0]?.confidence).toBe('likely');
    expect(matches[0]?.reasons).toContain(
      'Its draft has a file already, other.zip, which this one would replace.',
    );
    expect((await make(app, setId, asProposed(matches))).draftIds).toEqual([draft.id]);
    const [after] = await listed(app);
    expect(after?.fields.metadata).toEqual([{ key: 'changelog', value: 'Mine.', locked: false }]);
    expect(after?.file).toMatchObject({ kind: 'replace', artifact: { name: 'ClaimsGuard-2.4.0.jar' } });
  });

  test('go where a person says instead', async () => {
    const app = await runApp();
    const { paths } = await built('build.zip');
    const { setId, matches } = await drop(app, paths);
    expect(matches[0]).toMatchObject({ target: null, confidence: 'none' });
    const target = { to: 'release', releaseId: app.release('2.2.1').id } as const;
    await make(app, setId, [{ index: 0, target }]);
    expect((await listed(app))[0]?.base?.version).toBe('2.2.1');
  });

  test('are put in a batch in the order of their versions', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.0.10.jar', 'ClaimsGuard-2.0.2.jar');
    const { setId, matches } = await drop(app, paths);
    const { draftIds, batch } = await make(app, setId, asProposed(matches), 'Winter');
    expect(batch).toMatchObject({ name: 'Winter', draftIds });
    const drafts = await listed(app);
    const versionOf = (id: string) => drafts.find((draft) => draft.id === id)?.fields.version;
    expect(draftIds.map(versionOf)).toEqual(['2.0.2', '2.0.10', '2.4.0']);
  });

  test('that came in a folder are found, what lies beside them left out, and what is no file told', async () => {
    const app = await runApp();
    const { folder } = await built(
      'ClaimsGuard-2.4.0.jar',
      'ClaimsGuard-2.4.0-sources.jar',
      '.DS_Store',
      'notes.txt',
    );
    const { matches, leftOut } = await drop(app, [folder]);
    const byName = new Map(matches.map((match) => [match.name, match]));
    expect(byName.get('ClaimsGuard-2.4.0.jar')).toMatchObject({ confidence: 'sure', folder: 'libs' });
    expect(byName.get('ClaimsGuard-2.4.0-sources.jar')).toMatchObject({ target: null });
    expect(byName.get('notes.txt')).toMatchObject({ target: null, confidence: 'none' });
    expect(leftOut.hidden).toBe(1);
  });

  test('say here already what the server would refuse', async () => {
    const app = await runApp();
    const { folder, paths } = await built('ClaimsGuard-2.4.0.jar');
    const noMain = join(folder, 'ClaimsGuard-2.2.1.jar');
    const bare = join(folder, 'ClaimsGuard-2_3_0');
    const empty = join(folder, 'ClaimsGuard-2.1.0.zip');
    const large = join(folder, 'ClaimsGuard-2.2.0.zip');
    writeFileSync(noMain, await jarOf({ 'plugin.yml': 'name: ClaimsGuard' }));
    writeFileSync(bare, 'x');
    writeFileSync(empty, '');
    writeFileSync(large, Buffer.alloc(app.connection.maxFileBytes + 1));
    const { matches } = await drop(app, [...paths, noMain, bare, empty, large]);
    expect(
      matches.map(({ findings }) => findings.map(({ rule, severity }) => `${severity} ${rule}`)),
    ).toEqual([
      [],
      ['blocks jar-without-main'],
      ['blocks file-without-extension'],
      ['warns file-empty'],
      ['blocks file-too-large'],
    ]);
  });

  test('that have no path, such as pasted ones, are taken as they are', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const of = { connectionId: app.connection.id, productId: productOf(app) };
    const bytes = await jarOf({ 'plugin.yml': 'name: ClaimsGuard\nversion: 2.4.0\nmain: a.B' });
    const { setId } = await handlers['matching.begin'](of, [
      { name: 'ClaimsGuard.jar', bytes: new Uint8Array(bytes) },
    ]);
    const { matches } = await handlers['matching.look']({ setId }, []);
    expect(matches[0]).toMatchObject({ confidence: 'sure', size: bytes.byteLength });
    const { draftIds } = await make(app, setId, asProposed(matches));
    const { draft } = await handlers['drafts.review']({ draftId: draftIds[0] ?? '' }, []);
    expect(draft.file).toMatchObject({ kind: 'replace', source: 'none' });
  });
});

describe('between the look and the drafts', () => {
  test('a file that is gone is named, nothing is made, and the others are not lost', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
    const { setId, matches } = await drop(app, paths);
    rmSync(paths[1] ?? '');

    const { draftIds, problems } = await make(app, setId, asProposed(matches));

    expect(draftIds).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({
        index: 1,
        message: 'ClaimsGuard-2.2.1.jar: The file is no longer there.',
        match: null,
      }),
    ]);
    expect(await listed(app)).toEqual([]);
    const others = asProposed(matches).filter(({ index }) => index !== 1);
    expect((await make(app, setId, others)).draftIds).toHaveLength(1);
  });

  test('what was copied before another failed is not copied again, even if it is gone by then', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
    const { setId, matches } = await drop(app, paths);
    rmSync(paths[1] ?? '');
    await make(app, setId, asProposed(matches));
    rmSync(paths[0] ?? '');
    const others = asProposed(matches).filter(({ index }) => index !== 1);
    expect((await make(app, setId, others)).problems).toEqual([]);
  });

  test('a file that changed is looked at again, said by name, and taken as it is now at the next try', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.zip');
    const [path = ''] = paths;
    const { setId, matches } = await drop(app, paths);
    appendFileSync(path, ' and more');

    const first = await make(app, setId, asProposed(matches));
    expect(first.problems[0]).toMatchObject({
      index: 0,
      message: 'ClaimsGuard-2.4.0.zip has changed since it was looked at.',
      match: { size: readFileSync(path).byteLength },
    });
    const second = await make(app, setId, asProposed(matches));
    expect(second.draftIds).toHaveLength(1);
    expect((await listed(app))[0]?.file).toMatchObject({
      artifact: { size: readFileSync(path).byteLength },
    });
  });

  test('a file that was only touched counts as changed too', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.zip');
    const { setId, matches } = await drop(app, paths);
    utimesSync(paths[0] ?? '', 1, 1);
    expect((await make(app, setId, asProposed(matches))).problems).toHaveLength(1);
  });

  test('a draft that has begun to be published takes no file, and nothing else is made', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
    const { setId, matches } = await drop(app, paths);
    const { draft } = await app.edit(app.release('2.4.0'), { fields: { status: 'ARCHIVED' } });
    const job = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.services.handlers['jobs.pause']({ jobId: job.id }, []);

    const { draftIds, problems } = await make(app, setId, asProposed(matches));

    expect(draftIds).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ index: 0, message: '2.4.0 is being published now.' }),
    ]);
    expect((await listed(app)).map(({ fields }) => fields.version)).toEqual(['2.4.0']);
  });

  test('a version that was taken meanwhile is said, and nothing is made', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.5.0.jar');
    const { setId, matches } = await drop(app, paths);
    await app.edit(null, { fields: { version: '2.5.0' } });
    const { problems } = await make(app, setId, asProposed(matches));
    expect(problems[0]?.message).toBe('There is a draft of a new release 2.5.0 in this branch already.');
  });

  test('the work can be stopped and taken up again', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
    const { setId, matches } = await drop(app, paths);
    const going = make(app, setId, asProposed(matches));
    const stopped = new Promise<void>((resolve) =>
      app.services.events.listen((name, _payload) => {
        if (name !== 'matching.progress') return;
        handlers['matching.stop']({ setId }, []);
        resolve();
      }),
    );
    await stopped;
    await expect(going).rejects.toEqual(failing('cancelled'));
    expect(await listed(app)).toEqual([]);
    expect((await make(app, setId, asProposed(matches))).draftIds).toHaveLength(2);
  });

  test('what was copied and has been cleared away since is copied again', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
    const { setId, matches } = await drop(app, paths);
    rmSync(paths[1] ?? '');
    await make(app, setId, asProposed(matches));
    for (const copy of readdirSync(join(app.folder, 'artifacts')))
      rmSync(join(app.folder, 'artifacts', copy));

    const others = asProposed(matches).filter(({ index }) => index !== 1);
    expect((await make(app, setId, others)).draftIds).toHaveLength(1);
    expect(readdirSync(join(app.folder, 'artifacts'))).toHaveLength(1);
  });

  test('making the drafts twice at once makes them once', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.5.0.jar');
    const { setId, matches } = await drop(app, paths);
    const both = await Promise.allSettled([1, 2].map(() => make(app, setId, asProposed(matches))));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listed(app)).toHaveLength(1);
  });

  test('a second thing at the same time is refused', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const of = { connectionId: app.connection.id, productId: productOf(app) };
    const { paths } = await built('ClaimsGuard-2.4.0.jar');
    const { setId } = await handlers['matching.begin'](of, [{ path: paths[0] ?? '' }]);
    const going = handlers['matching.look']({ setId }, []);
    await expect(handlers['matching.look']({ setId }, [])).rejects.toEqual(failing('busy'));
    await going;
  });
});

describe('a set', () => {
  test.each<[string, (app: RunningApp) => MatchChoice[]]>([
    [
      'a file that is not in it',
      (app) => [{ index: 1, target: { to: 'release', releaseId: app.release('2.4.0').id } }],
    ],
    [
      'one file twice',
      (app) =>
        ['2.4.0', '2.2.1'].map((version) => ({
          index: 0,
          target: { to: 'release', releaseId: app.release(version).id },
        })),
    ],
  ])('refuses a choice about %s', async (_what, choices) => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar');
    const { setId } = await drop(app, paths);
    await expect(make(app, setId, choices(app))).rejects.toEqual(failing('invalid-input'));
    expect(await listed(app)).toEqual([]);
  });

  test('refuses two files for one release', async () => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.4.0-all.jar');
    const { setId, matches } = await drop(app, paths);
    expect(asProposed(matches)).toHaveLength(2);
    await expect(make(app, setId, asProposed(matches))).rejects.toEqual(failing('invalid-input'));
  });

  test.each<[string, (app: RunningApp) => MatchChoice['target']]>([
    ['a release that is not known', () => ({ to: 'release', releaseId: 'forged' })],
    ['a draft that is not known', () => ({ to: 'draft', draftId: 'forged' })],
    ['a branch that is not known', () => ({ to: 'new', branchId: 'forged', version: '9.0.0' })],
    ['no version', () => ({ to: 'new', branchId: null, version: '  ' })],
  ])('makes nothing of %s', async (_what, target) => {
    const app = await runApp();
    const { paths } = await built('ClaimsGuard-2.4.0.jar');
    const { setId } = await drop(app, paths);
    const { draftIds, problems } = await make(app, setId, [{ index: 0, target: target(app) }]);
    expect(draftIds).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(await listed(app)).toEqual([]);
  });

  test('is gone once it has been ended, and once its drafts have been made', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { paths } = await built('ClaimsGuard-2.4.0.jar');
    const ended = await drop(app, paths);
    handlers['matching.end']({ setId: ended.setId }, []);
    await expect(make(app, ended.setId, asProposed(ended.matches))).rejects.toEqual(failing('not-known'));
    const used = await drop(app, paths);
    await make(app, used.setId, asProposed(used.matches));
    await expect(make(app, used.setId, asProposed(used.matches))).rejects.toEqual(failing('not-known'));
  });
});

describe('undoing it', () => {
  test('takes away the drafts and the batch that were made, and gives others back their former file', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { paths } = await built('other.zip', 'ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
    const { draft } = await app.edit(app.release('2.4.0'), { fields: { status: 'ARCHIVED' } });
    await handlers['drafts.attach']({ draftId: draft.id }, [{ path: paths[0] ?? '' }]);
    const { setId, matches } = await drop(app, paths.slice(1));
    await make(app, setId, asProposed(matches), 'Winter');
    expect(await listed(app)).toHaveLength(2);

    expect(await handlers['matching.undo']({ setId }, [])).toEqual({ problems: [] });

    const after = await listed(app);
    expect(
      after.map(({ fields, file }) => [fields.status, file.kind === 'replace' && file.artifact.name]),
    ).toEqual([['ARCHIVED', 'other.zip']]);
    expect(await handlers['batches.list']({ connectionId: app.connection.id }, [])).toEqual([]);
    await expect(async () => handlers['matching.undo']({ setId }, [])).rejects.toEqual(failing('not-known'));
  });

  test('leaves what was changed since, and says so', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
    const { setId, matches } = await drop(app, paths);
    await make(app, setId, asProposed(matches), 'Winter');
    await app.clock.advance(1000);
    await app.edit(app.release('2.4.0'), { fields: { status: 'PUBLISHED' } });

    expect(await handlers['matching.undo']({ setId }, [])).toEqual({
      problems: ['2.4.0 was changed since, and stays.'],
    });
    expect((await listed(app)).map(({ fields }) => fields.version)).toEqual(['2.4.0']);
    expect(await handlers['batches.list']({ connectionId: app.connection.id }, [])).toHaveLength(1);
  });
});

test('progress is told at each step, and ends with all there is', async () => {
  const app = await runApp();
  const told: MatchProgress[] = [];
  app.services.events.listen((name, payload) => {
    if (name === 'matching.progress') told.push(payload);
  });
  const { paths } = await built('ClaimsGuard-2.4.0.jar', 'ClaimsGuard-2.2.1.jar');
  const { setId, matches } = await drop(app, paths);
  await make(app, setId, asProposed(matches));
  expect(told.map(({ step }) => step)).toEqual(['finding', 'looking', 'copying']);
  expect(told.every((progress) => progress.setId === setId)).toBe(true);
});
