import type { z } from 'zod';
import { type PlanProblem, planSchemaVersion } from '../model/plan.ts';
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

/** As many problems as help, and how many more there are. */
export function inReason(problems: readonly PlanProblem[]): PlanProblem[] {
  if (problems.length <= mostProblems) return [...problems];
  const more: PlanProblem = {
    kind: 'form',
    entry: null,
    version: null,
    field: '',
    message: `There are ${problems.length - mostProblems} problems more.`,
    remedy: 'Correct these first.',
  };
  return [...problems.slice(0, mostProblems), more];
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
      problem([...path, key], value, {
        message: `A ${what} has no field ${shown(key)} here.`,
        remedy: 'Remove it or correct its spelling; docs/plan-file.md lists the fields.',
      }),
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

interface Words {
  readonly message: string;
  readonly remedy: string;
}

function problem(path: JsonPath, value: unknown, words: Words): PlanProblem {
  const { entry, field } = entryOf(path);
  return { kind: 'form', entry, version: entry === null ? null : versionOf(value, entry), field, ...words };
}

function otherVersion(value: unknown): Words {
  const found = valueAt(value, ['schemaVersion']);
  if (found === undefined) {
    return {
      message: 'The file does not say that it is a plan.',
      remedy: `Add "schemaVersion": ${planSchemaVersion}.`,
    };
  }
  return {
    message: `The plan is of version ${shown(found)}; this app reads version ${planSchemaVersion}.`,
    remedy: 'Look for a newer version of the app, or export the plan again with this one.',
  };
}

function wordsFor(issue: Issue, found: unknown): Words {
  if (found === undefined) return { message: 'It is missing.', remedy: `Add it: ${wanted(issue)}.` };
  switch (issue.code) {
    case 'invalid_type':
      return { message: `It is ${kindOf(found)}.`, remedy: `Write ${wanted(issue)}.` };
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_format':
      return { message: `${shown(found)} is not possible here.`, remedy: `Write ${wanted(issue)}.` };
    case 'invalid_key':
      return { message: 'What is named here is not an id.', remedy: 'Write a UUID.' };
    case 'too_big':
      return {
        message: `It is too ${sizeWord(found, 'long', 'large')}.`,
        remedy: `At most ${issue.maximum}${unit(found)}.`,
      };
    case 'too_small':
      return {
        message: `It is too ${sizeWord(found, 'short', 'small')}.`,
        remedy: `At least ${issue.minimum}${unit(found)}.`,
      };
    default:
      return { message: `${shown(found)} is not possible here.`, remedy: 'See docs/plan-file.md.' };
  }
}

/** What would be right. */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kindNames[issue.expected] ?? 'what docs/plan-file.md says';
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'invalid_union':
      return issue.path.at(-1) === 'kind' ? '"keep", "remove" or "replace"' : 'what docs/plan-file.md says';
    case 'invalid_format':
      if (issue.format === 'datetime') return 'a time such as "2026-01-31T18:00:00Z"';
      return issue.message.startsWith('must be ')
        ? issue.message.slice('must be '.length)
        : 'what docs/plan-file.md says';
    default:
      return 'what docs/plan-file.md says';
  }
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return kindNames[typeof value] ?? 'something else';
}

function sizeWord(value: unknown, ofMany: string, ofNumbers: string): string {
  return typeof value === 'number' ? ofNumbers : ofMany;
}

function unit(value: unknown): string {
  if (typeof value === 'string') return ' characters';
  return Array.isArray(value) ? ' items' : '';
}

/** As JSON, so that nothing in it can pass for something else, and not much of it. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
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
