import type { ReactElement } from 'react';
import { texts } from '../texts/texts.ts';
import { Pill } from './pill.tsx';

/** Marks a release that is not on the server yet. */
export function NewMark(): ReactElement {
  return <Pill>{texts.releases.new}</Pill>;
}
