import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';

type Props = { readonly children: string; readonly isLocked: boolean; readonly onChoose: () => void };

/** Opens the system's dialog; also where the focus goes when a menu asks for that dialog. */
export function ChooseFileButton({ children, isLocked, onChoose }: Props): ReactElement {
  return (
    <Button isDisabled={isLocked} onPress={onChoose} data-choose-file="">
      {children}
    </Button>
  );
}
