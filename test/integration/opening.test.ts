import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Opening } from '../../electron/model/opening.ts';
import { releaseLink } from '../../electron/model/release-link.ts';
import type { OpenRequest } from '../../electron/opening/read-arguments.ts';
import { examplePlan } from '../support/plans.ts';
import { type RunningApp, runApp } from '../support/running-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What the window would be given to show. */
async function opened({ services }: RunningApp, ...requests: OpenRequest[]): Promise<Opening[]> {
  for (const request of requests) await services.opening.take(request);
  return services.handlers['opening.next']({}, []);
}

const link = (text: string): OpenRequest => ({ by: 'link', link: text });
const planLink = (path: string): OpenRequest =>
  link(`lukittu-releases://plan?path=${encodeURIComponent(path)}`);

/** A plan for this app's team that deprecates a release. */
function writePlan(app: RunningApp, path: string): string {
  const { serverUrl, teamId } = app.connection;
  const { id, productId } = app.release('2.2.0');
  const entry = {
    productId,
    releaseId: id,
    base: null,
    fields: { status: 'DEPRECATED' },
    file: { kind: 'keep' },
  };
  const plan = { ...examplePlan(), connection: { serverUrl, teamId }, entries: [entry] };
  writeFileSync(path, JSON.stringify(plan));
  return path;
}

/** Everything a link could have done: drafts, batches, jobs, and what was asked of the server. */
async function traces({ services, connection, demo }: RunningApp) {
  const { handlers } = services;
  const { id: connectionId } = connection;
  return {
    drafts: await handlers['drafts.list']({ connectionId }, []),
    batches: await handlers['batches.list']({ connectionId }, []),
    jobs: await handlers['jobs.list']({ connectionId }, []),
    requests: demo.requests.length,
  };
}

describe('a link to a release', () => {
  test('shows it, in the team and product it is in, and does nothing', async () => {
    const app = await runApp();
    const { serverUrl, teamId } = app.connection;
    const { id: releaseId, productId } = app.release('2.2.0');
    const before = await traces(app);
    const openings = await opened(app, link(releaseLink({ serverUrl, teamId, productId, releaseId })));
    expect(openings).toEqual([{ shows: 'release', connectionId: app.connection.id, productId, releaseId }]);
    expect(await traces(app)).toEqual(before);
  });

  test('of a team that is not connected, or a product that is not known, says so', async () => {
    const app = await runApp();
    const { serverUrl, teamId } = app.connection;
    const { id: releaseId, productId } = app.release('2.2.0');
    const place = { serverUrl, teamId, productId, releaseId };
    expect(
      await opened(
        app,
        link(releaseLink({ ...place, serverUrl: 'https://evil.example' })),
        link(releaseLink({ ...place, teamId: productId })),
        link(releaseLink({ ...place, productId: teamId })),
      ),
    ).toEqual([
      { shows: 'nothing', why: 'unknown-team', about: 'https://evil.example' },
      { shows: 'nothing', why: 'unknown-team', about: serverUrl },
      { shows: 'nothing', why: 'unknown-product', about: app.connection.name },
    ]);
  });

  test('is shown once', async () => {
    const app = await runApp();
    await opened(app, link('lukittu-releases://nonsense'));
    expect(await opened(app)).toEqual([]);
  });

  test('cannot fill the memory with others like it', async () => {
    const app = await runApp();
    const many = Array.from({ length: 1000 }, () => link('lukittu-releases://nonsense'));
    expect(await opened(app, ...many)).toHaveLength(20);
  });
});

describe('a plan that is opened', () => {
  test('by its file or by a link is reported on for the team it is for, and nothing is made', async () => {
    const app = await runApp();
    const path = writePlan(app, join(tempFolder(), 'winter.lukittu-plan'));
    const before = await traces(app);
    const openings = await opened(app, { by: 'file', path }, planLink(path));
    expect(openings).toMatchObject([
      { shows: 'plan', name: 'winter.lukittu-plan', connectionId: app.connection.id },
      { shows: 'plan', name: 'winter.lukittu-plan', connectionId: app.connection.id },
    ]);
    for (const opening of openings) {
      if (opening.shows !== 'plan' || opening.connectionId === null) throw new Error('no plan');
      const { planId, connectionId } = opening;
      const { handlers } = app.services;
      const { importId } = await handlers['imports.beginOpened']({ planId, connectionId }, []);
      const report = await handlers['imports.look']({ importId, onStale: 'refuse' }, []);
      expect(report).toMatchObject({ problems: [], steps: [{ version: '2.2.0', outcome: 'change' }] });
    }
    expect(await traces(app)).toEqual(before);
  });

  test('becomes drafts when its reader wants that', async () => {
    const app = await runApp();
    const path = writePlan(app, join(tempFolder(), 'winter.lukittu-plan'));
    const [opening] = await opened(app, { by: 'file', path });
    if (opening?.shows !== 'plan') throw new Error('no plan');
    const { handlers } = app.services;
    const { importId } = await handlers['imports.beginOpened'](
      { planId: opening.planId, connectionId: app.connection.id },
      [],
    );
    await handlers['imports.make']({ importId, onStale: 'refuse', batchName: null }, []);
    expect(await traces(app)).toMatchObject({ drafts: [{}], batches: [{ name: 'Winter' }], jobs: [] });
  });

  const wayToDevice = (): string => {
    const path = join(tempFolder(), 'plan.json');
    symlinkSync('/dev/zero', path);
    return path;
  };

  test.each<[string, () => string]>([
    ['is not there', () => join(tempFolder(), 'gone.json')],
    // Windows has no such device, and lets few make links.
    ...(process.platform === 'win32'
      ? []
      : [['is a way to a device', wayToDevice] satisfies [string, () => string]]),
    [
      'is a folder',
      () => {
        const path = join(tempFolder(), 'folder.json');
        mkdirSync(path);
        return path;
      },
    ],
    [
      'is something else',
      () => {
        const path = join(tempFolder(), 'plan.json');
        writeFileSync(path, '{"apiKey": "secret"}');
        return path;
      },
    ],
  ])('but %s says so in its report', async (_what, make) => {
    const app = await runApp();
    const [opening] = await opened(app, planLink(make()));
    expect(opening).toMatchObject({ shows: 'plan', connectionId: null });
    if (opening?.shows !== 'plan') throw new Error('no plan');
    const report = async () => {
      const { handlers } = app.services;
      const { importId } = await handlers['imports.beginOpened'](
        { planId: opening.planId, connectionId: app.connection.id },
        [],
      );
      const made = await handlers['imports.make']({ importId, onStale: 'refuse', batchName: null }, []);
      return made.report;
    };
    const told = await report().then(
      ({ problems }) => problems.map(({ message }) => message),
      (error: unknown) => [String(error)],
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.join()).not.toContain('secret');
    expect(await traces(app)).toMatchObject({ drafts: [], batches: [], jobs: [] });
  });

  test('through a path that no link may name is not even looked at', async () => {
    const app = await runApp();
    const folder = tempFolder();
    const path = writePlan(app, join(folder, 'plan.json'));
    const unsafe = { shows: 'nothing', why: 'unsafe-path', about: '' };
    const links = [
      planLink('/proc/self/environ.json'),
      planLink('//evil/plan.json'),
      // There is a plan behind these.
      planLink(`${folder}/../${basename(folder)}/plan.json`),
      planLink(`/${path}`),
    ];
    expect(await opened(app, ...links)).toEqual([unsafe, unsafe, unsafe, unsafe]);
  });
});
