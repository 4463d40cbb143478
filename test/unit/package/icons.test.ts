import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { renderIcons } from '../../../build/package/render-icons.ts';

const folder = mkdtempSync(join(tmpdir(), 'lukittu-icons-'));

beforeAll(async () => {
  await renderIcons(folder);
  return () => rmSync(folder, { recursive: true });
});

test('Linux gets a PNG of each size, under the name of its size', () => {
  const pngs = readdirSync(join(folder, 'linux'));
  expect(pngs.length).toBeGreaterThan(5);
  for (const name of pngs) {
    const png = readFileSync(join(folder, 'linux', name));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name);
  }
});

test.each(['app.ico', 'plan.ico'])('%s has every size that Windows looks for', (name) => {
  const icon = readFileSync(join(folder, name));
  const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => icon[6 + 16 * index] || 256);
  expect(sizes.toSorted((a, b) => a - b)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
});

test.each(['app.icns', 'plan.icns'])(
  '%s has every size that macOS looks for, also for fine screens',
  (name) => {
    const icon = readFileSync(join(folder, name));
    expect(icon.toString('latin1', 0, 4)).toBe('icns');
    expect(icon.readUInt32BE(4)).toBe(icon.length);
    const parts: string[] = [];
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
      parts.push(icon.toString('latin1', at, at + 4));
    }
    expect(parts.toSorted()).toEqual([
      'ic04',
      'ic05',
      'ic07',
      'ic08',
      'ic09',
      'ic10',
      'ic11',
      'ic12',
      'ic13',
      'ic14',
    ]);
  },
);
