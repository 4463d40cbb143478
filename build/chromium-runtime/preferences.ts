import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Turns off what a browser does with forms and Electron does not: it would offer what was typed before, and would ask
 * its maker's server what the fields are for. A profile that is there keeps what it prefers.
 */
export function preferAsElectron(profile: string): void {
  const folder = join(profile, 'Default');
  const file = join(folder, 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(preferences), { mode: 0o600 });
}

/** In the names of Chromium's components/autofill and components/password_manager. */
const preferences = {
  autofill: { profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
};
