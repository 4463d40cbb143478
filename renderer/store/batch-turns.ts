/**
 * Changes of batches are shown at once and go out one after the other, so that each builds on what is shown, however fast
 * they come.
 */
export function inTurn<T>(send: () => Promise<T>): Promise<T> {
  waiting += 1;
  const sent = last.then(send).finally(() => {
    waiting -= 1;
  });
  last = sent.catch(() => undefined);
  return sent;
}

/** Whether more is shown than the main process knows. */
export function isChanging(): boolean {
  return waiting > 0;
}

/** Waits until everything that was asked for so far has been answered. */
export async function allChanged(): Promise<void> {
  await last;
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
