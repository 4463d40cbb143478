import { nodeProcess } from '../electron/headless/node-process.ts';
import { runHeadless } from '../electron/headless/run.ts';

/** `npm run publish-plan -- plan.json`: publishes a plan in plain Node, with neither Electron nor a browser. */
const code = await runHeadless(process.argv.slice(2), nodeProcess());
// A keyring that does not answer would keep the process alive. What was written is out when this is called back.
process.stdout.write('', () => process.exit(code));
