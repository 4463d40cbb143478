import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { preferAsElectron } from '../../../build/chromium-runtime/preferences.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'lukittu-profile-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const file = () => join(profile, 'Default', 'Preferences');

it('has a new profile neither keep what is typed into forms nor ask anybody about them', () => {
  preferAsElectron(profile);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
    autofill: { profile_enabled: false, credit_card_enabled: false },
    credentials_enable_service: false,
  });
});

it.skipIf(process.platform === 'win32')('lets nobody else into the profile', () => {
  preferAsElectron(profile);
  expect(statSync(join(profile, 'Default')).mode & 0o777).toBe(0o700);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it('leaves what a profile prefers as it is', () => {
  preferAsElectron(profile);
  writeFileSync(file(), '{"zoom":1}');
  preferAsElectron(profile);
  expect(readFileSync(file(), 'utf8')).toBe('{"zoom":1}');
});
