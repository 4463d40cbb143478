import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { mainClassOf } from '../../../electron/demo/jar.ts';

async function jarWith(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return Buffer.from(await buffer(zip.outputStream));
}

describe('the main class the server finds in a jar', () => {
  it.each([
    ['as it stands', 'name: X\nmain: com.example.Main\n', 'com.example.Main'],
    ['without its quotes', 'main: "com.example.Main"', 'com.example.Main'],
    ['after Windows line ends', 'name: X\r\nmain: com.example.Main\r\n', 'com.example.Main'],
    ['split at the first colon', 'main: com.example:Main', 'com.example:Main'],
    ['the last of two', 'main: com.example.Old\nmain: com.example.New', 'com.example.New'],
    ['not below another key', 'loader:\n  main: com.example.Main', null],
    ['not behind a blank', ' main: com.example.Main', null],
    ['not with a blank before the colon', 'main : com.example.Main', null],
    ['not without a value', 'main:\n', null],
    ['not in a comment', '#main: com.example.Main', null],
  ])('is read %s', async (_how, yml, main) => {
    expect(await mainClassOf(await jarWith({ 'plugin.yml': yml }))).toBe(main);
  });

  it('is not looked for anywhere else', async () => {
    const main = 'main: com.example.Main';
    expect(await mainClassOf(await jarWith({ 'META-INF/MANIFEST.MF': 'Main-Class: a.B' }))).toBeNull();
    expect(await mainClassOf(await jarWith({ 'sub/plugin.yml': main, 'Plugin.yml': main }))).toBeNull();
  });

  it('is not looked for in a plugin.yml of more than 1 MiB', async () => {
    const main = Buffer.from('main: com.example.Main\n');
    const fits = Buffer.concat([main, Buffer.alloc(1024 * 1024 - main.length, 10)]);
    expect(await mainClassOf(await jarWith({ 'plugin.yml': fits }))).toBe('com.example.Main');
    expect(await mainClassOf(await jarWith({ 'plugin.yml': Buffer.concat([fits, main]) }))).toBeNull();
  });

  it('is not found in what is no ZIP, or half of one', async () => {
    const jar = await jarWith({ 'plugin.yml': 'main: com.example.Main' });
    expect(await mainClassOf(Buffer.from('hello'))).toBeNull();
    expect(await mainClassOf(Buffer.alloc(0))).toBeNull();
    expect(await mainClassOf(jar.subarray(0, jar.length / 2))).toBeNull();
  });
});
