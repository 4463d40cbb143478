import type { SampleProduct } from './sample-product.ts';

/** Products whose files are of other kinds. */
export const samplePrograms: readonly SampleProduct[] = [
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
