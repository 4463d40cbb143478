import { z } from 'zod';

/** Where in a request a fault strikes, in the order of time. Step numbers are those of docs/lukittu.md. */
const phaseBeforeAnswer = z.enum([
  /** The headers are read; nothing is checked, counted or read on. */
  'arrival',
  /** Before step 2: the ids have the right form, the key was not looked at. */
  'authorization',
  /** `bytes` of the request's body were taken, and no more are taken meanwhile. */
  'body',
  /** Before step 4: the whole body is here, and nothing of it was looked at. */
  'received',
  /** Before step 15: the release's old file is gone, if it had to go. */
  'file-deleted',
  /** Before step 19. */
  'upload',
  /** The answer is ready, whichever it is, and nothing of it was sent: a success is applied. */
  'answer',
]);
const phase = z.enum([
  ...phaseBeforeAnswer.options,
  /** The answer's headers were sent, nothing of its body. */
  'answer-headers',
  /** `bytes` of the answer's body were sent; half of it, unless given. */
  'answer-body',
]);
export type Phase = z.infer<typeof phase>;

const interruption = z.discriminatedUnion('kind', [
  /** Goes on after `ms` of the injected clock. */
  z.strictObject({ kind: z.literal('delay'), ms: z.number().min(0) }),
  /** Goes on when the fault is resumed. */
  z.strictObject({ kind: z.literal('pause') }),
  /** Destroys the connection, and leaves undone what was not done yet. */
  z.strictObject({ kind: z.literal('drop') }),
]);
const replacement = z.discriminatedUnion('kind', [
  /** Lukittu's JSON with any status, in place of going on. */
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    details: z.string().default('Internal server error'),
    data: z.json().default(null),
  }),
  z.strictObject({ kind: z.literal('html'), status: z.int().min(200).max(599).default(200) }),
  z.strictObject({
    kind: z.literal('redirect'),
    status: z.literal([301, 302, 303, 307, 308]),
    location: z.string(),
  }),
  z.strictObject({
    kind: z.literal('body'),
    status: z.int().min(200).max(599),
    contentType: z.string(),
    body: z.string(),
  }),
]);
const alteration = z.discriminatedUnion('kind', [
  /** The true JSON ends after `bytes` (half of it, unless given), and HTTP has nothing to complain about. */
  z.strictObject({ kind: z.literal('truncate'), bytes: z.int().min(0).optional() }),
  /** The answer speaks of another MD5 than the one received. */
  z.strictObject({ kind: z.literal('wrong-checksum') }),
]);
/** Takes the request, or sends the answer, at this pace of the injected clock. */
const slowness = z.strictObject({ kind: z.literal('slow'), bytesPerSecond: z.number().positive() });

const target = {
  method: z.string().optional(),
  /** Part of the path and query. */
  path: z.string().optional(),
  /** The first of the requests that match, counted from the moment the fault is added, that is struck. */
  nth: z.int().min(1).default(1),
  /** How many of them, one after the other. */
  times: z.union([z.int().min(1), z.literal('always')]).default(1),
  bytes: z.int().min(0).optional(),
};

/** Which requests are struck, where in them, and how. */
export const faultSchema = z.union([
  z.strictObject({ ...target, at: phase, effect: interruption }),
  z.strictObject({ ...target, at: phaseBeforeAnswer, effect: replacement }),
  z.strictObject({ ...target, at: z.literal('answer'), effect: alteration }),
  z.strictObject({ ...target, at: z.enum(['body', 'answer-body']), effect: slowness }),
]);
export type Fault = z.input<typeof faultSchema>;
export type FaultEffect = z.output<typeof faultSchema>['effect'];

/** The update is applied, and the client never hears of it. */
export const lostAnswer = { at: 'answer', effect: { kind: 'drop' } } as const satisfies Fault;
/** The object storage is down: 500 at step 19, the old file is lost. */
export const storageDown = { at: 'upload', effect: { kind: 'answer', status: 500 } } as const satisfies Fault;
/** The database is down: 401 to a good key. */
export const databaseDown = {
  at: 'authorization',
  effect: { kind: 'answer', status: 401, details: 'Invalid API key' },
} as const satisfies Fault;

export interface FaultHandle {
  readonly id: string;
  /** How often it has struck. */
  readonly fired: number;
  /** Settles when it strikes for the first time. */
  readonly reached: Promise<void>;
  /** Settles when it has struck so many times. */
  reachedTimes(times: number): Promise<void>;
  /** Lets those go on that it holds (`pause`). Later ones are held again. */
  resume(): void;
  /** Strikes no more, and lets go what it holds. */
  remove(): void;
}

export interface FaultBoard {
  /** @throws when the fault has not the form of `faultSchema` */
  add(fault: Fault): FaultHandle;
  list(): readonly FaultHandle[];
  /** Lets everything go on that is held. */
  resume(): void;
  /** Removes every fault, and lets go what they hold. */
  clear(): void;
}

/** A fault that strikes one request. */
export interface DueFault {
  readonly at: Phase;
  readonly bytes: number | undefined;
  readonly effect: FaultEffect;
  /** To be called when the request gets to the point. */
  strike(): void;
  /** Settles when the fault is resumed or removed. */
  held(): Promise<void>;
}

/** The faults of a server: tests use the board, the server asks which strike a request that has just come in. */
export function createFaults(): {
  readonly board: FaultBoard;
  readonly dueFor: (method: string, path: string) => readonly DueFault[];
} {
  const entries = new Map<string, FaultEntry>();
  let next = 1;
  const board: FaultBoard = {
    add: (fault) => {
      const entry = createEntry(String(next++), faultSchema.parse(fault), () =>
        entries.delete(entry.handle.id),
      );
      entries.set(entry.handle.id, entry);
      return entry.handle;
    },
    list: () => [...entries.values()].map((entry) => entry.handle),
    resume: () => {
      for (const entry of entries.values()) entry.handle.resume();
    },
    clear: () => {
      for (const entry of entries.values()) entry.handle.remove();
    },
  };
  return {
    board,
    dueFor: (method, path) => [...entries.values()].flatMap((entry) => entry.dueFor(method, path) ?? []),
  };
}

interface FaultEntry {
  readonly handle: FaultHandle;
  /** Counts a request, and says whether it is struck. */
  dueFor(method: string, path: string): DueFault | null;
}

function createEntry(id: string, fault: z.output<typeof faultSchema>, forget: () => void): FaultEntry {
  let matched = 0;
  let fired = 0;
  let isRemoved = false;
  let gate = Promise.withResolvers<void>();
  const waiting = new Map<number, PromiseWithResolvers<void>>();
  const reachedTimes = (times: number): Promise<void> => {
    if (fired >= times) return Promise.resolve();
    const waiter = waiting.get(times) ?? Promise.withResolvers<void>();
    waiting.set(times, waiter);
    return waiter.promise;
  };
  const resume = () => {
    gate.resolve();
    gate = Promise.withResolvers<void>();
  };
  return {
    handle: {
      id,
      get fired() {
        return fired;
      },
      reached: reachedTimes(1),
      reachedTimes,
      resume,
      remove: () => {
        forget();
        isRemoved = true;
        resume();
      },
    },
    dueFor: (method, path) => {
      if (fault.method !== undefined && fault.method !== method) return null;
      if (fault.path !== undefined && !path.includes(fault.path)) return null;
      matched += 1;
      const last = fault.times === 'always' ? Number.POSITIVE_INFINITY : fault.nth + fault.times - 1;
      if (matched < fault.nth || matched > last) return null;
      return {
        at: fault.at,
        bytes: fault.bytes,
        effect: fault.effect,
        strike: () => {
          fired += 1;
          waiting.get(fired)?.resolve();
        },
        // A request may get here only after the fault was removed.
        held: () => (isRemoved ? Promise.resolve() : gate.promise),
      };
    },
  };
}
