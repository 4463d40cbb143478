import type { Finding } from '../../model/draft.ts';
import { branchInWords } from '../words.ts';
import { blocks, type Checked, warns } from './rule.ts';

/** The branch must be one of the product (step 11). */
export function branchOfProduct({ draft, known, server }: Checked): Finding[] {
  const { branchId } = draft.fields;
  if (branchId === null || known.branches === null) return [];
  const branch = known.branches.find(({ id }) => id === branchId);
  const back = server?.branchId ?? null;
  const fix =
    branchId === back
      ? null
      : {
          label: back === null ? 'No branch' : `Back to ${branchInWords(back, known.branches)}`,
          change: { fields: { branchId: back } },
        };
  if (branch && branch.productId !== draft.productId) {
    return [
      blocks(
        'branch-of-other-product',
        'branch',
        `The branch ${branch.name} belongs to another product, and the server would not find it.`,
        fix,
      ),
    ];
  }
  if (branch || server?.branchId === branchId) return [];
  return [
    warns(
      'branch-unknown',
      'branch',
      'No release of this product was seen in this branch: if it does not exist, the server refuses the update.',
      fix,
    ),
  ];
}
