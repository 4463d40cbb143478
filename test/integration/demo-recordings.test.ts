import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { answerTimes, createComparison, timestampOf } from '../support/recorded-comparison.ts';
import { recordedState } from '../support/recorded-state.ts';
import { clientIpHeader, readRecording, replay } from '../support/recordings.ts';

const recording = readRecording();
const state = recordedState(recording);
const comparison = createComparison(recording, state);
const clock = createFakeClock(Date.parse(answerTimes(recording)[0] ?? ''));

let demo: DemoServer;
beforeAll(async () => {
  demo = await startDemoServer({
    state,
    clock,
    maxFileBytes: recording.team.maxFileBytes,
    clientIp: (request) => String(request.headers[clientIpHeader]),
  });
});
afterAll(() => demo.close());

describe('the demo server answers what the real server answered', () => {
  it.each(recording.exchanges.map((exchange, index) => ({ index, name: exchange.name, exchange })))(
    '$index: $name',
    async ({ exchange }) => {
      const answeredAt = timestampOf(exchange.response.body);
      if (answeredAt !== null) await clock.advance(Date.parse(answeredAt) - clock.now());

      const answer = await replay(demo.origin, exchange);
      const text = await answer.text();

      expect(answer.status).toBe(exchange.response.status);
      const headers = ['content-type', 'vary', 'location', 'transfer-encoding', 'content-length'];
      expect(Object.fromEntries(headers.map((name) => [name, answer.headers.get(name)]))).toEqual(
        Object.fromEntries(headers.map((name) => [name, exchange.response.headers[name] ?? null])),
      );
      if (exchange.response.text === undefined)
        expect(comparison.differences(exchange.response.body, JSON.parse(text))).toEqual([]);
      // The sign-in page is the demo server's own.
      else if (answer.status === 307) expect(text).toMatch(/^<!DOCTYPE html>/);
      else expect(text).toBe(exchange.response.text);
    },
  );

  it('has replayed all 80 exchanges', () => {
    expect(recording.exchanges).toHaveLength(80);
    expect(demo.requests).toHaveLength(80);
  });
});

describe('the comparison with the recording', () => {
  const begin = answerTimes(recording)[0] ?? '';
  const generated = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;

  it('names the place of a value that differs, is missing or is not in the recording', () => {
    expect(
      createComparison(recording, state).differences(
        { data: { releases: [{ version: '1.0.0', latest: true }, {}] } },
        { data: { releases: [{ version: '1.0.1', extra: 1 }, {}] } },
      ),
    ).toEqual([
      '$.data.releases[0].version is "1.0.1", recorded "1.0.0"',
      '$.data.releases[0].latest is missing',
      '$.data.releases[0].extra is not in the recording',
    ]);
  });

  it('lets a generated id stand for one other, and for that one only', () => {
    const fresh = createComparison(recording, state);
    expect(fresh.differences([generated('a'), generated('a')], [generated('b'), generated('b')])).toEqual([]);
    expect(fresh.differences(generated('a'), generated('c'))).toHaveLength(1);
    expect(fresh.differences(generated('d'), generated('b'))).toHaveLength(1);
    expect(fresh.differences(generated('e'), 'not an id')).toHaveLength(1);
    expect(fresh.differences(recording.team.teamId, generated('f'))).toHaveLength(1);
  });

  it('wants earlier times to be the same, and clock times to be those of the exchange that stamped them', () => {
    const fresh = createComparison(recording, state);
    const [, second = ''] = answerTimes(recording);
    const between = new Date(Date.parse(begin) + 1).toISOString();
    expect(fresh.differences('2025-01-02T14:00:00.000Z', '2025-01-02T14:00:00.001Z')).toHaveLength(1);
    expect(fresh.differences(between, second)).toEqual([]);
    expect(fresh.differences(between, begin)).toHaveLength(1);
  });
});
