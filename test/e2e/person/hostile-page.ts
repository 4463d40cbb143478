import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { events } from '../../../electron/contract/events.ts';
import type { CallName, EventName } from '../../../electron/contract.ts';
import type { DemoServer } from '../../../electron/demo/server.ts';
import { harmless, inputOf, takesFiles } from '../../support/call-inputs.ts';

/** What a script of a stranger can do in the page: ask by every call, hear every event, look at everything. */

export interface Answer {
  readonly name: CallName;
  readonly value: unknown;
  /** The kind of a refusal; null for what was answered. */
  readonly failure: string | null;
}

/** Makes a call as any script in the page can. Calls that take files get one that a script has made. */
export function ask(page: Page, name: CallName, input: unknown): Promise<Answer> {
  const files = takesFiles(name) ? ['hostile-1.0.0.json'] : null;
  return page.evaluate(
    async ({ name, input, files }) => {
      const made = files?.map((file) => new File(['{}'], file));
      const answer = await Reflect.apply(window.lukittu[name], null, made ? [input, made] : [input]);
      return {
        name,
        value: answer.ok ? answer.value : answer,
        failure: answer.ok ? null : answer.failure.kind,
      };
    },
    { name, input, files },
  );
}

/** The ids that answers have given away, by the names that calls take them under. */
export function learned(answers: readonly Answer[]): Record<string, unknown> {
  const names = ['importId', 'setId', 'savedId', 'bulkId', 'compactionId', 'planId', 'seen'];
  const made: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, 'none']));
  const found = answers.flatMap(({ value }) =>
    Object.entries(Object(value)).filter(([name]) => Object.hasOwn(made, name)),
  );
  return { ...made, ...Object.fromEntries(found) };
}

/** One of each thing of the team that a call can name: a draft in a batch, a job, an attempt: of releases that nothing is done with yet. */
export async function thingsOf(page: Page, demo: DemoServer): Promise<Record<string, unknown>> {
  const { origin: serverUrl, teamId } = demo;
  const made = await page.evaluate(async (serverUrl) => {
    const of = <T>(answer: { ok: true; value: T } | { ok: false; failure: { message: string } }): T => {
      if (!answer.ok) throw new Error(answer.failure.message);
      return answer.value;
    };
    const { lukittu } = window;
    const connections = of(await lukittu['connections.list']({}));
    const connectionId = connections.find((each) => each.serverUrl === serverUrl)?.id ?? '';
    const busy = [
      ...of(await lukittu['drafts.list']({ connectionId })),
      ...of(await lukittu['jobs.list']({ connectionId })),
    ].map(({ releaseId }) => releaseId);
    const lists = of(await lukittu['products.list']({ connectionId })).items.map(async ({ id: productId }) =>
      of(await lukittu['releases.refresh']({ connectionId, productId })).items.filter(
        ({ id }) => !busy.includes(id),
      ),
    );
    const releases = (await Promise.all(lists)).toSorted((a, b) => b.length - a.length)[0] ?? [];
    const productId = releases[0]?.productId ?? '';
    const [draftId = '', published = ''] = await Promise.all(
      releases.slice(0, 2).map(async ({ id: releaseId, metadata }) => {
        const { draft } = of(await lukittu['drafts.open']({ connectionId, productId, releaseId }));
        const more = [...metadata, { key: crypto.randomUUID(), value: 'mine', locked: false }];
        of(await lukittu['drafts.change']({ draftId: draft.id, change: { fields: { metadata: more } } }));
        return draft.id;
      }),
    );
    const batch = of(await lukittu['batches.create']({ connectionId, name: 'Mine', draftIds: [draftId] }));
    const job = of(await lukittu['jobs.publish']({ draftId: published }));
    const releaseIds = releases.map(({ id }) => id).slice(0, 5);
    return {
      connectionId,
      productId,
      releaseId: releaseIds[0],
      releaseIds,
      draftId,
      draftIds: [draftId],
      batchId: batch.id,
      jobId: job.id,
    };
  }, serverUrl);
  const { connectionId } = made;
  const attempts = () =>
    page.evaluate(async (id) => {
      const answer = await window.lukittu['history.list']({ connectionId: id, text: '', limit: 10 });
      return answer.ok ? answer.value.map((attempt) => attempt.id) : [];
    }, connectionId);
  await expect.poll(async () => (await attempts()).length).toBeGreaterThan(0);
  const [attemptId] = await attempts();
  const typed = { ...harmless, serverUrl, teamId, apiKey: 'of-the-page-itself' };
  const form = inputOf('connections.add', typed);
  return { ...made, ...typed, form, attemptId, id: randomUUID(), 'connections.add teamId': randomUUID() };
}

/** Writes down everything the page is told from now on. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate((names) => {
    const heard: unknown[] = [];
    Reflect.set(window, 'heard', heard);
    for (const name of names) window.lukittu.on(name, (payload) => heard.push({ name, payload }));
  }, eventNames);
}

const eventNames = Object.keys(events).filter((name): name is EventName => Object.hasOwn(events, name));

export const heardBy = (page: Page): Promise<{ name: string; payload: unknown }[]> =>
  page.evaluate(() => Reflect.get(window, 'heard'));

/** What a script finds without asking: the page, what it keeps, and the code it was given. */
export function lookedInto(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input, textarea')].map((field) => String(Reflect.get(field, 'value'))),
    ...Object.values(window.lukittu).map(String),
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    document.cookie,
    JSON.stringify(await indexedDB.databases()),
  ]);
}
