import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What marks Electron's fuses in its binary, and how they stand in one as it is downloaded. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fusesAsDownloaded = '101100011';

const emptyPlist = '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict></dict></plist>';

export type StandInSystem = 'linux' | 'mac';

/**
 * Makes what electron-builder takes for an Electron where the real one cannot be had: empty files, and a binary that
 * has nothing but the fuses. What is packed with it does not start.
 */
export function makeStandInElectron(folder: string, system: StandInSystem): void {
  for (const [path, content] of Object.entries(system === 'linux' ? filesOnLinux : filesOnMac)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
  }
}

const version = 1;
const binary = Buffer.concat([
  Buffer.from(fuseMark),
  Buffer.from([version, fusesAsDownloaded.length]),
  Buffer.from(fusesAsDownloaded),
]);

const filesOnLinux = {
  electron: binary,
  'locales/de.pak': '',
  'locales/en-GB.pak': '',
  'locales/en-US.pak': '',
  'locales/fi.pak': '',
};

const frameworks = 'Electron.app/Contents/Frameworks';
const filesOnMac = {
  'Electron.app/Contents/Info.plist': emptyPlist,
  'Electron.app/Contents/MacOS/Electron': '',
  'Electron.app/Contents/Resources/en.lproj/locale.pak': '',
  [`${frameworks}/Electron Framework.framework/Electron Framework`]: binary,
  [`${frameworks}/Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak`]: '',
  [`${frameworks}/Electron Helper.app/Contents/Info.plist`]: emptyPlist,
  [`${frameworks}/Electron Helper.app/Contents/MacOS/Electron Helper`]: '',
};
