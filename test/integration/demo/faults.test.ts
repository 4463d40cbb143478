import { describe, expect, it } from 'vitest';
import { databaseDown, type Fault, lostAnswer, storageDown } from '../../../electron/demo/faults.ts';
import type { DemoRelease } from '../../../electron/demo/state.ts';
import { askLukittu, sendTo, startSmallTeam, unchanged } from '../../support/demo-requests.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const newFile = (bytes = 5) => new File([Buffer.alloc(bytes, 'n')], 'new.zip');
const list = (release: DemoRelease) => ({ path: `/releases?productId=${release.productId}` });
const put = (release: DemoRelease, file = newFile()) => ({
  method: 'PUT',
  path: `/releases/${release.id}`,
  form: { data: { ...unchanged(release), status: 'DRAFT' }, file },
});

describe('a dropped connection', () => {
  it.each([
    ['arrival', 'old.zip', 'PUBLISHED'],
    ['authorization', 'old.zip', 'PUBLISHED'],
    ['body', 'old.zip', 'PUBLISHED'],
    ['received', 'old.zip', 'PUBLISHED'],
    ['file-deleted', null, 'PUBLISHED'],
    ['upload', null, 'PUBLISHED'],
    ['answer', 'new.zip', 'DRAFT'],
    ['answer-headers', 'new.zip', 'DRAFT'],
    ['answer-body', 'new.zip', 'DRAFT'],
  ] as const)('at "%s" leaves the file %s and the status %s', async (at, file, status) => {
    const { demo, release } = await startSmallTeam();
    demo.faults.add({ method: 'PUT', at, effect: { kind: 'drop' } });

    await expect(askLukittu(demo, put(release))).rejects.toThrow();

    await demo.settled();
    expect([release.file?.name ?? null, release.status]).toEqual([file, status]);
    expect(demo.requests.at(-1)).toMatchObject({ outcome: 'dropped', applied: status === 'DRAFT' });
  });

  it('in the middle of the body takes the bytes it was told to take, and not the rest', async () => {
    const { demo, release } = await startSmallTeam();
    demo.faults.add({ at: 'body', bytes: 100_000, effect: { kind: 'drop' } });
    await expect(askLukittu(demo, put(release, newFile(5_000_000)))).rejects.toThrow();
    const { bodyBytes } = demo.requests.at(-1) ?? { bodyBytes: 0 };
    expect(bodyBytes).toBeGreaterThanOrEqual(100_000);
    expect(bodyBytes).toBeLessThan(1_000_000);
  });

  it('in the middle of the answer lets through the bytes it was told to send', async () => {
    const { demo, release } = await startSmallTeam();
    demo.faults.add({ at: 'answer-body', bytes: 20, effect: { kind: 'drop' } });
    const response = await sendTo(demo, list(release));
    const received: Uint8Array[] = [];
    await expect(async () => {
      for await (const chunk of response.body ?? []) received.push(chunk);
    }).rejects.toThrow();
    expect(Buffer.concat(received).toString()).toBe('{"data":{"releases":');
  });
});

describe('another answer', () => {
  it.each([
    ['arrival', 'old.zip'],
    ['authorization', 'old.zip'],
    ['body', 'old.zip'],
    ['received', 'old.zip'],
    ['file-deleted', undefined],
    ['upload', undefined],
    ['answer', 'new.zip'],
  ] as const)('at "%s" is sent in place of the true one, and the file is %s', async (at, file) => {
    const { demo, release } = await startSmallTeam();
    demo.faults.add({ at, effect: { kind: 'answer', status: 503, details: 'Try later', data: [1] } });
    const answer = await askLukittu(demo, put(release, newFile(at === 'body' ? 3_000_000 : 5)));
    expect(answer).toEqual({ status: 503, details: 'Try later', data: [1] });
    expect(release.file?.name).toBe(file);
    // The connection is as good as before.
    expect((await askLukittu(demo, list(release))).status).toBe(200);
  });

  it('is a 500 when the storage is down, and the old file is lost while updatedAt has not moved', async () => {
    const { demo, release } = await startSmallTeam();
    const { updatedAt } = release;
    demo.faults.add({ method: 'PUT', ...storageDown });
    expect(await askLukittu(demo, put(release))).toMatchObject({
      status: 500,
      details: 'Internal server error',
    });
    expect(release).toMatchObject({ file: null, updatedAt, status: 'PUBLISHED' });
  });

  it('is a 401 to a good key when the database is down', async () => {
    const { demo, release } = await startSmallTeam();
    demo.faults.add({ ...databaseDown, times: 2 });
    expect(await askLukittu(demo, list(release))).toMatchObject({ status: 401, details: 'Invalid API key' });
    expect((await askLukittu(demo, put(release))).status).toBe(401);
    expect((await askLukittu(demo, list(release))).status).toBe(200);
  });

  it('can be HTML, a redirect, or anything else', async () => {
    const { demo, release } = await startSmallTeam();
    const answerWith = async (fault: Fault) => {
      demo.faults.add(fault);
      const response = await sendTo(demo, list(release));
      return [response.status, response.headers.get('content-type'), await response.text()];
    };
    expect(await answerWith({ at: 'answer', effect: { kind: 'html' } })).toMatchObject([
      200,
      'text/html; charset=utf-8',
      expect.stringMatching(/^<!DOCTYPE/),
    ]);
    expect(await answerWith({ at: 'answer', effect: { kind: 'html', status: 502 } })).toMatchObject([
      502,
      'text/html; charset=utf-8',
      expect.stringMatching(/^</),
    ]);
    expect(
      await answerWith({
        at: 'answer',
        effect: { kind: 'body', status: 200, contentType: 'application/json', body: '[]' },
      }),
    ).toEqual([200, 'application/json', '[]']);
    demo.faults.add({
      at: 'arrival',
      effect: { kind: 'redirect', status: 302, location: 'https://else.where/' },
    });
    const redirect = await sendTo(demo, list(release));
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'https://else.where/']);
  });

  it('can be the true one cut short, or with another checksum', async () => {
    const { demo, release } = await startSmallTeam();
    demo.faults.add({ at: 'answer', effect: { kind: 'truncate', bytes: 12 } });
    expect(await (await sendTo(demo, list(release))).text()).toBe('{"data":{"re');
    demo.faults.add({ at: 'answer', effect: { kind: 'truncate' } });
    const half = await (await sendTo(demo, list(release))).text();
    expect(() => JSON.parse(half)).toThrow();
    demo.faults.add({ at: 'answer', effect: { kind: 'wrong-checksum' } });
    expect((await askLukittu(demo, put(release))).data).toMatchObject({
      file: { checksum: '0'.repeat(32), size: 5 },
    });
    expect(release.file?.checksum).not.toBe('0'.repeat(32));
  });
});

describe('a fault', () => {
  it('strikes the requests it is meant for, from the nth on, so many times', async () => {
    const { demo, release } = await startSmallTeam();
    const effect = { kind: 'answer', status: 503 } as const;
    const fault = demo.faults.add({ method: 'GET', path: 'page=2', nth: 2, times: 2, at: 'arrival', effect });
    const statuses = [];
    for (const query of ['page=2', 'page=1', 'page=2', 'page=1', 'page=2', 'page=2']) {
      const { path } = list(release);
      statuses.push((await askLukittu(demo, { path: `${path}&${query}` })).status);
    }
    expect(statuses).toEqual([200, 200, 503, 200, 503, 200]);
    expect(fault.fired).toBe(2);
  });

  it('strikes always until it is removed', async () => {
    const { demo, release } = await startSmallTeam();
    const fault = demo.faults.add({ ...databaseDown, times: 'always' });
    for (let count = 0; count < 3; count += 1)
      expect((await askLukittu(demo, list(release))).status).toBe(401);
    fault.remove();
    expect((await askLukittu(demo, list(release))).status).toBe(200);
  });

  it('that has the wrong form is refused', async () => {
    const { demo } = await startSmallTeam();
    expect(() => demo.faults.add({ at: 'answer', effect: { kind: 'html', status: 7 } })).toThrow();
  });

  it('can strike together with another', async () => {
    const { demo, release } = await startSmallTeam();
    const pause = demo.faults.add({ at: 'received', effect: { kind: 'pause' } });
    demo.faults.add(lostAnswer);
    const answer = askLukittu(demo, put(release));
    await pause.reached;
    pause.resume();
    await expect(answer).rejects.toThrow();
    expect(release.status).toBe('DRAFT');
  });
});

describe('slowness', () => {
  it.each(['arrival', 'received', 'answer', 'answer-headers', 'answer-body'] as const)(
    'at "%s" lasts as long as it was told to, on the injected clock',
    async (at) => {
      const clock = createFakeClock();
      const { demo, release } = await startSmallTeam({ clock });
      const fault = demo.faults.add({ at, effect: { kind: 'delay', ms: 30_000 } });
      const answer = askLukittu(demo, put(release));
      await fault.reached;
      expect(demo.requests.at(-1)?.outcome).toBe('working');
      await clock.advance(30_000);
      expect((await answer).status).toBe(200);
    },
  );

  it('takes a body, or sends an answer, at the pace it was told', async () => {
    const clock = createFakeClock();
    const { demo, release } = await startSmallTeam({ clock });
    const took = async (at: 'body' | 'answer-body') => {
      const from = clock.now();
      demo.faults.add({ at, effect: { kind: 'slow', bytesPerSecond: 1000 } });
      let working = true;
      const answer = askLukittu(demo, put(release, newFile(200_000))).finally(() => {
        working = false;
      });
      while (working) await clock.advance(100);
      expect((await answer).status).toBe(200);
      return clock.now() - from;
    };
    expect(await took('body')).toBeGreaterThan(200_000);
    expect(await took('answer-body')).toBeGreaterThan(500);
  });

  it('by a pause that was removed before the request came to it does not last', async () => {
    const { demo, other } = await startSmallTeam();
    const first = demo.faults.add({ at: 'received', effect: { kind: 'pause' } });
    demo.faults.add({ at: 'received', effect: { kind: 'pause' } });
    const answer = askLukittu(demo, put(other));
    await first.reached;
    demo.faults.clear();
    expect((await answer).status).toBe(200);
  });

  it('by a pause lasts until it is resumed, for each request anew', async () => {
    const { demo, release } = await startSmallTeam();
    const pause = demo.faults.add({ at: 'answer', times: 2, effect: { kind: 'pause' } });
    for (let count = 1; count <= 2; count += 1) {
      const answer = askLukittu(demo, list(release));
      await pause.reachedTimes(count);
      expect(demo.requests.at(-1)?.outcome).toBe('working');
      pause.resume();
      expect((await answer).status).toBe(200);
    }
  });
});

describe('the server', () => {
  it('keeps the connection of a client whose big upload it has refused without reading it', async () => {
    const { demo, release } = await startSmallTeam();
    for (let count = 0; count < 3; count += 1)
      expect((await askLukittu(demo, { ...put(release, newFile(8_000_000)), key: 'wrong' })).status).toBe(
        401,
      );
    expect(demo.requests.at(-1)?.bodyBytes).toBe(0);
  });

  it('keeps no more of a file than its limit', async () => {
    const { demo, release } = await startSmallTeam({ maxFileBytes: 1000 });
    expect(await askLukittu(demo, put(release, newFile(3_000_000)))).toMatchObject({ status: 400 });
    expect(demo.requests.at(-1)?.file).toMatchObject({ size: 3_000_000 });
    expect(release.file?.name).toBe('old.zip');
  });

  it('never logs a key', async () => {
    const { demo, release } = await startSmallTeam();
    await askLukittu(demo, put(release));
    expect(JSON.stringify(demo.requests)).not.toContain(demo.apiKey);
  });
});
