import { english } from './english.ts';

/** What every translation has to say. */
export type Texts = typeof english;

/** The interface texts in use. */
export const texts: Texts = english;
