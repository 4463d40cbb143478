import { describe, expect, test } from 'vitest';
import { parseHeadless } from '../../../electron/headless/args.ts';
import { headlessArguments } from '../../../electron/headless/options.ts';

describe('what the app was started for', () => {
  const installed = (...args: string[]) => headlessArguments(['/opt/app', ...args], true);
  const inDevelopment = (...args: string[]) => headlessArguments(['electron', ...args], false);

  test('its window, when nothing is said, and when a plan or a link is only to be opened', () => {
    expect(installed()).toBeNull();
    expect(installed('plan.json')).toBeNull();
    expect(installed('lukittu-releases:release/1')).toBeNull();
    expect(installed('--user-data-dir=/tmp/data', '--remote-debugging-port=0')).toBeNull();
    expect(inDevelopment('.')).toBeNull();
    expect(inDevelopment('--no-sandbox', '/src/app', '--remote-debugging-port=0')).toBeNull();
    expect(inDevelopment()).toBeNull();
  });

  test('its window, whatever a link brings along', () => {
    expect(installed('lukittu-releases:plan', '--publish=//evil/plan.json')).toBeNull();
    expect(installed('--publish=//evil/plan.json', 'Lukittu-Releases:plan')).toBeNull();
  });

  test.each([
    [['--publish', 'plan.json']],
    [['--publish=plan.json', '--json']],
    [['--dry-run', '--publish', 'plan.json']],
    [['plan.json', '--dry-run']],
    [['--server=https://example.com', '--team=x', '--publish=-']],
    [['--help']],
    [['-h']],
    [['--version']],
  ])('no window, for %j, whether it is installed or not', (args) => {
    expect(installed(...args)).toEqual(args);
    expect(inDevelopment('.', ...args)).toEqual(args);
    expect(inDevelopment('--no-sandbox', '/src/app', ...args)).toEqual(args);
  });

  test('what only Chromium understands is left out, and a slip of the pen is not', () => {
    expect(
      installed(
        '--no-sandbox',
        '--disable-gpu',
        '--ozone-platform=x11',
        '--dryrun',
        '--publish',
        'plan.json',
      ),
    ).toEqual(['--dryrun', '--publish', 'plan.json']);
    expect(installed('--inspect=0', '--lang=fi', '--publish=plan.json', '--v=1')).toEqual([
      '--publish=plan.json',
    ]);
  });
});

describe('the arguments', () => {
  const options = (...args: string[]) => {
    const parsed = parseHeadless(args);
    if (parsed.is !== 'options') throw new Error(`it is ${JSON.stringify(parsed)}`);
    return parsed.options;
  };
  const mistake = (...args: string[]) => {
    const parsed = parseHeadless(args);
    return parsed.is === 'mistake' ? parsed.message : `it is ${parsed.is}`;
  };
  const team = '961d2bcb-2ecb-4b18-a63f-1f40e13b2a11';

  test('stand in any order', () => {
    const asked = {
      plan: 'plan.json',
      dryRun: true,
      json: true,
      onConflict: 'mine',
      putBack: true,
      target: { by: 'name', name: 'Northwind' },
      dataFolder: 'data',
    };
    const given = [
      '--dry-run',
      '--json',
      '--on-conflict=mine',
      '--connection=Northwind',
      '--data-folder=data',
      '--put-back',
    ];
    expect(options(...given, '--publish', 'plan.json')).toEqual(asked);
    expect(options('plan.json', ...given)).toEqual(asked);
    expect(options('--publish=plan.json', ...given.toReversed())).toEqual(asked);
  });

  test('name what is piped in with “-”', () => {
    expect(options('-').plan).toBe('-');
    expect(options('--publish', '-', '--json').plan).toBe('-');
  });

  test('take for the data folder what the window takes', () => {
    expect(options('plan.json', '--user-data-dir=/tmp/data').dataFolder).toBe('/tmp/data');
  });

  test('give a server with the limit and the file size of most, unless they say otherwise', () => {
    expect(options('plan.json', '--server=https://example.com/', `--team=${team}`).target).toEqual({
      by: 'address',
      serverUrl: 'https://example.com',
      teamId: team,
      rateLimit: { count: 5, windowSeconds: 300 },
      maxFileBytes: 10 * 1024 * 1024,
    });
    const own = ['--server', 'https://example.com', '--team', team];
    expect(options('plan.json', ...own, '--rate-limit', 'none', '--max-file-mb', '30').target).toMatchObject({
      rateLimit: null,
      maxFileBytes: 30 * 1024 * 1024,
    });
    expect(options('plan.json', ...own, '--rate-limit=2/60').target).toMatchObject({
      rateLimit: { count: 2, windowSeconds: 60 },
    });
  });

  test.each([
    [[], 'Name the plan file that is to be published.'],
    [['--json'], 'Name the plan file that is to be published.'],
    [['--publish='], 'Name the plan file that is to be published.'],
    [['a.json', 'b.json'], 'One plan at a time: there is a.json, and b.json.'],
    [['--publish=a.json', '--publish=b.json'], 'One plan at a time: there is a.json, and b.json.'],
    [['a.json', '--dryrun'], "Unknown option '--dryrun'."],
    [['a.json', '--on-conflict=ours'], '--on-conflict is stop, mine or theirs, not ours.'],
    [['a.json', '--on-conflict'], "Option '--on-conflict <value>' argument missing."],
    [['a.json', '--server=https://example.com'], '--server and --team go together.'],
    [
      ['a.json', '--server=https://example.com', '--team=x'],
      'The team ID is a UUID; the dashboard shows it.',
    ],
    [
      ['a.json', '--connection=A', '--server=https://b.example'],
      'Give either --connection or --server and --team.',
    ],
    [
      ['a.json', '--rate-limit=none'],
      '--rate-limit and --max-file-mb go with --server and --team; a stored connection has its own.',
    ],
    [
      ['a.json', '--server=https://example.com', `--team=${team}`, '--max-file-mb=-1'],
      '--max-file-mb is a whole number of megabytes, from 1 to 999999.',
    ],
    [
      ['a.json', '--server=https://example.com', `--team=${team}`, '--max-file-mb=0'],
      '--max-file-mb is a whole number of megabytes, from 1 to 999999.',
    ],
    [['a.json', '--data-folder='], '--data-folder is the path of a folder.'],
  ])('%j make no sense, and it is said why', (args, message) => {
    expect(mistake(...args)).toBe(message);
  });

  test('a key never goes over a network in the clear', () => {
    expect(mistake('a.json', '--server=http://example.com', `--team=${team}`)).toContain('https');
  });
});
