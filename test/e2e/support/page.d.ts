import type { PageApi } from '../../../electron/contract.ts';

declare global {
  interface Window {
    readonly lukittu: PageApi;
  }
}
