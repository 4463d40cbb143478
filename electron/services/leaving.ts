import type { Clock } from '../clock.ts';
import type { Events } from './events.ts';
import {
  type Answer,
  closingQuestion,
  type Question,
  quittingQuestion,
  type UnderWay,
} from './leaving-words.ts';
import { waitsForPerson } from './presence-words.ts';

/** Whether the window or the app may go while something is on its way: a person decides, but never while the session ends. */
export interface Leaving {
  /** The window is about to close: whether it may. Where it may not, the person is asked, and the answer is carried out. */
  closing(): boolean;
  /** The same of the app, which is about to quit. */
  quitting(): boolean;
  /** Whether the app goes on without a window. */
  isInBackground(): boolean;
  /** A window is there again. */
  returned(): void;
  /** The session ends, or a signal came: from now on everything may go, and nobody is asked. */
  sessionEnds(): void;
  close(): void;
}

interface Dependencies {
  readonly events: Events;
  readonly clock: Clock;
  readonly underWay: () => UnderWay;
  /** Asks and answers. Resolves with `stay` when the signal is aborted, or when it cannot be asked. */
  readonly ask: (
    question: Question,
    signal: AbortSignal,
  ) => Promise<{ readonly answer: Answer; readonly always: boolean }>;
  /** Whether closing the window goes on in the background without a question. */
  readonly always: { get(): boolean; set(): void };
  /** Closes the window without asking again. */
  readonly closeWindow: () => void;
  readonly quit: () => void;
  /**
   * Whether the app ends by itself, ten minutes after there was nothing left to do without a window, and makes way for
   * whoever publishes without one. On macOS it stays until it is quit.
   */
  readonly endsByItself: boolean;
}

/** Long enough for a notification to be clicked, in ms. */
const restMs = 10 * 60_000;

export function createLeaving(given: Dependencies): Leaving {
  const { events, clock, underWay, always } = given;
  let phase: 'open' | 'background' | 'leaving' = 'open';
  let asking: AbortController | null = null;
  /** Who needed a person already when the window went: whoever does since is waited for. */
  let neededBefore = new Set<string>();
  let stopResting: (() => void) | null = null;

  const leave = (): void => {
    phase = 'leaving';
    given.quit();
  };
  const goToBackground = (): void => {
    phase = 'background';
    neededBefore = needing();
    look();
  };
  const needing = (): Set<string> =>
    new Set(
      underWay()
        .jobs.filter(waitsForPerson)
        .map(({ id }) => id),
    );

  /** In the background: rests when there is nothing left to do, and nobody to be waited for. */
  const look = (): void => {
    if (phase !== 'background' || !given.endsByItself) return;
    const isBusy = closingQuestion(underWay(), clock.now()) !== null;
    if (isBusy || [...needing()].some((id) => !neededBefore.has(id))) {
      stopResting?.();
      stopResting = null;
    } else {
      stopResting ??= clock.after(restMs, leave);
    }
  };

  /** Answers false: whatever is to happen happens when the person has answered. */
  const ask = (question: Question): false => {
    if (asking) return false;
    const controller = new AbortController();
    asking = controller;
    given
      .ask(question, controller.signal)
      .catch(() => ({ answer: 'stay', always: false }) as const)
      .then(({ answer, always: fromNowOn }) => {
        asking = null;
        if (controller.signal.aborted) return;
        if (answer === 'quit') leave();
        if (answer !== 'background') return;
        if (fromNowOn) always.set();
        goToBackground();
        given.closeWindow();
      });
    return false;
  };

  const stopListening = events.listen((name, _payload) => {
    if (name === 'jobs.changed' || name === 'batches.changed') look();
  });

  return {
    closing: () => {
      if (phase === 'leaving') return true;
      const question = closingQuestion(underWay(), clock.now());
      if (question === null) return true;
      if (!always.get()) return ask(question);
      goToBackground();
      return true;
    },
    quitting: () => {
      const question = phase === 'leaving' ? null : quittingQuestion(underWay(), clock.now());
      if (question !== null) return ask(question);
      phase = 'leaving';
      return true;
    },
    isInBackground: () => phase === 'background',
    returned: () => {
      if (phase === 'background') phase = 'open';
      stopResting?.();
      stopResting = null;
    },
    sessionEnds: () => {
      phase = 'leaving';
      asking?.abort();
    },
    close: () => {
      stopListening();
      stopResting?.();
    },
  };
}
