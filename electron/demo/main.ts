import { parseArgs } from 'node:util';
import { sampleTeam } from './sample-team.ts';
import { startDemoServer } from './server.ts';

/**
 * The demo server as a process of its own, which lives on while the app is killed and started again.
 * Prints one line of JSON (`origin`, `port`, `teamId`, `apiKey`) when it is ready; ends on SIGTERM and SIGINT.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    /** Requests in a window, or "none". */
    limit: { type: 'string', default: '5' },
    /** Seconds. */
    window: { type: 'string', default: '300' },
    /** Releases of an additional, big product. */
    'team-size': { type: 'string', default: '0' },
    'max-file-bytes': { type: 'string', default: String(10 * 1024 * 1024) },
    control: { type: 'boolean', default: false },
  },
});

const server = await startDemoServer({
  state: sampleTeam({ releases: Number(values['team-size']) }),
  port: Number(values.port),
  limit:
    values.limit === 'none'
      ? 'none'
      : { requests: Number(values.limit), windowMs: Number(values.window) * 1000 },
  maxFileBytes: Number(values['max-file-bytes']),
  control: values.control,
});
const { origin, port, teamId, apiKey } = server;
process.stdout.write(`${JSON.stringify({ origin, port, teamId, apiKey })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close());
