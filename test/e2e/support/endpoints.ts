import type { ChildProcess } from 'node:child_process';

/** Each call gives the address the runtime prints for a second client of its next window. */
export function readEndpoints(process: ChildProcess): () => Promise<string> {
  let printed = '';
  let taken = 0;
  const looks = new Set<() => void>();
  process.stderr?.on('data', (text) => {
    printed += String(text);
    for (const look of looks) look();
  });
  return () =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`the app ended:\n${printed}`));
      const look = (): void => {
        const address = [...printed.matchAll(/DevTools listening on (ws:\S+)/g)][taken]?.[1];
        if (address === undefined) return;
        taken += 1;
        looks.delete(look);
        process.off('exit', ended);
        resolve(address);
      };
      process.once('exit', ended);
      looks.add(look);
      look();
    });
}
