import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.ts';
import { type Answer, htmlAnswer, lukittuAnswer, plainAnswer, Refusal, redirectAnswer } from './answer.ts';
import type { DueFault, FaultEffect, Phase } from './faults.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { DemoState } from './state.ts';

/** What all requests of a server share. */
export interface World {
  readonly state: DemoState;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  /** Bytes. */
  readonly maxFileBytes: number;
  readonly newId: () => string;
  /** The address a request is counted for. */
  readonly clientIp: (request: IncomingMessage) => string;
  /** Releases between steps 14 and 20 of an update. */
  readonly beingWritten: Set<string>;
}

/** What the log keeps of a request. Never its key. */
export interface RequestRecord {
  /** ms since 1970, by the server's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly client: string;
  /** The last step of docs/lukittu.md that was begun: 0 for anything but an update or a creation. */
  step: number;
  /** Bytes of the request's body that were taken. */
  bodyBytes: number;
  /** The parsed `data` part; null until there is one. */
  data: unknown;
  file: { readonly name: string; readonly size: number; readonly md5: string } | null;
  /** Whether the state was changed as asked. */
  applied: boolean;
  outcome: 'working' | 'answered' | 'dropped' | 'client-gone';
  status: number | null;
  details: string | null;
  /** From the arrival of its head until its answer had left, in ms, the sending of its body included; null before. */
  tookMs: number | null;
}

/** One request on its way through the server. */
export interface Exchange {
  readonly world: World;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly record: RequestRecord;
  /** Notes that a step of docs/lukittu.md begins. */
  step(number: number): void;
  /**
   * Lets the faults of this phase strike.
   * @throws {Refusal} when a fault answers instead, {Dropped} when it cuts the connection
   */
  reach(phase: Exclude<Phase, 'body' | 'answer' | 'answer-body'>): Promise<void>;
  /** The same as more of the request's body has been taken, in bytes: waits as long as a slow server would. */
  take(bytes: number): Promise<void>;
  /** The answer that is sent in place of this one: itself, where no fault has anything against it. */
  reconsider(answer: Answer): Promise<Answer>;
  /** Sends a body piecewise, striking where the faults say. */
  give(body: Buffer, write: (piece: Buffer) => Promise<void>): Promise<void>;
}

/** Thrown when a fault cuts the connection. */
export class Dropped extends Error {
  override readonly name = 'Dropped';
}

/** Thrown when the client went away before its whole body was here. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

export function openExchange(world: World, request: IncomingMessage, due: readonly DueFault[]): Exchange {
  const { clock } = world;
  const path = request.url ?? '/';
  const record: RequestRecord = {
    at: clock.now(),
    method: request.method ?? '',
    path,
    client: world.clientIp(request),
    step: 0,
    bodyBytes: 0,
    data: null,
    file: null,
    applied: false,
    outcome: 'working',
    status: null,
    details: null,
    tookMs: null,
  };
  const struck = new Set<DueFault>();

  /** Strikes once. Gives the answer that takes the place of `ready`, or null. */
  async function strike(fault: DueFault, ready: Answer | null): Promise<Answer | null> {
    struck.add(fault);
    fault.strike();
    if (fault.effect.kind === 'drop') throw new Dropped();
    if (fault.effect.kind === 'pause') await fault.held();
    if (fault.effect.kind === 'delay') await sleep(clock, fault.effect.ms);
    return answerBy(fault.effect, ready, clock.now());
  }
  const waiting = (phase: Phase) => due.filter((fault) => fault.at === phase && !struck.has(fault));

  return {
    world,
    request,
    url: URL.parse(`http://demo.invalid${path}`) ?? new URL('http://demo.invalid/'),
    record,
    step: (number) => {
      record.step = number;
    },
    reach: async (phase) => {
      for (const fault of waiting(phase)) {
        const answer = await strike(fault, null);
        if (answer) throw new Refusal(answer);
      }
    },
    take: async (bytes) => {
      record.bodyBytes += bytes;
      for (const fault of due.filter(({ at }) => at === 'body')) {
        if (fault.effect.kind === 'slow') await linger(fault, bytes, fault.effect.bytesPerSecond);
        else if (!struck.has(fault) && record.bodyBytes >= (fault.bytes ?? 1)) {
          const answer = await strike(fault, null);
          if (answer) throw new Refusal(answer);
        }
      }
    },
    reconsider: async (answer) => {
      let ready = answer;
      for (const fault of waiting('answer')) ready = (await strike(fault, ready)) ?? ready;
      return ready;
    },
    give: async (body, write) => {
      let sent = 0;
      const writeUpTo = async (end: number) => {
        if (end > sent) await write(body.subarray(sent, end));
        sent = Math.max(sent, end);
      };
      const stops = waiting('answer-body')
        .map((fault) => ({ fault, at: fault.bytes ?? Math.floor(body.length / 2) }))
        .sort((a, b) => a.at - b.at);
      for (const { fault, at } of stops) {
        if (fault.effect.kind === 'slow')
          while (sent < body.length) {
            const end = Math.min(sent + slowPiece, body.length);
            await linger(fault, end - sent, fault.effect.bytesPerSecond);
            await writeUpTo(end);
          }
        else {
          await writeUpTo(Math.min(at, body.length));
          await strike(fault, null);
        }
      }
      await writeUpTo(body.length);
    },
  };

  async function linger(fault: DueFault, bytes: number, bytesPerSecond: number): Promise<void> {
    if (!struck.has(fault)) {
      struck.add(fault);
      fault.strike();
    }
    await sleep(clock, (bytes / bytesPerSecond) * 1000);
  }
}

/** Bytes of an answer that a slow server sends at a time. */
const slowPiece = 512;

const sleep = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(ms, resolve);
  });

/** What a fault answers in place of `ready`; null where it has no answer of its own. */
function answerBy(effect: FaultEffect, ready: Answer | null, now: number): Answer | null {
  switch (effect.kind) {
    case 'answer':
      return lukittuAnswer(effect.status, effect.details, effect.data, now);
    case 'html':
      return htmlAnswer(effect.status);
    case 'redirect':
      return redirectAnswer(effect.status, effect.location);
    case 'body':
      return plainAnswer(effect.status, effect.contentType, effect.body);
    case 'truncate':
      return (
        ready && { ...ready, body: ready.body.slice(0, effect.bytes ?? Math.floor(ready.body.length / 2)) }
      );
    case 'wrong-checksum':
      return ready && { ...ready, body: ready.body.replace(checksum, `$1${'0'.repeat(32)}"`) };
    default:
      return null;
  }
}

const checksum = /("checksum":")[0-9a-f]{32}"/g;
