import type { Draft } from '../../../electron/model/draft.ts';
import { draftWords } from './draft-words.ts';

/** What stands beside a draft in its row. */
export type DraftNames = {
  readonly product: (productId: string) => string;
  /** Empty for a draft that is in no batch. */
  readonly batch: (draftId: string) => string;
};

/** The drafts in which every word is found: in their versions, product, batch, or what they change. */
export function matchingDrafts(drafts: readonly Draft[], text: string, names: DraftNames): readonly Draft[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return drafts;
  return drafts.filter((draft) => {
    const around = `${names.product(draft.productId)}\n${names.batch(draft.id)}`.toLowerCase();
    const own = ownText(draft);
    return words.every((word) => own.includes(word) || around.includes(word));
  });
}

/** Of 10,000 drafts, these are what a keystroke would wait for. */
const ownTexts = new WeakMap<Draft, string>();

function ownText(draft: Draft): string {
  const known = ownTexts.get(draft);
  if (known !== undefined) return known;
  const { base, fields } = draft;
  const text = [base?.version, fields.version, draftWords(draft)].join('\n').toLowerCase();
  ownTexts.set(draft, text);
  return text;
}
