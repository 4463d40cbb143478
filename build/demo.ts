import { parseArgs } from 'node:util';
import { samplePort } from '../electron/demo/sample-team.ts';
import { startDemoServer } from '../electron/demo/server.ts';

/**
 * `npm run demo`: the demo team as a server of its own, until it is interrupted. Prints what a connection to it takes,
 * and the commands that publish the example on it. `-- --port=N` puts it elsewhere, 0 wherever there is room.
 */
try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: String(samplePort) } } });
  const { origin, port, teamId, apiKey, close } = await startDemoServer({ port: Number(values.port) });
  console.log(
    `The demo team, until you press Ctrl-C:\n\n  server  ${origin}\n  team    ${teamId}\n  key     ${apiKey}\n`,
  );
  if (port === samplePort) {
    const command = `npm run publish-plan -- examples/plan.json --server=${origin} --team=${teamId}`;
    console.log(`To publish the example on it, in another terminal:\n
  export LUKITTU_API_KEY=${apiKey}
  ${command} --dry-run
  ${command}\n`);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close());
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The demo team cannot be started: ${reason}. Another port: npm run demo -- --port=8418`);
  process.exitCode = 1;
}
