import type { Attempt } from '../../../electron/model/attempt.ts';
import type { FileFate } from '../../../electron/model/vault.ts';
import { clock } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';

/** What restoring would do, said before it is tried. `fate` null while it is not known; `now` in ms. */
export function restoreWords({ before }: Attempt, fate: FileFate | null, now: number): string {
  if (before === null) return texts.history.nothingBefore;
  const words = texts.vault;
  const name = shown(before.file?.name ?? '');
  switch (fate?.restores) {
    case undefined:
      return texts.history.restoreHint;
    case 'copy':
      return words.restoresCopy(name);
    case 'removal':
      return words.restoresRemoval;
    case 'nothing':
      return words.restoresFields;
    case 'no-copy':
      return fate?.beforeLetGoAt == null
        ? words.restoresNoCopy(name)
        : words.restoresLetGo(name, clock(fate.beforeLetGoAt, now));
  }
}

/** What has become of the copy of what was sent; null when no file was, or while that is not known. */
export function copyWords(fate: FileFate | null, now: number): string | null {
  const words = texts.vault;
  if (fate === null || fate.sent === null) return null;
  if (fate.sent === 'kept') return words.copyKept;
  return fate.sentLetGoAt === null ? words.copyGone : words.copyLetGo(clock(fate.sentLetGoAt, now));
}
