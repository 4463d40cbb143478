const { openSync, readSync } = require('node:fs');
const { createServer } = require('node:net');

/**
 * Loaded into the app's main process: says, over the socket that `LUKITTU_BENCH_PROBE` names, what a stretch of work
 * took of it. `begin` starts a stretch, `end` answers with one line of JSON and stops watching.
 */
const beatMs = 1;

/** Nanoseconds for which this thread was ready to run and had no processor; null where the system does not tell. */
const waited = (() => {
  try {
    const file = openSync('/proc/thread-self/schedstat', 'r');
    const text = Buffer.alloc(128);
    return () => Number(text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)).split(' ')[1]);
  } catch {
    return () => 0;
  }
})();

let timer = null;
let stretch = { longest: 0, at: 0, waited: 0, cpu: process.cpuUsage() };

function begin() {
  clearInterval(timer);
  stretch = { longest: 0, at: performance.now(), waited: waited(), cpu: process.cpuUsage() };
  timer = setInterval(beat, beatMs);
}

/** What passed since the last beat, less what others took of the processor, is how long the loop did not turn. */
function beat() {
  const at = performance.now();
  const waitedNow = waited();
  const gap = at - stretch.at - beatMs - (waitedNow - stretch.waited) / 1e6;
  stretch.longest = Math.max(stretch.longest, gap);
  stretch.at = at;
  stretch.waited = waitedNow;
}

function end() {
  beat();
  clearInterval(timer);
  const { user, system } = process.cpuUsage(stretch.cpu);
  return { longestBlockMs: stretch.longest, cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() };
}

createServer((socket) => {
  socket.on('data', (command) => {
    if (String(command) === 'begin') begin();
    socket.write(`${JSON.stringify(String(command) === 'begin' ? {} : end())}\n`);
  });
  socket.on('error', () => undefined);
})
  .listen(process.env.LUKITTU_BENCH_PROBE)
  .unref();
