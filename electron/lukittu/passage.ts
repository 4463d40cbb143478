import type { Clock } from '../clock.ts';
import type { FailureKind } from '../model/failure.ts';
import type { BodyWatch } from './multipart.ts';
import type { MakeFailure } from './request-failure.ts';
import type { Timeouts, TransportRequest } from './transport.ts';

/** One request on its way: which phase it has reached, what that makes of a failure, and how long it may last. */
export interface Passage {
  /** Aborts with the failure as its reason, when a phase lasts too long or `stop` is called. */
  readonly signal: AbortSignal;
  /** Makes failures that say `applied: 'no'` as long as the body has not left completely. */
  readonly fail: MakeFailure;
  readonly watch: BodyWatch;
  /** The request is about to be made, with a body of so many bytes. */
  begin(totalBytes: number): void;
  answerBegan(): void;
  answerMoved(): void;
  stop(kind: FailureKind): void;
  connected(): boolean;
  answering(): boolean;
  /** No timer runs on. */
  end(): void;
}

/** A piece of the body that takes longer than this to leave is followed by smaller ones. */
const slowPieceMs = 250;

type Phase = 'connecting' | 'sending' | 'answering' | 'receiving';

export function createPassage(request: TransportRequest, clock: Clock, timeouts: Timeouts): Passage {
  const abort = new AbortController();
  const hasBody = request.openBody !== null;
  let phase: Phase = 'connecting';
  let bodyOut = false;
  let totalBytes = 0;
  let takenAt = 0;
  let stopIdle = () => {};
  let stopTotal = () => {};

  // A body that is not whole is not looked at (docs/lukittu.md, "When a request fails half-way").
  const fail: MakeFailure = (kind, context, cause) =>
    request.fail(kind, { ...context, ...(hasBody && !bodyOut ? { applied: 'no' } : {}) }, cause);
  const stop = (kind: FailureKind) => abort.abort(fail(kind));
  const allow = (ms: number, kind: FailureKind) => {
    stopIdle();
    stopIdle = clock.after(ms, () => stop(kind));
  };
  const progress = (sentBytes: number) => request.onProgress?.({ sentBytes, totalBytes });

  return {
    signal: abort.signal,
    fail,
    watch: {
      onTaken: (sentBytes) => {
        const waited = clock.now() - takenAt;
        takenAt = clock.now();
        if (phase !== 'receiving' && !bodyOut) {
          phase = 'sending';
          allow(timeouts.sendIdle, 'send-timeout');
          progress(sentBytes);
        }
        return sentBytes > 0 && waited > slowPieceMs ? 'slow' : 'fast';
      },
      onLast: () => {
        bodyOut = true;
        if (phase === 'receiving') return;
        phase = 'answering';
        allow(timeouts.answer, 'answer-timeout');
        progress(totalBytes);
      },
    },
    begin: (bytes) => {
      totalBytes = bytes;
      // Connecting has undici's own limit; a request without a body leaves at once with it.
      if (!hasBody) allow(timeouts.connect + timeouts.answer, 'answer-timeout');
    },
    answerBegan: () => {
      phase = 'receiving';
      allow(timeouts.bodyIdle, 'body-timeout');
      stopTotal = clock.after(timeouts.body, () => stop('body-timeout'));
    },
    answerMoved: () => allow(timeouts.bodyIdle, 'body-timeout'),
    stop,
    connected: () => phase !== 'connecting',
    answering: () => phase === 'receiving',
    end: () => {
      stopIdle();
      stopTotal();
    },
  };
}
