import { z } from 'zod';
import { openingSchema } from '../model/opening.ts';
import { systemCommands } from '../model/system-command.ts';
import { updateStateSchema } from '../model/update.ts';
import { nothing } from './shapes.ts';

/** The app itself: what it is, what it remembers, what it was asked to open, and its newer versions. */
export const appCalls = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      /** What shows the window: Electron, or its stand-in for development. */
      runtime: z.string(),
      /** Where drafts, their files and what was read from servers are kept on this computer. */
      dataFolder: z.string(),
      keyring: z.object({ available: z.boolean(), problem: z.string().nullable() }),
      /** What the user should know and has not put away: of the start, and of the time without a window. */
      notices: z.array(z.string()),
      online: z.boolean(),
      /** How numbers, and how dates and the clock are written: as in the system's region. */
      regionalLocales: z.object({ numbers: z.string(), times: z.string() }),
      /** What the window was opened for; null when it was just opened. */
      place: z.enum(['queue']).nullable(),
    }),
  },
  /** The system says that the network is back: whatever waits for it tries now. */
  'app.online': { input: nothing, output: z.null() },
  'app.settings': { input: nothing, output: z.record(z.string(), z.string()) },
  /** Remembers a choice of the window: the split, the last product… Never a secret. */
  'app.remember': {
    input: z.strictObject({ key: z.string().max(100), value: z.string().max(10_000) }),
    output: z.null(),
  },
  /** One of the notices of `app.info` has been read. */
  'app.dismissNotice': { input: z.strictObject({ notice: z.string().max(10_000) }), output: z.null() },
  /** What helps others to find out what is wrong, as a text without anything of the user's own. */
  'app.diagnostics': { input: nothing, output: z.object({ text: z.string() }) },
  /** Shows the folder of the log in the system's file manager. */
  'app.showLogs': { input: nothing, output: z.null() },
  /** Does what the application menu has the system do: zooms, closes the window, quits. Asks first where the menu does. */
  'app.system': {
    input: z.strictObject({ command: z.enum(systemCommands.map(({ name }) => name)) }),
    output: z.null(),
  },
  /** Says in the application menu what its command to undo would take back; null for nothing. */
  'app.showUndo': { input: z.strictObject({ what: z.string().max(500).nullable() }), output: z.null() },
  /** Loads the page anew: it may not navigate by itself, not even to where it is. */
  'app.reload': { input: nothing, output: z.null() },
  /** Something in the page that nobody foresaw. Only its class and the places of its stack are written down. */
  'app.pageFailed': {
    input: z.strictObject({
      where: z.enum(['drawing', 'script', 'promise']),
      name: z.string().max(200),
      stack: z.string().max(20_000),
    }),
    output: z.null(),
  },

  /** What the system has asked the app to open since this was last asked: to be shown, and nothing more. */
  'opening.next': { input: nothing, output: z.array(openingSchema) },

  'updates.state': { input: nothing, output: updateStateSchema },
  /** Asks now whether there is a newer version of the app. Refused while something is being published. */
  'updates.look': { input: nothing, output: updateStateSchema },
  /** Fetches the version that was found, as soon as nothing is being published. */
  'updates.fetch': { input: nothing, output: updateStateSchema },
  /** Takes that back. */
  'updates.stop': { input: nothing, output: updateStateSchema },
  /** Ends the app and starts the version that was fetched. Refused while something is being published. */
  'updates.restart': { input: nothing, output: z.null() },
};
