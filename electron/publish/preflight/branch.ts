import type { Finding } from '../../model/draft.ts';
import { words } from '../../texts/words.ts';
import { branchInWords } from '../words.ts';
import { blocks, type Checked, warns } from './rule.ts';

/** The branch must be one of the product (step 11). */
export function branchOfProduct({ draft, known, server }: Checked): Finding[] {
  const { branchId } = draft.fields;
  if (branchId === null || known.branches === null) return [];
  const said = words().findings.branch;
  const branch = known.branches.find(({ id }) => id === branchId);
  const back = server?.branchId ?? null;
  const fix =
    branchId === back
      ? null
      : {
          label: back === null ? said.none : said.backTo(branchInWords(back, known.branches)),
          change: { fields: { branchId: back } },
        };
  if (branch && branch.productId !== draft.productId) {
    return [blocks('branch-of-other-product', 'branch', said.ofOther(branch.name), fix)];
  }
  if (branch || server?.branchId === branchId) return [];
  return [warns('branch-unknown', 'branch', said.unknown, fix)];
}
