import type { Held, PublishingMark } from '../store/publishing-mark.ts';

/** What other processes of the app publish, and what they see of this one. */
export interface Elsewhere {
  /** Lets the others see whether this one publishes. */
  show(publishesHere: boolean): void;
  /** Looks whether another one publishes. */
  isPublishing(): boolean;
  /** Has none begin any more, until this process has ended. False where one publishes already. */
  keepOut(): boolean;
}

export function createElsewhere(mark: PublishingMark): Elsewhere {
  let mine: Held | null = null;
  let keptOut: Held | null = null;
  return {
    show: (publishesHere) => {
      if (!publishesHere) mine?.release();
      mine = publishesHere ? (mine ?? holdIfPossible(mark)) : null;
    },
    isPublishing: () => mine === null && keptOut === null && mark.isHeld(),
    keepOut: () => {
      mine?.release();
      mine = null;
      keptOut ??= mark.takeAlone();
      return keptOut !== null;
    },
  };
}

/** A window that goes on publishing while another one is updated finds out at its next start what came of it. */
function holdIfPossible(mark: PublishingMark): Held | null {
  try {
    return mark.hold();
  } catch {
    return null;
  }
}
