import type { ReactElement } from 'react';
import { addProduct } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { AddByIdDialog } from '../../ui/add-by-id-dialog.tsx';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Adds a product the server did not tell of. */
export function AddProductDialog({ isOpen, onClose }: Props): ReactElement {
  return <AddByIdDialog words={texts.addProduct} isOpen={isOpen} onClose={onClose} onAdd={addProduct} />;
}
