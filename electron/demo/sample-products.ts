import type { ReleaseStatus } from '../model/release.ts';

/** Version, status, age in days, and the rest. */
export type SampleRelease = readonly [version: string, status: ReleaseStatus, days: number, more: More];

interface More {
  readonly branch?: string;
  readonly latest?: true;
  readonly file?: string;
  /** Size of the file in KiB. */
  readonly kb?: number;
  /** Main class of a jar. */
  readonly main?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** How many licenses it is restricted to. */
  readonly licenses?: number;
}

interface SampleProduct {
  readonly name: string;
  readonly slug: string;
  readonly branches: readonly string[];
  readonly releases: readonly SampleRelease[];
}

const claims = 'dev.northwind.claims.ClaimsPlugin';
const economy = 'dev.northwind.economy.EconomyPlugin';

/** A first entry "channel" is locked. */
export const sampleProducts: readonly SampleProduct[] = [
  {
    name: 'Claims Guard',
    slug: 'claims-guard',
    branches: ['dev', 'legacy-1.16'],
    releases: [
      ['1.0.0', 'ARCHIVED', 820, { file: 'ClaimsGuard-1.0.0.jar', kb: 142, main: claims }],
      ['1.1.0', 'ARCHIVED', 760, { file: 'ClaimsGuard-1.1.0.jar', kb: 151, main: claims }],
      ['1.2.0', 'ARCHIVED', 690, { file: 'ClaimsGuard-1.2.0.jar', kb: 158, main: claims }],
      ['1.2.1', 'DEPRECATED', 655, { file: 'ClaimsGuard-1.2.1.jar', kb: 158, main: claims }],
      [
        '1.3.0',
        'DEPRECATED',
        560,
        { file: 'ClaimsGuard-1.3.0.jar', kb: 171, main: claims, metadata: { 'api-version': '1.18' } },
      ],
      [
        '2.0.0',
        'DEPRECATED',
        430,
        { file: 'ClaimsGuard-2.0.0.jar', kb: 236, main: claims, metadata: { 'api-version': '1.19' } },
      ],
      [
        '2.0.1',
        'DEPRECATED',
        421,
        { file: 'ClaimsGuard-2.0.1.jar', kb: 236, main: claims, metadata: { 'api-version': '1.19' } },
      ],
      [
        '2.0.2',
        'PUBLISHED',
        388,
        { file: 'ClaimsGuard-2.0.2.jar', kb: 237, main: claims, metadata: { 'api-version': '1.19' } },
      ],
      [
        '2.0.10',
        'PUBLISHED',
        301,
        { file: 'ClaimsGuard-2.0.10.jar', kb: 241, main: claims, metadata: { 'api-version': '1.20' } },
      ],
      [
        '2.1.0',
        'PUBLISHED',
        240,
        {
          file: 'ClaimsGuard-2.1.0.jar',
          kb: 252,
          main: claims,
          metadata: { channel: 'stable', 'api-version': '1.20' },
        },
      ],
      [
        '2.2.0',
        'PUBLISHED',
        160,
        {
          file: 'ClaimsGuard-2.2.0.jar',
          kb: 259,
          main: claims,
          metadata: { channel: 'stable', 'api-version': '1.21' },
        },
      ],
      [
        '2.2.1',
        'PUBLISHED',
        96,
        {
          file: 'ClaimsGuard-2.2.1.jar',
          kb: 259,
          main: claims,
          metadata: { channel: 'stable', 'api-version': '1.21' },
        },
      ],
      [
        '2.3.0',
        'PUBLISHED',
        31,
        {
          latest: true,
          file: 'ClaimsGuard-2.3.0.jar',
          kb: 268,
          main: claims,
          metadata: { channel: 'stable', 'api-version': '1.21', changelog: 'Claims can be rented out.' },
        },
      ],
      ['2.4.0', 'DRAFT', 4, { metadata: { channel: 'stable', 'api-version': '1.21' } }],
      [
        '2.3.0',
        'DEPRECATED',
        44,
        {
          branch: 'dev',
          file: 'ClaimsGuard-2.3.0-dev.zip',
          kb: 266,
          metadata: { channel: 'nightly', build: '411' },
        },
      ],
      [
        '2.4.0-dev.1',
        'PUBLISHED',
        22,
        {
          branch: 'dev',
          file: 'ClaimsGuard-2.4.0-dev.1.jar',
          kb: 270,
          main: claims,
          metadata: { channel: 'nightly', build: '418' },
        },
      ],
      [
        '2.4.0-dev.2',
        'PUBLISHED',
        9,
        {
          branch: 'dev',
          latest: true,
          file: 'ClaimsGuard-2.4.0-dev.2.jar',
          kb: 271,
          main: claims,
          metadata: { channel: 'nightly', build: '423' },
        },
      ],
      [
        '1.3.5',
        'PUBLISHED',
        210,
        {
          branch: 'legacy-1.16',
          latest: true,
          file: 'ClaimsGuard-1.3.5.jar',
          kb: 173,
          main: claims,
          metadata: { channel: 'legacy' },
        },
      ],
      ['1.3.6', 'DRAFT', 12, { branch: 'legacy-1.16' }],
    ],
  },
  {
    name: 'Northwind Economy',
    slug: 'northwind-economy',
    branches: ['dev'],
    releases: [
      ['0.9.0', 'ARCHIVED', 540, { file: 'NorthwindEconomy-0.9.0.jar', kb: 98, main: economy }],
      ['0.9.4', 'ARCHIVED', 505, { file: 'NorthwindEconomy-0.9.4.jar', kb: 101, main: economy }],
      ['1.0.0', 'DEPRECATED', 470, { file: 'NorthwindEconomy-1.0.0.jar', kb: 118, main: economy }],
      ['1.0.1', 'DEPRECATED', 462, { file: 'NorthwindEconomy-1.0.1.jar', kb: 118, main: economy }],
      [
        '1.1.0',
        'PUBLISHED',
        350,
        { file: 'NorthwindEconomy-1.1.0.jar', kb: 127, main: economy, metadata: { currency: 'single' } },
      ],
      [
        '1.2.0',
        'PUBLISHED',
        265,
        { file: 'NorthwindEconomy-1.2.0.jar', kb: 139, main: economy, metadata: { currency: 'multi' } },
      ],
      [
        '1.2.1',
        'PUBLISHED',
        201,
        { file: 'NorthwindEconomy-1.2.1.jar', kb: 139, main: economy, metadata: { currency: 'multi' } },
      ],
      [
        '1.3.0',
        'PUBLISHED',
        77,
        {
          latest: true,
          file: 'NorthwindEconomy-1.3.0.jar',
          kb: 146,
          main: economy,
          metadata: { currency: 'multi', changelog: 'Banks pay interest.' },
        },
      ],
      [
        '1.3.1',
        'PUBLISHED',
        18,
        {
          file: 'NorthwindEconomy-1.3.1-preview.jar',
          kb: 147,
          main: economy,
          licenses: 3,
          metadata: { note: 'Preview for three servers' },
        },
      ],
      ['1.4.0', 'DRAFT', 3, {}],
      [
        '1.4.0-dev.1',
        'PUBLISHED',
        15,
        {
          branch: 'dev',
          latest: true,
          file: 'NorthwindEconomy-1.4.0-dev.1.jar',
          kb: 149,
          main: economy,
          metadata: { channel: 'nightly' },
        },
      ],
      ['1.4.0-dev.2', 'DRAFT', 2, { branch: 'dev' }],
    ],
  },
  {
    name: 'Tidemark Desktop',
    slug: 'tidemark-desktop',
    branches: ['beta', 'enterprise'],
    releases: [
      ['3.0.0', 'ARCHIVED', 610, { file: 'tidemark-3.0.0-setup.exe', kb: 388 }],
      ['3.1.0', 'ARCHIVED', 520, { file: 'tidemark-3.1.0-setup.exe', kb: 391 }],
      ['3.1.2', 'DEPRECATED', 480, { file: 'tidemark-3.1.2-setup.exe', kb: 391 }],
      [
        '3.2.0',
        'DEPRECATED',
        377,
        { file: 'tidemark-3.2.0-setup.exe', kb: 402, metadata: { minimum: 'Windows 10' } },
      ],
      [
        '4.0.0',
        'PUBLISHED',
        255,
        { file: 'tidemark-4.0.0-setup.exe', kb: 455, metadata: { minimum: 'Windows 10' } },
      ],
      [
        '4.0.1',
        'PUBLISHED',
        233,
        { file: 'tidemark-4.0.1-setup.exe', kb: 455, metadata: { minimum: 'Windows 10' } },
      ],
      [
        '4.1.0',
        'PUBLISHED',
        140,
        { file: 'tidemark-4.1.0-setup.exe', kb: 461, metadata: { minimum: 'Windows 10' } },
      ],
      [
        '4.2.0',
        'PUBLISHED',
        52,
        {
          latest: true,
          file: 'tidemark-4.2.0-setup.exe',
          kb: 470,
          metadata: {
            channel: 'stable',
            minimum: 'Windows 11',
            notes: 'https://northwind-forge.example/tidemark/4.2',
          },
        },
      ],
      ['4.3.0', 'DRAFT', 6, { metadata: { channel: 'stable' } }],
      [
        '4.3.0-beta.1',
        'PUBLISHED',
        20,
        { branch: 'beta', file: 'tidemark-4.3.0-beta.1.zip', kb: 474, metadata: { channel: 'beta' } },
      ],
      [
        '4.3.0-beta.2',
        'PUBLISHED',
        8,
        {
          branch: 'beta',
          latest: true,
          file: 'tidemark-4.3.0-beta.2.zip',
          kb: 475,
          metadata: { channel: 'beta' },
        },
      ],
      [
        '4.0.1',
        'PUBLISHED',
        230,
        { branch: 'enterprise', file: 'tidemark-4.0.1-enterprise-setup.exe', kb: 480 },
      ],
      [
        '4.1.0',
        'PUBLISHED',
        130,
        { branch: 'enterprise', latest: true, file: 'tidemark-4.1.0-enterprise-setup.exe', kb: 489 },
      ],
    ],
  },
  {
    name: 'Ledgerline CLI',
    slug: 'ledgerline-cli',
    branches: ['nightly'],
    releases: [
      ['0.1.0', 'ARCHIVED', 330, { file: 'ledgerline-0.1.0-linux-x64.tar.gz', kb: 84 }],
      ['0.2.0', 'ARCHIVED', 290, { file: 'ledgerline-0.2.0-linux-x64.tar.gz', kb: 88 }],
      ['0.3.0', 'DEPRECATED', 212, { file: 'ledgerline-0.3.0-linux-x64.tar.gz', kb: 97 }],
      ['0.4.0', 'PUBLISHED', 133, { file: 'ledgerline-0.4.0-linux-x64.tar.gz', kb: 103 }],
      ['0.4.1', 'PUBLISHED', 120, { file: 'ledgerline-0.4.1-linux-x64.tar.gz', kb: 103 }],
      ['0.5.0', 'PUBLISHED', 61, { file: 'ledgerline-0.5.0-linux-x64.tar.gz', kb: 110 }],
      ['0.6.0-rc.1', 'DRAFT', 5, {}],
      [
        '2026.7.1',
        'PUBLISHED',
        14,
        { branch: 'nightly', latest: true, file: 'ledgerline-nightly.tar.gz', kb: 112 },
      ],
      ['2026.7.2', 'DRAFT', 1, { branch: 'nightly' }],
    ],
  },
  {
    name: 'Brush Pack Pro',
    slug: 'brush-pack-pro',
    branches: [],
    releases: [
      ['2023.1', 'ARCHIVED', 800, { file: 'brush-pack-2023.1.zip', kb: 512 }],
      ['2023.2', 'ARCHIVED', 640, { file: 'brush-pack-2023.2.zip', kb: 530 }],
      ['2024.1', 'DEPRECATED', 450, { file: 'brush-pack-2024.1.zip', kb: 548 }],
      ['2024.2', 'PUBLISHED', 280, { file: 'brush-pack-2024.2.zip', kb: 566 }],
      [
        '2025.1',
        'PUBLISHED',
        115,
        { latest: true, file: 'brush-pack-2025.1.zip', kb: 590, metadata: { brushes: '148' } },
      ],
      ['2025.1-educational', 'PUBLISHED', 110, { file: 'brush-pack-2025.1-edu.zip', kb: 420, licenses: 5 }],
      ['2025.2', 'DRAFT', 7, { metadata: { brushes: '163' } }],
    ],
  },
];

/** A product with as many releases as one asks for. */
export const archive = { name: 'Archive', slug: 'archive' } as const;
