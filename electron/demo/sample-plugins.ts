import type { SampleProduct } from './sample-product.ts';

const claims = 'dev.northwind.claims.ClaimsPlugin';
const economy = 'dev.northwind.economy.EconomyPlugin';

/** Products whose files are jars with a main class. */
export const samplePlugins: readonly SampleProduct[] = [
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
];
