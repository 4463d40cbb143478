/** Resolves as soon as it is so, looking again whenever this process has nothing else to do. */
export async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
