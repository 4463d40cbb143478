/**
 * Runs Electron's own download, whose mirror variables it honours, but does not wait long for a server that
 * never answers: a network that lets nothing through must not hold up the set-up.
 */
const answerLimit = 15_000; // ms until the answer's headers

const fetchWithoutLimit = globalThis.fetch;
globalThis.fetch = async (url, options) => {
  const abort = new AbortController();
  const timer = setTimeout(
    () => abort.abort(new Error(`no answer within ${answerLimit / 1000} s`)),
    answerLimit,
  );
  try {
    return await fetchWithoutLimit(url, { ...options, signal: abort.signal });
  } catch (error) {
    throw new Error(error.cause?.message ?? error.message); // Electron's script tells no causes
  } finally {
    clearTimeout(timer);
  }
};
require('electron/install.js');
