import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { artifactName, takeIn } from '../../../electron/publish/artifact.ts';
import { openArtifactVault } from '../../../electron/store/artifact-vault.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { jarOf } from '../../support/jars.ts';
import { tempFolder } from '../../support/temp-folder.ts';

describe('an artifact', () => {
  it('is a file in the vault with its base name, and what the server will find in it', async () => {
    const folder = tempFolder();
    const clock = createFakeClock();
    const vault = await openArtifactVault(join(folder, 'vault'), { clock });
    const path = join(folder, 'lab-1.4.0.jar');
    await writeFile(path, await jarOf({ 'plugin.yml': 'main: a.B\nname: Lab' }));

    const { artifact, source } = await takeIn(vault, { path }, { clock });

    expect(artifact).toMatchObject({
      name: 'lab-1.4.0.jar',
      jar: { mainClassName: 'a.B', pluginName: 'Lab', pluginVersion: null },
      addedAt: '2026-01-01T12:00:00.000Z',
    });
    expect(source?.path).toBe(path);
    await vault.verify(artifact.sha256);
  });

  it('is not opened unless it ends in lower-case jar', async () => {
    const clock = createFakeClock();
    const vault = await openArtifactVault(tempFolder(), { clock });
    const bytes = Buffer.from('no jar');
    const opened = await takeIn(vault, { name: 'a.jar', bytes }, { clock });
    const left = await takeIn(vault, { name: 'A.JAR', bytes }, { clock });
    expect(opened.artifact.jar).toEqual({ problem: 'it is damaged, or no jar at all' });
    expect(left.artifact.jar).toBeNull();
  });
});

describe('the name an artifact is sent under', () => {
  it.each([
    ['app.jar', 'app.jar'],
    ['päivitys ☃.zip', 'päivitys ☃.zip'],
    ['../../etc/app.jar', 'app.jar'],
    ['C:\\builds\\app.jar', 'app.jar'],
    ['a\r\nb\0c\x7f.zip', 'a__b_c_.zip'],
    ['evil\u202egpj.jar', 'evil_gpj.jar'],
    ['half \ud800 pair.zip', 'half \ufffd pair.zip'],
    ['no-extension', 'no-extension'],
    ['dot.', 'dot.'],
    ['..', 'file'],
    ['a/', 'file'],
  ])('of %j is %j', (given, name) => {
    expect(artifactName(given)).toBe(name);
  });
});
