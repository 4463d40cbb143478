import { z } from 'zod';
import { connectionFormSchema, connectionReportSchema, connectionSchema } from '../model/connection.ts';
import { localId, nothing, ofConnection } from './shapes.ts';

/** Teams on servers, with their keys. */
export const connectionCalls = {
  'connections.list': { input: nothing, output: z.array(connectionSchema) },
  /** Tests what was typed against the server, then saves it. Nothing is saved when the test fails. */
  'connections.add': { input: connectionFormSchema, output: connectionReportSchema },
  'connections.update': {
    input: z.strictObject({ connectionId: localId, form: connectionFormSchema }),
    output: connectionReportSchema,
  },
  /** Breaks off the tests that are under way: `connections.add` and `.update` answer `cancelled`, and save nothing. */
  'connections.stop': { input: nothing, output: z.null() },
  /** Removes the connection, its key, its drafts and what was cached. Refused while a job runs. */
  'connections.remove': { input: ofConnection, output: z.null() },
  /** Starts the embedded demo team and connects to it. */
  'connections.demo': { input: nothing, output: connectionReportSchema },
};
