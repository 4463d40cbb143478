import { app, type BrowserWindow, dialog, type MessageBoxOptions, powerMonitor } from 'electron';
import { systemClock } from './clock.ts';
import { preferences } from './model/preference.ts';
import { createLeaving } from './services/leaving.ts';
import type { Answer, Question } from './services/leaving-words.ts';
import type { Services } from './services.ts';
import { words } from './texts/words.ts';

/** Whether the window and the app may go, and whether the app goes on without a window. */
export interface Background {
  mayClose(): boolean;
  mayQuit(): boolean;
  goesOn(): boolean;
  /** The app is about to end, and not because somebody leaves it: nobody is asked. */
  ends(): void;
  /** There is a window again. */
  returned(window: BrowserWindow): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ties what leads out of the app to `Leaving`. Whoever ends the session, or sends a signal, is not kept waiting: every
 * step is on disk, and what is in flight is found out at the next start.
 */
export function createBackground(
  { events, underWay, settings }: Pick<Services, 'events' | 'underWay' | 'settings'>,
  window: () => BrowserWindow | null,
): Background {
  const leaving = createLeaving({
    events,
    clock: systemClock,
    underWay,
    ask: (question, signal) => ask(question, signal, window()),
    always: {
      get: () => settings.get(preferences.whenClosed) === 'background',
      set: () => settings.set(preferences.whenClosed, 'background'),
    },
    closeWindow: () => window()?.destroy(),
    quit: () => app.quit(),
    endsByItself: process.platform !== 'darwin',
  });
  const end = (): void => {
    leaving.sessionEnds();
    app.quit();
  };
  powerMonitor.on('shutdown', end);
  for (const signal of signals) process.on(signal, end);
  return {
    mayClose: leaving.closing,
    mayQuit: leaving.quitting,
    goesOn: leaving.isInBackground,
    ends: leaving.sessionEnds,
    returned: (opened) => {
      leaving.returned();
      opened.on('session-end', leaving.sessionEnds);
    },
  };
}

async function ask(
  { message, detail, answers, always }: Question,
  signal: AbortSignal,
  parent: BrowserWindow | null,
): Promise<{ answer: Answer; always: boolean }> {
  const options: MessageBoxOptions = {
    type: 'question',
    title: app.getName(),
    message,
    detail,
    buttons: answers.map((answer) => words().desktop.leaving.answers[answer]),
    defaultId: 0,
    cancelId: answers.indexOf('stay'),
    noLink: true,
    signal,
    ...(always === null ? {} : { checkboxLabel: always }),
  };
  const { response, checkboxChecked } = parent
    ? await dialog.showMessageBox(parent, options)
    : await dialog.showMessageBox(options);
  return { answer: answers[response] ?? 'stay', always: checkboxChecked };
}
