/**
 * The ties between this runtime and Electron's own types. What the runtime offers is a part of what Electron
 * offers, never something else: the compiler holds every method and every event against `electron.d.ts`.
 */

/** Names of an event map whose listeners Electron's own `on` would accept; any other event becomes `never`. */
export type Emits<Source, Events extends Record<keyof Events, unknown[]>> = {
  [Name in keyof Events]: Source extends {
    on: (event: Name, listener: (...args: Events[Name]) => void) => unknown;
  }
    ? Events[Name]
    : never;
};

/** The event object of an event whose default can be prevented. */
export type PreventableEvent = Pick<Electron.Event, 'defaultPrevented' | 'preventDefault'>;

/** An event object with what `details` tells, as Electron passes it. */
export function preventable<Details extends object>(details: Details): Details & PreventableEvent {
  let prevented = false;
  return {
    ...details,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
}
