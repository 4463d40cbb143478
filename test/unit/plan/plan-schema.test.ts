import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planSchemaFile, planSchemaText } from '../../../build/plan-schema.ts';
import { readPlan } from '../../../electron/plan/read-plan.ts';

test('the published schema of plan files is the one the app reads them with', () => {
  // To make it anew: node build/run.mjs build/plan-schema.ts, then the formatter.
  expect(JSON.parse(readFileSync(planSchemaFile, 'utf8'))).toEqual(JSON.parse(planSchemaText()));
});

test('the example is a plan the app reads', () => {
  const example = new URL('../../../examples/plan.json', import.meta.url);
  expect(readPlan(readFileSync(example)).problems).toEqual([]);
});
