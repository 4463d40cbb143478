/** Until the answer's head, in ms. */
const answerLimit = 15_000;
/** Without a byte of the answer's body, in ms. */
const stallLimit = 30_000;

/**
 * A `fetch` that rejects where a server does not answer, and breaks a body off that comes no further: a network that lets
 * nothing through must not hold up the set-up. What moves may take as long as it takes. Its errors say in their message
 * what happened, as Electron's script, which uses it, tells no causes.
 */
export function movingFetch(fetchAsItIs: typeof fetch): typeof fetch {
  return async (input, init) => {
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const expect = (what: string, limit: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(new Error(`no ${what} within ${limit / 1000} s`)), limit).unref();
    };
    const ask = async (): Promise<Response> => {
      expect('answer', answerLimit);
      try {
        return await fetchAsItIs(input, { ...init, signal: abort.signal });
      } catch (error) {
        throw new Error(messageOf(error));
      } finally {
        clearTimeout(timer);
      }
    };
    const response = await ask();
    if (!response.ok || response.body === null) return response;
    const expectMore = () => expect('more of the answer', stallLimit);
    expectMore();
    const watched = response.body.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (chunk, controller) => {
          expectMore();
          controller.enqueue(chunk);
        },
        flush: () => clearTimeout(timer),
      }),
    );
    return new Response(watched, response);
  };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
