import type { Target } from '../target.ts';
import { answer } from './answer.ts';
import { csv } from './csv.ts';
import { fileNames } from './file-names.ts';
import { form } from './form.ts';
import { jar } from './jar.ts';
import { link } from './link.ts';
import { planJson } from './plan-json.ts';
import { planZip } from './plan-zip.ts';

/** Everything of the app that reads what others wrote. */
export const targets: readonly Target[] = [jar, planJson, planZip, csv, answer, form, fileNames, link];
