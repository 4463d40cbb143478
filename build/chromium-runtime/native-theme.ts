import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';

type Source = Electron.NativeTheme['themeSource'];

/** Knows what the page says of the system's theme; until there is a page, the theme is light. */
class NativeTheme extends EventEmitter<{ updated: [] }> {
  #source: Source = 'system';
  #systemIsDark = false;
  #page: Page | null = null;

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark';
  }

  get themeSource(): Source {
    return this.#source;
  }

  set themeSource(source: Source) {
    this.#source = source;
    this.#apply();
    this.emit('updated');
  }

  /** Shows the chosen theme in this page from now on. */
  showIn(page: Page): void {
    this.#page = page;
    if (this.#source !== 'system') this.#apply();
  }

  /** What the page saw; a chosen theme hides the system's. */
  heard(dark: boolean): void {
    if (this.#source !== 'system' || dark === this.#systemIsDark) return;
    this.#systemIsDark = dark;
    this.emit('updated');
  }

  #apply(): void {
    const colorScheme = this.#source === 'system' ? null : this.#source;
    this.#page?.emulateMedia({ colorScheme }).catch(() => undefined);
  }
}

export const nativeTheme = new NativeTheme() satisfies Pick<
  Electron.NativeTheme,
  'shouldUseDarkColors' | 'themeSource'
>;
