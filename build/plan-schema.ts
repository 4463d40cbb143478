import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { planSchema } from '../electron/model/plan.ts';

/** Where the published JSON Schema of plan files is. */
export const planSchemaFile = join(import.meta.dirname, '../docs/plan-file.schema.json');

/** The JSON Schema of plan files as text, made from the schema the app itself reads them with. */
export function planSchemaText(): string {
  const schema = z.toJSONSchema(planSchema, { io: 'input', target: 'draft-2020-12' });
  const title = 'Plan file of the Lukittu release manager';
  return `${JSON.stringify({ $schema: schema.$schema, title, ...schema }, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(planSchemaFile, planSchemaText());
