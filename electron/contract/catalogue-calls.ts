import { z } from 'zod';
import {
  branchSchema,
  foundReleaseSchema,
  licenseSchema,
  productSchema,
  releaseSchema,
} from '../model/release.ts';
import { localId, ofConnection, ofProduct, piece, seen } from './shapes.ts';

/** What servers hold, as it was last read. */
export const catalogueCalls = {
  'products.list': { input: ofConnection, output: seen(productSchema) },
  'products.refresh': { input: ofConnection, output: seen(productSchema) },
  /** Adds a product by its id after asking the server for its releases. */
  'products.add': {
    input: z.strictObject({
      connectionId: localId,
      productId: z.string().max(100),
      name: z.string().max(200),
    }),
    output: productSchema,
  },

  /** As last read, the newest version first. */
  'releases.list': { input: ofProduct.extend(piece), output: seen(releaseSchema) },
  /** Reads them from the server, then answers as `releases.list`, and whether anything was new but the time. */
  'releases.refresh': {
    input: ofProduct.extend(piece),
    output: seen(releaseSchema).extend({ isNew: z.boolean() }),
  },
  /** Those of these that are known. */
  'releases.some': {
    input: z.strictObject({ connectionId: localId, releaseIds: z.array(z.string().max(100)).max(100) }),
    output: z.array(releaseSchema),
  },
  /**
   * Those of every product, as last read, in whose version, branch and product every word of the text is found, the best
   * first; none for a text without words. `exceptOf`: the product whose releases are left out.
   */
  'releases.find': {
    input: z.strictObject({
      connectionId: localId,
      text: z.string().max(200),
      exceptOf: z.string().max(100).nullable(),
      count: z.int().min(1).max(50),
    }),
    output: z.array(foundReleaseSchema),
  },

  'branches.list': { input: ofProduct, output: z.array(branchSchema) },
  'branches.add': {
    input: z.strictObject({
      connectionId: localId,
      productId: z.string().max(100),
      id: z.string().max(100),
      name: z.string().max(200),
    }),
    output: branchSchema,
  },

  'licenses.list': { input: ofProduct, output: seen(licenseSchema) },
  'licenses.refresh': { input: ofProduct, output: seen(licenseSchema) },
};
