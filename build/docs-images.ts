import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run docs-images`: takes the pictures that the README and the guide show from the last tour (`npm run tour`). */
const root = join(import.meta.dirname, '..');
const images = join(root, 'docs/images');

/** The image in the documents, by the name of the tour's step. */
const chosen = {
  editor: 'the-draft-from-its-beginning',
  'editor-dark': 'the-draft-in-the-dark',
  compare: 'the-draft-is-compared',
  matching: 'each-file-is-matched-to-its-release',
  bulk: 'one-change-for-all-of-them',
  batch: 'a-batch-played-before-it-is-sent',
  queue: 'killed-in-the-middle-and-started-again-it-goes-on',
  'lost-file': 'the-server-refuses-the-file-and-has-lost-the-old-one',
  conflict: 'the-same-field-was-changed-on-the-server',
  history: 'the-history-has-them',
  import: 'a-plan-says-what-it-would-do',
};

const taken = readdirSync(join(root, 'tour'));
mkdirSync(images, { recursive: true });
for (const [image, step] of Object.entries(chosen)) {
  const picture = taken.find((name) => name.replace(/^\d+-/, '') === `${step}.png`);
  if (picture === undefined)
    throw new Error(`The tour has no picture of ${step}: take it first, with npm run tour.`);
  copyFileSync(join(root, 'tour', picture), join(images, `${image}.png`));
}
