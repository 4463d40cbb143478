import { isAbsolute, posix, win32 } from 'node:path';
import { idSchema } from '../../../electron/model/release.ts';
import { linkScheme, type ReleasePlace, releaseLink } from '../../../electron/model/release-link.ts';
import { requestsIn } from '../../../electron/opening/read-arguments.ts';
import { type ReadLink, readLink } from '../../../electron/opening/read-link.ts';
import { must, type Target } from '../target.ts';

const platforms = ['linux', 'darwin', 'win32'] as const;
const id = '6d0cb053-941c-491f-a3a3-0b8a2a5d3f9c';
const place = { teamId: id, productId: id, releaseId: id };
const planLink = (path: string): string => `${linkScheme}://plan?path=${encodeURIComponent(path)}`;

/** Any link, any path in one, and any arguments of a start: what is shown is a release, or an ordinary plan of this computer. */
export const link: Target = {
  name: 'link',
  words: [
    `${linkScheme}:`,
    '//release',
    '//plan',
    '?path=',
    '&path=',
    '&release=',
    '&commit=true',
    'server=https%3A%2F%2F',
    'http%3A%2F%2F127.0.0.1',
    '%40',
    '%23',
    '..',
    '%2e%2e',
    '%2F',
    '/',
    '%5C',
    '\\',
    '//evil.example/',
    '/dev/',
    '/proc/self/',
    'C:',
    'NUL',
    'file://',
    '%00',
    '\0',
    '\u202e',
    '\n',
    '.json',
    '.lukittu-plan',
    id,
  ],
  seeds: async () =>
    [
      releaseLink({ ...place, serverUrl: 'https://app.lukittu.com' }),
      releaseLink({ ...place, serverUrl: 'http://127.0.0.1:4000/lukittu' }),
      planLink('/home/ann/Ann’s plans/2.0.lukittu-plan'),
      planLink('C:\\Users\\Ann\\plan.json'),
      '/home/ann/builds/plan.zip',
      'D:\\builds\\plan.json',
      `${planLink('/home/ann/plan.json')}\nfile:///home/ann/plan.json\n--\nplan.zip`,
    ].map((text) => Buffer.from(text)),
  check: async (input) => {
    const text = input.toString('utf8').slice(0, 8000);
    for (const platform of platforms) {
      for (const given of [text, linkTo(text)]) holdsAt(readLink(given, platform), platform);
    }
    for (const request of requestsIn(text.split('\n'), '/home/ann')) {
      if (request.by === 'link') must(/^lukittu-releases:/i.test(request.link), 'a link is one of the app’s');
      else
        must(
          isAbsolute(request.path) && endsAsPlan(request.path, process.platform),
          'a file is a plan, named in full',
        );
    }
  },
};

/** The input as the path in a link; half a character has no address. */
function linkTo(path: string): string {
  return planLink(path.replace(/\p{Cs}/gu, ''));
}

function holdsAt(read: ReadLink, platform: (typeof platforms)[number]): void {
  if (read.to === 'release') holdsOfRelease(read.place, platform);
  if (read.to !== 'plan') return;
  const { path } = read;
  must(path.length <= 1024 && endsAsPlan(path, platform), 'a plan is called like one');
  must(!/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(path), 'a path has nothing that does not show');
  const told = JSON.stringify(path);
  if (platform === 'win32') {
    must(/^[a-z]:[\\/][^\\/]/i.test(path), `a plan is on a drive of this computer: ${told}`);
    must(win32.normalize(path) === path.replaceAll('/', '\\'), `a path leads downwards: ${told}`);
    must(!path.slice(2).includes(':'), `a path names no stream of a file: ${told}`);
  } else {
    must(/^\/[^/]/.test(path), `a plan is below the root of this computer: ${told}`);
    must(posix.normalize(path) === path, `a path leads downwards: ${told}`);
    must(!/^\/(dev|proc|sys|run|net|afs|Network)\//.test(path), `a plan is an ordinary file: ${told}`);
  }
  const again = readLink(planLink(path), platform);
  // What is written out in full may be too long for a link.
  if (planLink(path).length <= 4096)
    must(again.to === 'plan' && again.path === path, 'a path is read as it was');
}

function holdsOfRelease(found: ReleasePlace, platform: (typeof platforms)[number]): void {
  const { serverUrl, teamId, productId, releaseId } = found;
  const { protocol, username, password, search, hash, hostname } = new URL(serverUrl);
  must(
    [teamId, productId, releaseId].every((each) => idSchema.safeParse(each).success),
    'ids are ids',
  );
  must(username + password + search + hash === '', 'a server is named without a user, query or fragment');
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost');
  must(
    protocol === 'https:' || (protocol === 'http:' && isHere),
    `a server gets no key in the clear: ${serverUrl}`,
  );
  const again = readLink(releaseLink(found), platform);
  // As above.
  if (releaseLink(found).length > 4096) return;
  must(
    again.to === 'release' && releaseLink(again.place) === releaseLink(found),
    'a release is read as it was',
  );
}

function endsAsPlan(path: string, platform: NodeJS.Platform): boolean {
  const [name = ''] = path.split(platform === 'win32' ? /[\\/]/ : '/').slice(-1);
  return /.\.(lukittu-plan|json|zip)$/is.test(name);
}
