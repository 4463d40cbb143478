import { parseServerUrl } from '../lukittu/url.ts';
import { type Plan, type PlanProblem, planSchema } from '../model/plan.ts';
import { type Said, words } from '../texts/words.ts';
import { entryOf, inReason, problemsOfIssues } from './form-problems.ts';
import { parseReviewedJson } from './json-text.ts';
import { nameProblem, pathProblem } from './plan-path.ts';

/** A plan that can be trusted to be what its format says, or every reason why it is not. */
export type ReadPlan =
  | { readonly plan: Plan; readonly problems: readonly [] }
  | { readonly plan: null; readonly problems: readonly PlanProblem[] };

/** Bytes. 1,000 releases with full metadata are about 3 MB. */
export const largestPlan = 32 * 1024 * 1024;

const limits = { depth: 12, containers: 1_000_000, keysOfAnObject: 50_000 } as const;

/**
 * Reads the bytes of a plan file. Nothing is guessed: an unknown field, a wrong type, a key that is there twice and
 * a path that leads out of the plan's folder are refused, each with its entry, its field and what to do about it.
 */
export function readPlan(bytes: Uint8Array): ReadPlan {
  if (bytes.byteLength > largestPlan) return planTooLarge();
  const text = textOf(bytes);
  if (text === null) return refused(words().plans.whole.noText);
  const json = parseReviewedJson(text, limits);
  if (!json.ok) {
    const { entry, field } = entryOf(json.path);
    const { remedy } = words().plans.json;
    return { plan: null, problems: [form(entry, field, { message: json.message, remedy })] };
  }
  const parsed = planSchema.safeParse(json.value);
  if (!parsed.success)
    return { plan: null, problems: problemsOfIssues(parsed.error.issues, json.value, 'plan') };
  const problems = inReason(problemsWithin(parsed.data));
  const server = parseServerUrl(parsed.data.connection.serverUrl);
  if (!server.ok) {
    const { message, remedy } = server.failure;
    return { plan: null, problems: [form(null, 'connection.serverUrl', { message, remedy }), ...problems] };
  }
  if (problems.length > 0) return { plan: null, problems };
  return { plan: normal(parsed.data, server.value), problems: [] };
}

/** Server and time as the rest of the app writes them. */
function normal(plan: Plan, serverUrl: string): Plan {
  const { startAt } = plan.batch;
  return {
    ...plan,
    connection: { ...plan.connection, serverUrl },
    batch: { ...plan.batch, startAt: startAt === null ? null : new Date(startAt).toISOString() },
  };
}

/** What there is to say of a file that is not even read, because of its size. */
export function planTooLarge(): ReadPlan {
  return refused(words().plans.whole.tooLarge(largestPlan / 1024 / 1024));
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What a schema does not say: whether the parts of a plan fit each other. */
function problemsWithin({ entries }: Plan): PlanProblem[] {
  const said = words().plans.whole;
  const problems: PlanProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, { productId, releaseId, base, fields, file }] of entries.entries()) {
    const number = index + 1;
    const version = fields.version ?? base?.version ?? null;
    const add = (field: string, what: Said): void => {
      problems.push({ ...form(number, field, what), version });
    };
    if (releaseId === null) {
      if (base !== null) add('base', said.newWithBase);
      else if (fields.version === undefined) add('fields.version', said.newWithoutVersion);
      if (file.kind === 'remove') add('file.kind', said.newWithRemoval);
    }
    const key = releaseId ?? JSON.stringify([productId, fields.branchId ?? null, version]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, number);
    else {
      add(releaseId === null ? 'fields.version' : 'releaseId', said.sameRelease(first));
    }
    if (file.kind !== 'replace') continue;
    const { name, path } = file.artifact;
    const wrongPath = pathProblem(path);
    if (wrongPath !== null) {
      add('file.artifact.path', said.wrongPath(wrongPath));
    }
    const wrongName = nameProblem(name);
    if (wrongName !== null) {
      add('file.artifact.name', said.wrongName(wrongName));
    }
  }
  return problems;
}

function refused(said: Said): ReadPlan {
  return { plan: null, problems: [form(null, '', said)] };
}

function form(entry: number | null, field: string, said: Said): PlanProblem {
  return { kind: 'form', entry, version: null, field, ...said };
}
