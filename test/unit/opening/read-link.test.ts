import { describe, expect, test } from 'vitest';
import { releaseLink } from '../../../electron/model/release-link.ts';
import { readLink } from '../../../electron/opening/read-link.ts';

const team = '0a51c2f2-27d8-4e0b-8a63-0a3c9a5c0b11';
const product = '1b62d3a3-38e9-4f1c-9b74-1b4d0b6d1c22';
const release = '2c73e4b4-49fa-4a2d-8c85-2c5e1c7e2d33';
const place = { serverUrl: 'https://app.lukittu.com', teamId: team, productId: product, releaseId: release };
const good = releaseLink(place);
const nowhere = { to: 'nothing', why: 'malformed' };

const read = (link: string) => readLink(link, 'linux');
const planLink = (path: string): string => `lukittu-releases://plan?path=${encodeURIComponent(path)}`;

describe('a link to a release', () => {
  test.each(['https://app.lukittu.com', 'https://updates.example.com:8443/lukittu', 'http://127.0.0.1:4000'])(
    'on %s leads back to what it was made from',
    (serverUrl) => {
      expect(read(releaseLink({ ...place, serverUrl }))).toEqual({
        to: 'release',
        place: { ...place, serverUrl },
      });
    },
  );

  test('may have its ids in capitals: the server writes them small', () => {
    const written = good.replace(team, team.toUpperCase()).replace(release, release.toUpperCase());
    expect(read(written)).toEqual({ to: 'release', place });
  });

  test('may have the slash that Windows adds, its scheme in capitals, and its names in another order', () => {
    expect(read(good.replace('release?', 'release/?'))).toMatchObject({ to: 'release' });
    expect(read(good.replace('lukittu-releases:', 'LUKITTU-RELEASES:'))).toMatchObject({ to: 'release' });
    const query = good.split('?')[1]?.split('&').reverse().join('&');
    expect(read(`lukittu-releases://release?${query}`)).toEqual({ to: 'release', place });
  });

  test.each([
    ['nothing', ''],
    ['another scheme', good.replace('lukittu-releases:', 'https:')],
    ['a scheme that begins alike', good.replace('lukittu-releases:', 'lukittu-releases-x:')],
    ['no host', good.replace('//release', '')],
    ['another host', good.replace('//release', '//publish')],
    ['a host in capitals', good.replace('//release', '//RELEASE')],
    ['two slashes behind the host', good.replace('release?', 'release//?')],
    ['a way below the host', good.replace('release?', 'release/publish?')],
    ['a user', good.replace('//release', '//ann@release')],
    ['a password', good.replace('//release', '//:secret@release')],
    ['a port', good.replace('//release', '//release:80')],
    ['a fragment', `${good}#publish`],
    ['one thing missing', good.replace(/&release=.*/, '')],
    ['one thing too many', `${good}&publish=1`],
    ['one thing twice', `${good}&release=${release}`],
    ['one thing empty', good.replace(team, '')],
    ['an id that is a path', good.replace(release, encodeURIComponent('../../other'))],
    ['an id with a blank around it', good.replace(release, `%20${release}`)],
    ['an id with markup', good.replace(release, encodeURIComponent('<img src=x onerror=alert(1)>'))],
    ['a server without a scheme', good.replace('https%3A%2F%2F', '')],
    ['a server with a key in it', good.replace('app.lukittu.com', 'key%40app.lukittu.com')],
    ['a server with a query', good.replace('app.lukittu.com', 'app.lukittu.com%3Fx%3D1')],
    ['a server that is a script', good.replace('https%3A%2F%2Fapp.lukittu.com', 'javascript%3Aalert(1)')],
    ['a server that is a file', good.replace('https%3A%2F%2Fapp.lukittu.com', 'file%3A%2F%2F%2Fetc')],
    ['a server that would get the key in the clear', good.replace('https%3A', 'http%3A')],
    ['a line break', good.replace('&team', '\n&team')],
    ['a quote that ends it and an option', `${good}" --publish "plan.json`],
    ['a blank and an option', `${good} --no-sandbox`],
    ['a zero byte', `${good}\0`],
    ['letters that only look like it', good.replace('release?', 'rеlease?')],
    ['no end', good + '&x='.repeat(5000)],
  ])('with %s leads to nothing', (_what, link) => {
    expect(read(link)).toEqual(nowhere);
  });
});

describe('a link to a plan', () => {
  test.each([
    ['linux', '/home/ann/Ann’s plans/2.0 & more.lukittu-plan'],
    ['linux', '/srv/builds/plan.json'],
    ['darwin', '/Users/ann/Downloads/plan.ZIP'],
    ['win32', 'C:\\Users\\Ann\\Desktop\\plan.lukittu-plan'],
    ['win32', 'd:/builds/plan.json'],
  ] as const)('on %s leads to %s', (platform, path) => {
    expect(readLink(planLink(path), platform)).toEqual({ to: 'plan', path });
  });

  test.each([
    ['linux', 'plan.json'],
    ['linux', './plan.json'],
    ['linux', '~/plan.json'],
    ['linux', '/home/ann/../../etc/plan.json'],
    ['linux', '/home/ann/./plan.json'],
    ['linux', '//server/share/plan.json'],
    ['linux', '/home//ann/plan.json'],
    ['linux', '/home/ann/plan.json/'],
    ['linux', '/home/ann/plan.json\0.txt'],
    ['linux', '/home/ann/\u202Enosj.nalp.json'],
    ['linux', '/home/ann/.ssh/id_ed25519'],
    ['linux', '/home/ann/plan.json.exe'],
    ['linux', '/dev/zero.json'],
    ['linux', '/proc/self/fd/plan.json'],
    ['linux', '/sys/plan.json'],
    ['linux', '/net/evil.example/plan.json'],
    ['darwin', '/Network/Servers/evil.example/plan.json'],
    ['linux', 'file:///home/ann/plan.json'],
    ['linux', 'https://evil.example/plan.json'],
    ['linux', 'C:\\Users\\Ann\\plan.json'],
    ['win32', '\\\\evil.example\\share\\plan.json'],
    ['win32', '//evil.example/share/plan.json'],
    ['win32', '\\\\?\\UNC\\evil.example\\share\\plan.json'],
    ['win32', '\\\\.\\pipe\\plan.json'],
    ['win32', '\\Users\\Ann\\plan.json'],
    ['win32', 'C:plan.json'],
    ['win32', 'C:\\Users\\..\\plan.json'],
    ['win32', 'C:\\Users\\Ann\\NUL.json'],
    ['win32', 'C:\\Users\\COM1\\plan.json'],
    ['win32', 'C:\\Users\\Ann\\notes.txt:plan.json'],
    ['win32', 'C:\\Users\\Ann.\\plan.json'],
    ['win32', 'C:\\Users\\Ann\\.json'],
    ['win32', '/home/ann/plan.json'],
    ['linux', `/${'a/'.repeat(600)}plan.json`],
  ] as const)('on %s leads nowhere: %s', (platform, path) => {
    expect(readLink(planLink(path), platform)).toEqual({ to: 'nothing', why: 'unsafe-path' });
  });

  test('may have 4,096 characters and name a path of 1,024, and no more of either', () => {
    const ofLength = (length: number): string => {
      const [start, end] = [planLink('/'), '.json'];
      const rest = length - start.length - end.length;
      const written = encodeURIComponent('ä');
      const most = Math.floor(rest / written.length);
      return `${start}${written.repeat(most)}${'a'.repeat(rest - most * written.length)}${end}`;
    };
    expect(ofLength(4096)).toHaveLength(4096);
    expect(read(ofLength(4096))).toMatchObject({ to: 'plan' });
    expect(read(ofLength(4097))).toEqual(nowhere);

    const path = (length: number): string => `/${'a'.repeat(length - '/.json'.length)}.json`;
    expect(read(planLink(path(1024)))).toEqual({ to: 'plan', path: path(1024) });
    expect(read(planLink(path(1025)))).toEqual({ to: 'nothing', why: 'unsafe-path' });
  });

  test.each([
    'lukittu-releases://plan',
    'lukittu-releases://plan?file=/home/ann/plan.json',
    'lukittu-releases://plan?path=/a.json&path=/b.json',
    'lukittu-releases://plan?path=/a.json&commit=true',
    'lukittu-releases://plan/home/ann/plan.json',
  ])('that is not one leads nowhere: %s', (link) => {
    expect(read(link)).toEqual(nowhere);
  });
});
