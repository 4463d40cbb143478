import { type ReactElement, useState } from 'react';
import type { Branch } from '../../../electron/model/release.ts';
import { addBranch } from '../../store/catalogue.ts';
import { texts } from '../../texts/texts.ts';
import { AddByIdDialog } from '../../ui/add-by-id-dialog.tsx';
import { type Choice, Select } from '../../ui/select.tsx';
import { shown } from '../../ui/visible-text.ts';

const noBranch = 'no branch';
const otherBranch = 'other branch';

type Props = {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly product: { readonly connectionId: string; readonly productId: string };
  readonly branches: readonly Branch[];
  /** The branch chosen; `id` null for none. Null until something is chosen. */
  readonly selected: { readonly id: string | null } | null;
  /** What a chosen branch that is not among `branches` is called. */
  readonly nameOf?: (branchId: string) => string;
  readonly onSelect: (branchId: string | null) => void;
  /** A branch was made known by its id. */
  readonly onAdded?: (branch: Branch) => void;
  readonly isDisabled?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
};

/** No branch, one that is known, or one typed in by its id. */
export function BranchSelect(props: Props): ReactElement {
  const { label, product, branches, selected, nameOf, onSelect, onAdded } = props;
  const [isAdding, setAdding] = useState(false);
  const id = selected?.id ?? null;
  const known = branches.map((branch): Choice<string> => ({ key: branch.id, text: shown(branch.name) }));
  const present: readonly Choice<string>[] =
    id === null || branches.some((branch) => branch.id === id)
      ? []
      : [{ key: id, text: shown(nameOf?.(id) ?? id) }];

  return (
    <>
      <Select
        label={label}
        labelHidden={props.labelHidden ?? false}
        placeholder={texts.bulk.choose}
        selected={selected === null ? null : (id ?? noBranch)}
        onSelect={(key) => {
          if (key === otherBranch) setAdding(true);
          else onSelect(key === noBranch ? null : key);
        }}
        isDisabled={props.isDisabled ?? false}
        isInvalid={props.isInvalid ?? false}
        describedBy={props.describedBy}
        choices={[
          { key: noBranch, text: texts.editor.noBranch },
          ...known,
          ...present,
          { key: otherBranch, text: texts.editor.otherBranch },
        ]}
      />
      <AddByIdDialog
        words={texts.addBranch}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdd={async (branchId, name) => {
          const answer = await addBranch(product.connectionId, product.productId, branchId, name);
          if (answer.ok) {
            onAdded?.(answer.value);
            onSelect(answer.value.id);
          }
          return answer;
        }}
      />
    </>
  );
}
