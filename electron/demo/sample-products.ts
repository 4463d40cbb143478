import { samplePlugins } from './sample-plugins.ts';
import type { SampleProduct } from './sample-product.ts';
import { samplePrograms } from './sample-programs.ts';

/** A first entry "channel" is locked. */
export const sampleProducts: readonly SampleProduct[] = [...samplePlugins, ...samplePrograms];

/** A product with as many releases as one asks for. */
export const archive = { name: 'Archive', slug: 'archive' } as const;
