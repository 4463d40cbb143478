import { describe, expect, it } from 'vitest';
import { parsePluginYml } from '../../../electron/publish/plugin-yml.ts';

const mainOf = (text: string) => parsePluginYml(Buffer.from(text)).main;

describe('plugin.yml as the server reads it', () => {
  it.each([
    ['main: a.B', 'a.B'],
    ['main:a.B', 'a.B'],
    ['name: x\r\nmain: a.B\r\n', 'a.B'],
    ['main: "a.B"', 'a.B'],
    ["main: 'a.B'", 'a.B'],
    [`main: "a.B'`, 'a.B'],
    ['main: a:b', 'a:b'],
    ['main: a.B # the main class', 'a.B # the main class'],
    ['main: a.B\nmain: c.D', 'c.D'],
    ['main: a.B\nmain:', 'a.B'],
  ])('%j names a main', (text, main) => {
    expect(mainOf(text)).toBe(main);
  });

  it.each([
    '',
    'main',
    'main:',
    'main: ""',
    'main: a.B\nmain: ""',
    ' main: a.B',
    'main : a.B',
    '# main: a.B',
    'Main: a.B',
    '\ufeffmain: a.B',
    'commands:\n  main: a.B',
  ])('%j names none', (text) => {
    expect(mainOf(text)).toBeNull();
  });

  it('gives name and version for people to read', () => {
    expect(parsePluginYml(Buffer.from('version: 1.0\nname: "Lab"\nmain: x'))).toEqual({
      main: 'x',
      name: 'Lab',
      version: '1.0',
    });
  });
});
