const { closeSync, openSync, readdirSync, readSync } = require('node:fs');
const { createServer } = require('node:net');

/**
 * Loaded into the app's main process: says, over the socket that `LUKITTU_BENCH_PROBE` names, what a stretch of work
 * took of it. `begin` starts a stretch, `end` answers with one line of JSON and stops watching.
 */
const beatMs = 1;

/**
 * What the threads of the process have had of the processor so far (Linux), in ms: how long this one, which comes first,
 * ran, and how long each was ready to run and had none. Nothing where the system does not tell.
 */
const text = Buffer.alloc(128);
const standing = (file) => {
  const fields = text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)).split(' ');
  return { ran: Number(fields[0]) / 1e6, waited: Number(fields[1]) / 1e6 };
};

function openThreads() {
  try {
    const others = readdirSync('/proc/self/task').filter((id) => Number(id) !== process.pid);
    return [process.pid, ...others].map((id) => openSync(`/proc/self/task/${id}/schedstat`, 'r'));
  } catch {
    return [];
  }
}

const standings = () =>
  stretch.threads.map((file) => {
    try {
      return standing(file);
    } catch {
      return { ran: 0, waited: 0 }; // the thread has ended
    }
  });

let timer = null;
const stretch = { threads: [], longest: 0, at: 0, before: [], cpu: process.cpuUsage() };

function begin() {
  clearInterval(timer);
  for (const file of stretch.threads) closeSync(file);
  stretch.threads = openThreads();
  Object.assign(stretch, { longest: 0, at: performance.now(), before: standings(), cpu: process.cpuUsage() });
  timer = setInterval(beat, beatMs);
}

/**
 * How long the loop did not turn: what passed since the last beat, less what other processes took of the processor. The
 * loop also waits for the helpers that collect its garbage with it, so what they waited counts as well; but not less
 * than this thread itself has run.
 */
function beat() {
  const at = performance.now();
  const now = standings();
  const waited = now.map((thread, index) => thread.waited - (stretch.before[index]?.waited ?? 0));
  const [own = 0, ...others] = waited;
  const ran = (now[0]?.ran ?? 0) - (stretch.before[0]?.ran ?? 0);
  const gap = at - stretch.at - beatMs - own - Math.max(0, ...others);
  stretch.longest = Math.max(stretch.longest, gap, ran);
  stretch.at = at;
  stretch.before = now;
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
