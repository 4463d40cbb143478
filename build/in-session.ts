import { runInPrivateSession } from './private-session.ts';

/** `in-session.ts <script> [arguments]`: runs one of the test tools in a session of its own. */
const [script = '', ...args] = process.argv.slice(2);
process.exitCode = await runInPrivateSession(script, args);
