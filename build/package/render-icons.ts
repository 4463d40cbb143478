import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';

/** Where the packages look for their icons (`electron-builder.yml`). */
const iconFolder = join(import.meta.dirname, '../../out/icons');

/** Sizes in pixels that Linux desktops look for. */
const linuxSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** The parts of a macOS icon and their sizes in pixels, in the order of Apple's own tool. */
const macParts = [
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic04', 16],
  ['ic14', 512],
  ['ic09', 512],
  ['ic05', 32],
  ['ic10', 1024],
  ['ic11', 32],
] as const;

/** Up to this size, in pixels, the drawing with fewer parts is used. */
const smallest = 32;
/** How much of its square an icon fills on macOS; the rest is left free, as Apple's grid wants it. */
const macShare = 824 / 1024;

/** Renders the app's and the plan file's icon in every size and form that the packages need. */
export async function renderIcons(folder: string = iconFolder): Promise<void> {
  const app = draw('icon.svg');
  const appSmall = draw('icon-small.svg');
  const plan = draw('plan.svg');
  const appAt = (size: number): Buffer => render(size <= smallest ? appSmall : app, size);
  const planAt = (size: number): Buffer => render(plan, size);
  const appOnMacAt = (size: number): Buffer => render(withMargin(size <= smallest ? appSmall : app), size);

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const size of linuxSizes) {
    writeFileSync(join(folder, 'linux', `${size}x${size}.png`), appAt(size));
  }
  writeFileSync(join(folder, 'app.ico'), await windowsIcon(appAt));
  writeFileSync(join(folder, 'plan.ico'), await windowsIcon(planAt));
  writeFileSync(join(folder, 'app.icns'), await macIcon(appOnMacAt));
  writeFileSync(join(folder, 'plan.icns'), await macIcon(planAt));
}

async function windowsIcon(at: (size: number) => Buffer): Promise<Uint8Array> {
  const icon = new IconIco();
  for (const size of windowsSizes) await icon.addFromPng(at(size));
  return icon.encode();
}

async function macIcon(at: (size: number) => Buffer): Promise<Uint8Array> {
  const icon = new IconIcns();
  for (const [part, size] of macParts) await icon.addFromPng(at(size), [part]);
  return icon.encode();
}

function draw(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

/** PNG of a square drawing. The drawings have no text: no font of this machine can change them. */
function render(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

function withMargin(svg: string): string {
  const at = (100 * (1 - macShare)) / 2;
  const size = 100 * macShare;
  const place = `x="${at}" y="${at}" width="${size}" height="${size}"`;
  const inside = svg.slice(svg.indexOf('<svg')).replace('<svg', `<svg ${place}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${inside}</svg>`;
}

if (import.meta.main) await renderIcons();
