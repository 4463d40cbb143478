import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { type ListPlace, showDetail, useNavigation } from '../../store/navigation.ts';
import { texts } from '../../texts/texts.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { Editor } from '../editor/editor.tsx';
import styles from './shell.module.css';

type Props = {
  readonly place: ListPlace;
  readonly list: ReactNode;
  /** What stands in the detail pane while nothing is open. */
  readonly nothing: ReactNode;
};

/** A list and the editor of what is chosen in it: side by side, or one at a time where the window is narrow. */
export function Workbench({ place, list, nothing }: Props): ReactElement {
  const isNarrow = useNarrow();
  const isOpen = useNavigation((state) => state.subjects[place] !== null);
  const inFront = useNavigation((state) => state.detailInFront) && isOpen;

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    backToList();
    event.preventDefault();
  };

  const listPane = (
    <section aria-label={texts.places[place]} data-pane="list" className={styles.pane}>
      {list}
    </section>
  );
  const detailPane = (
    <section
      aria-label={texts.releases.detail}
      data-pane="detail"
      className={styles.pane}
      onKeyDown={onEscape}
    >
      {isOpen ? <Editor onBack={isNarrow ? backToList : null} /> : nothing}
    </section>
  );

  if (isNarrow) return inFront ? detailPane : listPane;
  return <SplitPane name="split" list={listPane} detail={detailPane} />;
}

/** Shows the list where the detail had its place, and focuses it. */
function backToList(): void {
  showDetail(false);
  requestAnimationFrame(() => focusPaneNamed('list'));
}
