import { join } from 'node:path';

/** The folder of an app that shows one page with one word: what a window costs that does nothing. */
export const emptyWindow = join(import.meta.dirname, '../parts/empty-window');
