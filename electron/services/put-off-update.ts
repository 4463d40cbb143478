import type { SettingStore } from '../store/settings.ts';
import { words } from '../texts/words.ts';

/** The version that was to be put in place when the app was quit, and was not: the next start tells of it, once. */
export interface PutOffUpdate {
  /** What is to be told now, as sentences. */
  readonly told: readonly string[];
  remember(version: string): void;
}

const setting = 'update-put-off';

/** @param running the version of the app that runs: where that is the one, nothing has to be told */
export function createPutOffUpdate(settings: SettingStore, running: string): PutOffUpdate {
  const version = settings.get(setting) ?? '';
  if (version !== '') settings.set(setting, '');
  return {
    told: version === '' || version === running ? [] : [words().notices.updatePutOff(version)],
    remember: (putOff) => settings.set(setting, putOff),
  };
}
