import type { z } from 'zod';
import { type PlanProblem, planSchemaVersion, sha256Words } from '../model/plan.ts';
import { idWords } from '../model/release.ts';
import { type Said, words } from '../texts/words.ts';
import type { JsonPath } from './json-text.ts';

type Issue = z.core.$ZodIssue;

/** More do not help anybody. */
const mostProblems = 100;

/** What a schema had against a value, in sentences that name the place. */
export function problemsOfIssues(issues: readonly Issue[], value: unknown, what: string): PlanProblem[] {
  const ofOtherVersion = issues.filter(isAboutVersion);
  const telling = ofOtherVersion.length > 0 ? ofOtherVersion : issues;
  return inReason(onePerPlace(telling.flatMap((issue) => problemsOf(issue, value, what))));
}

/** Problems that are found one by one, of which no more are kept than help. */
export interface ProblemList {
  add(problem: PlanProblem): void;
  /** The first of them, and how many more there are. */
  told(): PlanProblem[];
}

export function createProblemList(): ProblemList {
  const kept: PlanProblem[] = [];
  let more = 0;
  return {
    add: (problem) => {
      if (kept.length < mostProblems) kept.push(problem);
      else more += 1;
    },
    told: () => {
      if (more === 0) return kept;
      return [...kept, { kind: 'form', entry: null, version: null, field: '', ...words().plans.more(more) }];
    },
  };
}

/** As many problems as help, and how many more there are. */
export function inReason(problems: readonly PlanProblem[]): PlanProblem[] {
  const list = createProblemList();
  for (const problem of problems) list.add(problem);
  return list.told();
}

/** The entry (from 1) and the field within it that a path leads to; a name that does not end is cut. */
export function entryOf(path: JsonPath): { entry: number | null; field: string } {
  const [list, index, ...rest] = path;
  const isInEntry = list === 'entries' && typeof index === 'number';
  const field = (isInEntry ? rest : path).join('.');
  return {
    entry: isInEntry ? index + 1 : null,
    field: field.length > longestField ? `${field.slice(0, longestField)}…` : field,
  };
}

const longestField = 300;

function problemsOf(issue: Issue, value: unknown, what: string): PlanProblem[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem([...path, key], value, words().plans.form.unknownField(what, shown(key))),
    );
  }
  if (isAboutVersion(issue)) return [problem(path, value, otherVersion(value))];
  return [problem(path, value, wordsFor(issue, valueAt(value, path)))];
}

/** What another version of the format means by its fields is not known: nothing else is worth telling. */
const isAboutVersion = ({ path }: Issue): boolean => path.length === 1 && path[0] === 'schemaVersion';

/** A value can break several rules at once; the first says enough. */
function onePerPlace(problems: readonly PlanProblem[]): PlanProblem[] {
  const first = new Map<string, PlanProblem>();
  for (const problem of problems) {
    const place = `${problem.entry} ${problem.field}`;
    if (!first.has(place)) first.set(place, problem);
  }
  return [...first.values()];
}

function problem(path: JsonPath, value: unknown, said: Said): PlanProblem {
  const { entry, field } = entryOf(path);
  return { kind: 'form', entry, version: entry === null ? null : versionOf(value, entry), field, ...said };
}

function otherVersion(value: unknown): Said {
  const said = words().plans.form;
  const found = valueAt(value, ['schemaVersion']);
  if (found === undefined) return said.noPlan(planSchemaVersion);
  return said.otherVersion(shown(found), planSchemaVersion);
}

function wordsFor(issue: Issue, found: unknown): Said {
  const said = words().plans.form;
  if (found === undefined) return said.missing(wanted(issue));
  switch (issue.code) {
    case 'invalid_type':
      return said.is(kindOf(found), wanted(issue));
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_format':
      return said.impossible(shown(found), wanted(issue));
    case 'invalid_key':
      return said.noIdAsKey;
    case 'too_big':
      return said.tooBig[measured(found)](String(issue.maximum));
    case 'too_small':
      if (issue.path.length === 1 && issue.path[0] === 'entries') return said.noEntries;
      return said.tooSmall[measured(found)](String(issue.minimum));
    default:
      return said.strange(shown(found));
  }
}

/** What would be right. */
function wanted(issue: Issue): string {
  const said = words().plans.form;
  switch (issue.code) {
    case 'invalid_type':
      return kindNamed(issue.expected) ?? said.format;
    case 'invalid_value':
      return said.or(issue.values.map((value) => JSON.stringify(value)));
    case 'invalid_union':
      return issue.path.at(-1) === 'kind' ? said.fileKinds : said.format;
    case 'invalid_format':
      if (issue.format === 'datetime') return said.time;
      if (issue.message === idWords) return said.uuid;
      return issue.message === sha256Words ? said.sha256 : said.format;
    default:
      return said.format;
  }
}

/** What zod calls a kind of value, in words; null for what no plan has. */
function kindNamed(kind: string): string | null {
  const { kinds } = words().plans.form;
  switch (kind) {
    case 'string':
      return kinds.text;
    case 'number':
    case 'int':
    case 'boolean':
      return kinds[kind];
    case 'array':
      return kinds.list;
    case 'object':
    case 'record':
      return kinds.object;
    default:
      return null;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return words().plans.form.kinds.list;
  return kindNamed(typeof value) ?? words().plans.form.kinds.other;
}

/** By what the size of a value is told. */
function measured(value: unknown): 'text' | 'list' | 'number' | 'other' {
  if (typeof value === 'string') return 'text';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'number' ? 'number' : 'other';
}

/** As JSON, so that nothing in it can pass for something else, and not much of it. */
function shown(value: unknown): string {
  return cut(JSON.stringify(value) ?? words().plans.form.nothing);
}

/** A text of a cell likewise, without the quotation marks, which no cell has. */
export function shownText(text: string): string {
  return cut(JSON.stringify(text).slice(1, -1));
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function versionOf(value: unknown, entry: number): string | null {
  const at = ['entries', entry - 1];
  const version = valueAt(value, [...at, 'fields', 'version']) ?? valueAt(value, [...at, 'base', 'version']);
  return typeof version === 'string' ? version.slice(0, 255) : null;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
}
