import { describe, expect, it } from 'vitest';
import { startingFields } from '../../../../electron/publish/request.ts';
import { createChance } from '../../../support/chance.ts';
import { type DroppedFile, matchTo, type Product, wherein } from '../../../support/matching.ts';

/** The first file's match, in words: where it goes and how sure that is. */
function matched(product: Product, file: string | DroppedFile): string {
  const [match] = matchTo(product, [file]);
  if (match === undefined) throw new Error('nothing came of it');
  return `${match.confidence}: ${wherein(match)}`;
}

const why = (product: Product, file: string | DroppedFile): string[] =>
  matchTo(product, [file])[0]?.reasons ?? [];

const claims: Product = {
  releases: [
    '2.2.0 ClaimsGuard-2.2.0.jar',
    '2.3.0 ClaimsGuard-2.3.0.jar',
    '2.3.0 (dev) ClaimsGuard-2.3.0-dev.zip',
    '2.4.0',
    '2.4.0-dev.1 (dev) ClaimsGuard-2.4.0-dev.1.jar',
    '2.4.0-dev.2 (dev) ClaimsGuard-2.4.0-dev.2.jar',
    '1.3.6 (legacy-1.16) ClaimsGuard-1.3.6.jar',
  ],
  otherProducts: ['Northwind Economy'],
};

describe('the version in a file name', () => {
  it.each([
    ['ClaimsGuard-2.4.0.jar', 'sure: 2.4.0'],
    ['claims-guard-2.4.0.jar', 'sure: 2.4.0'],
    ['Claims_Guard_v2.4.0.jar', 'sure: 2.4.0'],
    ['ClaimsGuard v2.4.0.jar', 'sure: 2.4.0'],
    ['ClaimsGuard.2.4.0.jar', 'sure: 2.4.0'],
    ['ClaimsGuard(2.4.0).jar', 'sure: 2.4.0'],
    ['ClaimsGuard2.4.0.jar', 'sure: 2.4.0'],
    ['ClaimsGuard_2_4_0.jar', 'sure: 2.4.0'],
    ['ClaimsGuard-2-4-0.jar', 'sure: 2.4.0'],
    ['CLAIMSGUARD-2.4.0.JAR', 'sure: 2.4.0'],
    ['ClaimsGuard-2.4.0-dev.2.jar', 'sure: 2.4.0-dev.2 (dev)'],
    ['ClaimsGuard-2.4.0.dev2.jar', 'sure: 2.4.0-dev.2 (dev)'],
    ['ClaimsGuard-2.4.0+build.77.jar', 'sure: 2.4.0'],
    ['ClaimsGuard-2.4.0+build.77-all.jar', 'sure: 2.4.0'],
    ['ClaimsGuard-2.4.0-all.jar', 'sure: 2.4.0'],
    ['ClaimsGuard-2.4.0-jar-with-dependencies.jar', 'sure: 2.4.0'],
    ['ClaimsGuard-2.4.0.Final.jar', 'sure: 2.4.0'],
    ['ClaimsGuard-2.4.0-20260115.093000-3.jar', 'likely: 2.4.0'],
    ['ClaimsGuard-2.4.jar', 'likely: 2.4.0'],
    ['ClaimsGuard-02.04.00.jar', 'sure: 2.4.0'],
    ['2.4.0.jar', 'likely: 2.4.0'],
    ['ClaimsGuard-2.4.0.tar.gz', 'sure: 2.4.0'],
    ['ClaimsGuard-2.4.0', 'sure: 2.4.0'],
  ])('of %j is found: %s', (name, expected) => {
    expect(matched(claims, name)).toBe(expected);
  });

  it.each([
    ['a part of a longer one', 'ClaimsGuard-2.4.0.1.jar', 'likely: new 2.4.0.1'],
    ['a part of another number', 'ClaimsGuard-12.4.0.jar', 'likely: new 12.4.0'],
    ['that of the platform', 'ClaimsGuard-2.4.0-mc1.20.4.jar', 'likely: 2.4.0'],
    ['behind the known one', 'ClaimsGuard-2.4.0-1.20.4.jar', 'likely: 2.4.0'],
    ['in front of the known one', 'ClaimsGuard-1.20.4-2.4.0.jar', 'likely: 2.4.0'],
  ])('is not %s', (_what, name, expected) => {
    expect(matched(claims, name)).toBe(expected);
  });

  it.each([
    ['log4j2-2.17.1.jar', 'sure: 2.17.1'],
    ['log4j2_v2.17.1.jar', 'sure: 2.17.1'],
    ['log4j-2.17.1.jar', 'likely: 2.17.1'],
  ])('is not a number of the product’s name: %s', (name, expected) => {
    expect(matched({ name: 'Log4j2', releases: ['2.17.0 log4j2-2.17.0.jar', '2.17.1', '2.0.0'] }, name)).toBe(
      expected,
    );
  });

  it.each(['ClaimsGuard-2026-01-15.jar', 'ClaimsGuard-20260115.jar', 'ClaimsGuard-2026.01.15.jar'])(
    'is not the date in %s',
    (name) => expect(matched(claims, name)).toBe('none: nowhere'),
  );

  it('is a date where releases are called by the day', () => {
    const dated: Product = { name: 'Brushes', releases: ['2025.11.30 brushes-2025.11.30.zip', '2026.01.15'] };
    expect(matched(dated, 'brushes-2026.01.15.zip')).toBe('sure: 2026.01.15');
    expect(matched(dated, 'brushes-2026.02.01.zip')).toBe('likely: new 2026.02.01');
  });

  it('with a date behind it stays the version', () => {
    expect(matched(claims, 'ClaimsGuard-2.4.0-20260115.jar')).toBe('sure: 2.4.0');
  });

  it('with two numbers is one, where releases have two', () => {
    const yearly: Product = { name: 'Brush Pack Pro', releases: ['2024.2 brush-pack-2024.2.zip', '2025.1'] };
    expect(matched(yearly, 'brush-pack-2025.1.zip')).toBe('sure: 2025.1');
    expect(matched(yearly, 'brush-pack-2025.2.zip')).toBe('likely: new 2025.2');
  });

  it('can be a word', () => {
    const aurora: Product = { name: 'Lab', releases: ['Aurora lab-aurora.zip', 'Borealis'] };
    expect(matched(aurora, 'lab-borealis.zip')).toBe('likely: Borealis');
  });

  it('is said to be missing', () => {
    expect(why(claims, 'ClaimsGuard.jar')).toEqual(['There is no version in its name.']);
    expect(why(claims, { name: 'ClaimsGuard.jar', plugin: { name: 'ClaimsGuard' } })).toEqual([
      'There is no version in its name, and none in its plugin.yml.',
    ]);
  });
});

describe('an unfinished version', () => {
  it.each([
    ['ClaimsGuard-2.5.0-beta.2.jar', 'likely: new 2.5.0-beta.2'],
    ['ClaimsGuard-2.5.0b2.jar', 'likely: new 2.5.0b2'],
    ['ClaimsGuard-2.5.0-rc1-all.jar', 'likely: new 2.5.0-rc1'],
    ['ClaimsGuard-2.4.0-beta.2.jar', 'likely: new 2.4.0-beta.2'],
    ['ClaimsGuard-2.5.0-SNAPSHOT.jar', 'likely: new 2.5.0-SNAPSHOT'],
  ])('is a release of its own: %s is %s', (name, expected) => {
    expect(matched(claims, name)).toBe(expected);
  });

  it('that is a snapshot may be for the release to come, which a person has to say', () => {
    const [match] = matchTo(claims, ['ClaimsGuard-2.4.0-SNAPSHOT.jar']);
    expect(match && wherein(match)).toBe('2.4.0');
    expect(match?.confidence).toBe('unsure');
    expect(match?.reasons[0]).toBe('“SNAPSHOT” in its name is not a part of the version 2.4.0.');
    expect(match?.candidates.map(({ version }) => version)).toContain('2.4.0-SNAPSHOT');
  });

  it('that is there is not taken for the finished one, nor the other way round', () => {
    const both: Product = { releases: ['2.0.0', '2.0.0-SNAPSHOT'] };
    expect(matched(both, 'ClaimsGuard-2.0.0-SNAPSHOT.jar')).toBe('sure: 2.0.0-SNAPSHOT');
    expect(matched(both, 'ClaimsGuard-2.0.0.jar')).toBe('sure: 2.0.0');
  });
});

describe('the branch', () => {
  it.each([
    ['ClaimsGuard-2.3.0-dev.zip', 'sure: 2.3.0 (dev)'],
    ['ClaimsGuard_v2.3.0-dev.zip', 'sure: 2.3.0 (dev)'],
    ['ClaimsGuard-dev-2.3.0.zip', 'sure: 2.3.0 (dev)'],
    ['dev_ClaimsGuard-2.3.0.zip', 'sure: 2.3.0 (dev)'],
    ['ClaimsGuard-2.3.0.jar', 'sure: 2.3.0'],
    ['ClaimsGuard-1.3.6-legacy-1.16.jar', 'sure: 1.3.6 (legacy-1.16)'],
    ['ClaimsGuard-legacy-1.16-1.3.6.jar', 'sure: 1.3.6 (legacy-1.16)'],
    ['ClaimsGuard-1.3.6.jar', 'sure: 1.3.6 (legacy-1.16)'],
  ])('is read from the name: %s is %s', (name, expected) => {
    expect(matched(claims, name)).toBe(expected);
  });

  it('is read from the folder a file lay in', () => {
    const product: Product = { releases: ['2.3.0', '2.3.0 (dev)'] };
    expect(matched(product, { name: 'ClaimsGuard-2.3.0.jar', folder: 'out/dev' })).toBe('sure: 2.3.0 (dev)');
    expect(why(product, { name: 'ClaimsGuard-2.3.0.jar', folder: 'out/dev' })).toContain(
      'It lay in a folder called dev.',
    );
  });

  it('is none where none is named and a release has none', () => {
    const product: Product = { releases: ['3.0.0', '3.0.0 (dev)'] };
    expect(matched(product, 'ClaimsGuard-3.0.0.jar')).toBe('likely: 3.0.0');
    expect(why(product, 'ClaimsGuard-3.0.0.jar')).toContain('3.0.0 is in dev too; its name names no branch.');
  });

  it('has to be said by a person where the same version is in several and none is named', () => {
    const product: Product = { releases: ['3.0.0 (dev)', '3.0.0 (beta)'] };
    const [match] = matchTo(product, ['ClaimsGuard-3.0.0.jar']);
    expect(match).toMatchObject({ target: null, confidence: 'unsure' });
    expect(match?.reasons[0]).toMatch(
      /^3\.0\.0 is in (dev and beta|beta and dev), and its name does not say/,
    );
    expect(
      match?.candidates
        .slice(0, 2)
        .map(({ branchName }) => branchName)
        .toSorted(),
    ).toEqual(['beta', 'dev']);
  });

  it('is told by what files in it are called', () => {
    const product: Product = {
      name: 'Tidemark Desktop',
      releases: [
        '4.0.1 tidemark-4.0.1-setup.exe',
        '4.0.1 (enterprise) tidemark-4.0.1-enterprise-setup.exe',
        '4.2.0-beta.1 (beta) tidemark-4.2.0-beta.1.zip',
        '4.1.0',
        '4.1.0 (enterprise)',
      ],
    };
    expect(matched(product, 'tidemark-4.1.0-setup.exe')).toBe('sure: 4.1.0');
    expect(matched(product, 'tidemark-4.1.0-enterprise-setup.exe')).toBe('sure: 4.1.0 (enterprise)');
    expect(matched(product, 'tidemark-4.2.0-beta.2.zip')).toBe('likely: new 4.2.0-beta.2 (beta)');
    expect(matched(product, 'tidemark-4.3.0-enterprise-setup.exe')).toBe('likely: new 4.3.0 (enterprise)');
    expect(matched(product, 'tidemark-4.3.0-setup.exe')).toBe('likely: new 4.3.0');
  });

  it('that is named and has no such version makes a new release in it, and the other is offered', () => {
    const [match] = matchTo(claims, ['ClaimsGuard-2.2.0-legacy-1.16.jar']);
    expect(match && `${match.confidence}: ${wherein(match)}`).toBe('likely: new 2.2.0 (legacy-1.16)');
    expect(match?.candidates.map(({ version, confidence }) => `${version} ${confidence}`)).toContain(
      '2.2.0 unsure',
    );
  });

  it('whose name is a word of the product’s name is not taken from there', () => {
    const product: Product = {
      name: 'Lab Dev Tools',
      releases: ['1.0.0 lab-dev-tools-1.0.0.zip', '1.1.0', '0.9.0 (dev)'],
    };
    expect(matched(product, 'lab-dev-tools-1.1.0.zip')).toBe('sure: 1.1.0');
  });

  it('whose name is a version is told from the version', () => {
    const product: Product = { releases: ['3.1.0 (1.16)', '3.1.0 (1.20)', '3.1.0'] };
    expect(matched(product, 'ClaimsGuard-3.1.0-1.20.jar')).toBe('sure: 3.1.0 (1.20)');
    expect(matched(product, 'ClaimsGuard-1.16-3.1.0.jar')).toBe('sure: 3.1.0 (1.16)');
  });
});

describe('the name', () => {
  it.each([
    ['of another product', 'NorthwindEconomy-2.4.0.jar', 'Named like another product, Northwind Economy.'],
    [
      'of nothing known',
      'app-2.4.0.jar',
      'Not named like the other files of Claims Guard, which begin with ClaimsGuard.',
    ],
  ])('%s makes a match unsure, and says so first', (_what, name, sentence) => {
    expect(matched(claims, name)).toBe('unsure: 2.4.0');
    expect(why(claims, name)[0]).toBe(sentence);
  });

  it('with more in it than the product’s is a doubt', () => {
    expect(matched(claims, 'ClaimsGuard-Bukkit-2.4.0.jar')).toBe('likely: 2.4.0');
  });

  it('of a product without files is only held against its own', () => {
    const empty: Product = { name: 'Brush Pack Pro', releases: ['1.0.0'] };
    expect(matched(empty, 'brushpackpro-1.0.0.zip')).toBe('sure: 1.0.0');
    expect(matched(empty, 'brushes-1.0.0.zip')).toBe('likely: 1.0.0');
  });

  it('in plugin.yml counts where the file is called otherwise', () => {
    const file = { name: 'build-2.4.0.jar', plugin: { name: 'ClaimsGuard', version: '2.4.0' } };
    expect(matched(claims, file)).toBe('sure: 2.4.0');
    expect(why(claims, file)).toContain('The file’s name and plugin.yml say 2.4.0.');
  });

  it('that a stored file has exactly is enough where there is no version in it', () => {
    const product: Product = {
      name: 'Ledgerline CLI',
      releases: ['0.6.0 (nightly) ledgerline-nightly.tar.gz', '0.5.0'],
    };
    expect(matched(product, 'ledgerline-nightly.tar.gz')).toBe('likely: 0.6.0 (nightly)');
  });

  it('that several stored files have leaves the choice to a person', () => {
    const product: Product = { name: 'Lab', releases: ['1.0.0 lab.zip', '1.1.0 lab.zip'] };
    const [match] = matchTo(product, ['lab.zip']);
    expect(match).toMatchObject({ target: null, confidence: 'unsure' });
    expect(match?.candidates.map(({ version }) => version).toSorted()).toEqual(['1.0.0', '1.1.0']);
  });

  it('of a stored file that leaves out a part of the version finds it', () => {
    const product: Product = {
      name: 'Brush Pack Pro',
      releases: ['2025.1 brush-pack-2025.1.zip', '2025.1-educational brush-pack-2025.1-edu.zip'],
    };
    expect(matched(product, 'brush-pack-2025.1-edu.zip')).toBe('likely: 2025.1-educational');
    expect(matched(product, 'brush-pack-2025.1.zip')).toBe('sure: 2025.1');
  });

  it('with another extension than the file that is there is a doubt', () => {
    expect(matched(claims, 'ClaimsGuard-2.3.0.zip')).toBe('likely: 2.3.0');
    expect(why(claims, 'ClaimsGuard-2.3.0.zip')).toContain(
      'The file that is there is a .jar, this is a .zip.',
    );
  });
});

describe('plugin.yml', () => {
  it('says the version where the name does not', () => {
    const file = { name: 'ClaimsGuard.jar', plugin: { name: 'ClaimsGuard', version: '2.4.0' } };
    expect(matched(claims, file)).toBe('sure: 2.4.0');
    expect(why(claims, file)[0]).toBe('The file’s plugin.yml says 2.4.0.');
  });

  it('that contradicts the name is said first, and both releases are offered', () => {
    const [match] = matchTo(claims, [
      { name: 'ClaimsGuard-2.4.0.jar', plugin: { name: 'ClaimsGuard', version: '2.2.0' } },
    ]);
    expect(match && `${match.confidence}: ${wherein(match)}`).toBe('unsure: 2.4.0');
    expect(match?.reasons[0]).toBe('The file’s name says 2.4.0, its plugin.yml says 2.2.0.');
    expect(match?.candidates.map(({ version }) => version)).toEqual(
      expect.arrayContaining(['2.4.0', '2.2.0']),
    );
  });

  it('that contradicts the name is not passed over because a stored file is called the same', () => {
    const file = { name: 'ClaimsGuard-2.2.0.jar', plugin: { name: 'ClaimsGuard', version: '2.4.0' } };
    expect(matched(claims, file)).toBe('unsure: 2.2.0');
  });

  it('of another product is a doubt, where the name is of this one, and the other way round', () => {
    const sentence = 'One of its name and its plugin.yml says Northwind Economy, which is another product.';
    for (const [name, plugin] of [
      ['ClaimsGuard', 'NorthwindEconomy'],
      ['NorthwindEconomy', 'ClaimsGuard'],
    ]) {
      const file = { name: `${name}-2.4.0.jar`, plugin: { name: plugin ?? '', version: '2.4.0' } };
      expect(matched(claims, file)).toBe('likely: 2.4.0');
      expect(why(claims, file)).toContain(sentence);
    }
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a build tool would have filled in
  it.each(['${project.version}', '@version@', '', 'latest'])('that says %j says nothing', (version) => {
    const file = { name: 'ClaimsGuard-2.4.0.jar', plugin: { name: 'ClaimsGuard', version } };
    expect(matched(claims, file)).toBe('sure: 2.4.0');
  });

  it('whose version has a suffix that the name has not is a doubt', () => {
    const file = { name: 'ClaimsGuard-2.4.0.jar', plugin: { version: '2.4.0-SNAPSHOT' } };
    expect(matched(claims, file)).toBe('likely: 2.4.0');
  });

  it('makes a new release of a version nobody has', () => {
    const file = { name: 'ClaimsGuard.jar', plugin: { name: 'ClaimsGuard', version: '2.6.0-beta.1' } };
    expect(matched(claims, file)).toBe('likely: new 2.6.0-beta.1');
  });
});

describe('a new release', () => {
  it.each([
    ['ClaimsGuard-2.5.0.jar', 'likely: new 2.5.0'],
    ['ClaimsGuard-2.5.0-dev.1.jar', 'likely: new 2.5.0-dev.1 (dev)'],
    ['ClaimsGuard-2.5.0-dev.zip', 'likely: new 2.5.0 (dev)'],
    ['ClaimsGuard_2_5_0.jar', 'likely: new 2.5.0'],
    ['something-2.5.0.jar', 'unsure: new 2.5.0'],
    ['ClaimsGuard-7.jar', 'unsure: new 7'],
  ])('is proposed for %s: %s', (name, expected) => {
    expect(matched(claims, name)).toBe(expected);
  });

  it('is called as the others are', () => {
    const product: Product = { name: 'Lab', releases: ['v1.0.0 lab-v1.0.0.zip', 'v1.1.0'] };
    expect(matched(product, 'lab-1.1.0.zip')).toBe('sure: v1.1.0');
    expect(matched(product, 'lab-1.2.0.zip')).toBe('likely: new v1.2.0');
  });

  it('leaves the word of the branch out where versions in it do', () => {
    const product: Product = { name: 'Lab', releases: ['1.0.0 (dev)', '1.1.0 (dev)', '1.0.0'] };
    expect(matched(product, 'lab-1.2.0-dev.zip')).toBe('likely: new 1.2.0 (dev)');
  });

  it('is in the branch where all the others are', () => {
    const product: Product = { name: 'Lab', releases: ['1.0.0 (stable) lab-1.0.0.zip', '1.1.0 (stable)'] };
    expect(matched(product, 'lab-1.2.0.zip')).toBe('likely: new 1.2.0 (stable)');
  });

  it('of a product without releases is in no branch', () => {
    expect(matched({ name: 'Lab' }, 'lab-1.0.0.zip')).toBe('likely: new 1.0.0');
  });

  it('that is begun already is taken up', () => {
    const product: Product = { ...claims, begun: ['2.5.0', '2.6.0 (dev)'] };
    expect(matched(product, 'ClaimsGuard-2.5.0.jar')).toBe('sure: draft 2.5.0');
    expect(matched(product, 'ClaimsGuard-2.6.0-dev.jar')).toBe('sure: draft 2.6.0 (dev)');
  });
});

describe('what lies beside a program', () => {
  it.each([
    'ClaimsGuard-2.4.0-sources.jar',
    'ClaimsGuard-2.4.0-javadoc.jar',
    'original-ClaimsGuard-2.4.0.jar',
    'ClaimsGuard-2.4.0.jar.sha256',
    'ClaimsGuard-2.4.0.pom',
  ])('is left out unless a person wants it: %s', (name) => {
    const [match] = matchTo(claims, [name]);
    expect(match).toMatchObject({ target: null, confidence: 'unsure' });
    expect(match?.reasons[0]).toMatch(/says that it is not the program itself/);
    expect(match?.candidates[0]?.version).toBe('2.4.0');
  });

  it('is the program where the files of the product are called so', () => {
    const product: Product = { name: 'Lab Docs', releases: ['1.0.0 lab-1.0.0-docs.zip', '1.1.0'] };
    expect(matched(product, 'lab-1.1.0-docs.zip')).toBe('sure: 1.1.0');
  });
});

describe('drafts', () => {
  it('that rename a release lead to it under both versions', () => {
    const release = claims.releases?.[0] ?? '';
    const product: Product = {
      releases: [release],
      drafts: { '2.2.0': { fields: { ...startingFields(null), version: '2.2.1' } } },
    };
    expect(matched(product, 'ClaimsGuard-2.2.1.jar')).toMatch(/: 2\.2\.1$/);
    expect(why(product, 'ClaimsGuard-2.2.1.jar')).toContain('The draft of 2.2.0 makes it 2.2.1.');
    expect(matched(product, 'ClaimsGuard-2.2.0.jar')).toBe('sure: 2.2.0');
  });

  it('that are being published take no file', () => {
    const [match] = matchTo({ ...claims, publishing: ['2.4.0'] }, ['ClaimsGuard-2.4.0.jar']);
    expect(match).toMatchObject({ target: null, confidence: 'unsure' });
    expect(match?.reasons[0]).toBe('2.4.0 is being published now.');
  });
});

describe('several files for one release', () => {
  it('stay there, so that a person chooses', () => {
    const matches = matchTo(claims, [
      'ClaimsGuard-2.4.0.jar',
      'ClaimsGuard-2.4.0-all.jar',
      'ClaimsGuard-2.2.0.jar',
    ]);
    expect(matches.map(wherein)).toEqual(['2.4.0', '2.4.0', '2.2.0']);
  });

  it('are left out where one of them fits better', () => {
    const matches = matchTo(claims, ['ClaimsGuard-2.4.0.jar', 'app-2.4.0.jar']);
    expect(matches.map(wherein)).toEqual(['2.4.0', 'nowhere']);
    expect(matches[1]?.reasons[0]).toBe('ClaimsGuard-2.4.0.jar fits the same release better.');
  });
});

describe('names that nobody expects', () => {
  const pieces = [
    '1.4.0',
    '-',
    '_',
    '.',
    'v',
    'dev',
    'SNAPSHOT',
    '+',
    ' ',
    '\u0000',
    '\u202e',
    '💥',
    '20260115',
  ].concat([
    'ClaimsGuard',
    '(',
    '[',
    '*',
    '\\',
    '$&',
    '__proto__',
    'constructor',
    '\ud800',
    '.jar',
    'é',
    '9'.repeat(400),
  ]);

  it.each([1, 2, 3])('are matched or not, and never break the others (%i)', (seed) => {
    const chance = createChance(seed);
    const name = (): string =>
      Array.from({ length: 1 + chance.below(12) }, () => pieces[chance.below(pieces.length)]).join('');
    const product: Product = {
      ...claims,
      releases: [
        ...(claims.releases ?? []),
        ...Array.from({ length: 50 }, () => `${name().replace(/\s/g, '')}x`),
      ],
      branches: [name(), '', '...'],
      otherProducts: [name(), ''],
    };
    const files = Array.from({ length: 300 }, () => ({
      name: name(),
      folder: chance.below(2) === 0 ? null : name(),
      plugin: { name: name(), version: name() },
    }));
    const matches = matchTo(product, files);
    expect(matches.map(({ index }) => index)).toEqual(files.map((_file, at) => at));
    for (const { target, candidates } of matches) {
      if (target !== null) expect(candidates.map((candidate) => candidate.target)).toContainEqual(target);
    }
  });

  it.each(['-'.repeat(4000), `${'1.'.repeat(2000)}x`, 'a1'.repeat(2000), `${'v'.repeat(4000)}1.0`])(
    'do not take long because they are long',
    (name) => {
      const startedAt = performance.now();
      matchTo(
        claims,
        Array.from({ length: 20 }, () => `${name}.jar`),
      );
      expect(performance.now() - startedAt).toBeLessThan(500);
    },
  );
});
