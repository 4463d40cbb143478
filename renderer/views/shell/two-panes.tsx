import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { showDetail, useNavigation } from '../../store/navigation.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import styles from './shell.module.css';

type Props = {
  readonly listName: string;
  readonly list: ReactNode;
  readonly detailName: string;
  /** What is open, with the way back to the list where it has taken its place; undefined while nothing is. */
  readonly detail: ((onBack: (() => void) | null) => ReactNode) | undefined;
  /** What stands in the detail pane while nothing is open. */
  readonly nothing: ReactNode;
};

/** A list and what is chosen in it: side by side, or one at a time where the window is narrow. */
export function TwoPanes({ listName, list, detailName, detail, nothing }: Props): ReactElement {
  const isNarrow = useNarrow();
  const inFront = useNavigation((state) => state.detailInFront) && detail !== undefined;

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    backToList();
    event.preventDefault();
  };

  const listPane = (
    <section aria-label={listName} data-pane="list" className={styles.pane}>
      {list}
    </section>
  );
  const detailPane = (
    <section aria-label={detailName} data-pane="detail" className={styles.pane} onKeyDown={onEscape}>
      {detail === undefined ? nothing : detail(isNarrow ? backToList : null)}
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
