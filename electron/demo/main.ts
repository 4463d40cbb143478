import { parseArgs } from 'node:util';
import { z } from 'zod';
import { sampleTeam } from './sample-team.ts';
import { startDemoServer } from './server.ts';

/**
 * The demo server as a process of its own, which lives on while the app is killed and started again.
 * Prints one line of JSON (`origin`, `port`, `teamId`, `apiKey`) when it is ready; ends on SIGTERM and SIGINT.
 */
const whole = z.coerce.number().int().min(0);
const optionsSchema = z.object({
  port: whole,
  /** Requests in a window. */
  limit: z.union([z.literal('none'), whole]),
  /** Seconds. */
  window: whole,
  /** Releases of an additional, big product. */
  'team-size': whole,
  'max-file-bytes': whole,
  control: z.boolean(),
});
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    limit: { type: 'string', default: '5' },
    window: { type: 'string', default: '300' },
    'team-size': { type: 'string', default: '0' },
    'max-file-bytes': { type: 'string', default: String(10 * 1024 * 1024) },
    control: { type: 'boolean', default: false },
  },
});
const { port, limit, window, control, ...sizes } = optionsSchema.parse(values);

const server = await startDemoServer({
  state: sampleTeam({ releases: sizes['team-size'] }),
  port,
  limit: limit === 'none' ? 'none' : { requests: limit, windowMs: window * 1000 },
  maxFileBytes: sizes['max-file-bytes'],
  control,
});
process.stdout.write(
  `${JSON.stringify({ origin: server.origin, port: server.port, teamId: server.teamId, apiKey: server.apiKey })}\n`,
);

// Not only closed: the delay of a fault may still be running.
const end = () => void server.close().then(() => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
