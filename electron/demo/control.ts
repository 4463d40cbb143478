import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { RequestRecord } from './exchange.ts';
import { type FaultBoard, faultSchema } from './faults.ts';
import type { DemoState } from './state.ts';

interface Controlled {
  readonly state: DemoState;
  readonly faults: FaultBoard;
  readonly requests: readonly RequestRecord[];
}

/**
 * The way in for tests of other processes:
 * `POST /__demo/faults`, `DELETE /__demo/faults`, `POST /__demo/faults/resume`, `GET /__demo/state`,
 * `GET /__demo/object?key=…`. Never throws.
 */
export async function answerControl(
  controlled: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://demo.invalid');
  const { state, faults, requests } = controlled;
  const answer = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /__demo/faults': {
      const fault = faultSchema.safeParse(await json(request).catch(() => null));
      if (fault.success) answer(201, { id: faults.add(fault.data).id });
      else answer(400, { problem: fault.error.message });
      return;
    }
    case 'DELETE /__demo/faults':
      faults.clear();
      answer(200, {});
      return;
    case 'POST /__demo/faults/resume':
      faults.resume();
      answer(200, {});
      return;
    case 'GET /__demo/state':
      answer(200, {
        teams: [...state.teams.values()].map(plainTeam),
        objects: Object.fromEntries(
          [...state.objects].map(([key, { bytes, md5 }]) => [key, { size: bytes.length, md5 }]),
        ),
        faults: faults.list().map(({ id, fired }) => ({ id, fired })),
        requests,
      });
      return;
    case 'GET /__demo/object': {
      const stored = state.objects.get(url.searchParams.get('key') ?? '');
      if (stored) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(stored.bytes);
      else answer(404, { problem: 'no such object' });
      return;
    }
    default:
      answer(404, { problem: 'no such control' });
  }
}

/** Rows as arrays, everything else as it is. */
const plainTeam = (team: object) =>
  Object.fromEntries(
    Object.entries(team).map(([name, value]) => [name, value instanceof Map ? [...value.values()] : value]),
  );
