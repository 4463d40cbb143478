import { createCipheriv, createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { jarOf } from '../../support/jars.ts';

/** A file as a build has left it. */
export interface BuiltFile {
  path: string;
  name: string;
  bytes: Buffer;
}

/** Writes a file to a build folder of this test. */
export function build(test: TestInfo, name: string, bytes: Buffer): BuiltFile {
  const path = test.outputPath('build', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return { path, name, bytes };
}

/** A plugin as the server wants it. */
export function pluginJar(version: string): Promise<Buffer> {
  return jarOf({
    'plugin.yml': `name: ClaimsGuard\nversion: ${version}\nmain: dev.northwind.claims.ClaimsPlugin\n`,
    'dev/northwind/claims/ClaimsPlugin.class': noise(20_000, version).toString('base64'),
  });
}

/** Bytes that do not repeat, always the same for one seed. */
export function noise(size: number, seed: string): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}
