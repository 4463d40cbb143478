import { batchTexts } from './english-batches.ts';
import { bulkTexts } from './english-bulk.ts';
import { desktopTexts } from './english-desktop.ts';
import { failureTexts } from './english-failures.ts';
import { fieldTexts } from './english-fields.ts';
import { findingTexts } from './english-findings.ts';
import { matchingTexts } from './english-matching.ts';
import { noticeTexts } from './english-notices.ts';
import { planTexts } from './english-plans.ts';
import { refusalTexts } from './english-refusals.ts';
import { serverTexts } from './english-server.ts';

/** Every sentence of the main process that a person reads, in English, by what it speaks of. */
export const english = {
  /** How times and numbers are written (BCP 47). */
  locale: 'en-GB',
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
