import { batchTexts } from './finnish-batches.ts';
import { bulkTexts } from './finnish-bulk.ts';
import { desktopTexts } from './finnish-desktop.ts';
import { failureTexts } from './finnish-failures.ts';
import { fieldTexts } from './finnish-fields.ts';
import { findingTexts } from './finnish-findings.ts';
import { matchingTexts } from './finnish-matching.ts';
import { noticeTexts } from './finnish-notices.ts';
import { planTexts } from './finnish-plans.ts';
import { refusalTexts } from './finnish-refusals.ts';
import { serverTexts } from './finnish-server.ts';
import type { Words } from './words.ts';

/** Every sentence of the main process that a person reads, in Finnish, by what it speaks of. */
export const finnish: Words = {
  locale: 'fi-FI',
  batches: batchTexts,
  bulk: bulkTexts,
  desktop: desktopTexts,
  failures: failureTexts,
  fields: fieldTexts,
  findings: findingTexts,
  matching: matchingTexts,
  notices: noticeTexts,
  plans: planTexts,
  refusals: refusalTexts,
  server: serverTexts,
};
