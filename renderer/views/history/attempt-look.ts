import type { Attempt } from '../../../electron/model/attempt.ts';
import { texts } from '../../texts/texts.ts';
import type { Look } from '../../ui/tone.tsx';
import { shown } from '../../ui/visible-text.ts';

/** A shape and a tone for each outcome; the word stands beside it. */
export const attemptLook = {
  started: { icon: 'queue', tone: 'busy' },
  verified: { icon: 'check', tone: 'good' },
  refused: { icon: 'problem', tone: 'bad' },
  'not-applied': { icon: 'close', tone: 'quiet' },
  unknown: { icon: 'warning', tone: 'warns' },
} as const satisfies Record<Attempt['outcome'], Look>;

/** What was sent, in a word: the file's name, or that there was none. */
export function sentWords({ sent, before }: Attempt): string {
  if (sent.artifact !== null) return shown(sent.artifact.name);
  return sent.keepExistingFile || before?.file == null ? texts.history.fieldsOnly : texts.history.fileRemoved;
}
