import type { ReactElement, ReactNode } from 'react';
import { type ListPlace, useNavigation } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { Editor } from '../editor/editor.tsx';
import { TwoPanes } from './two-panes.tsx';

type Props = {
  readonly place: ListPlace;
  readonly list: ReactNode;
  /** What stands in the detail pane while nothing is open. */
  readonly nothing: ReactNode;
};

/** A list and the editor of what is chosen in it. */
export function Workbench({ place, list, nothing }: Props): ReactElement {
  const isOpen = useNavigation((state) => state.subjects[place] !== null);
  return (
    <TwoPanes
      listName={texts.places[place]}
      list={list}
      detailName={texts.releases.detail}
      detail={isOpen ? (onBack) => <Editor onBack={onBack} /> : undefined}
      nothing={nothing}
    />
  );
}
