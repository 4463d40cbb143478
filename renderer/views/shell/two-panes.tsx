import { type FocusEvent, type KeyboardEvent, type ReactElement, type ReactNode, useEffect } from 'react';
import { showDetail, useNavigation } from '../../store/navigation.ts';
import { keepFocus } from '../../ui/keep-focus.ts';
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
  /** There is nothing to choose from, which is known: while nothing is open, the list has all the room. */
  readonly isEmpty?: boolean;
  /** What stands in the detail pane while nothing is open. */
  readonly nothing: ReactNode;
};

/**
 * A list and what is chosen in it: side by side, or one at a time where the window is narrow. Both stay what they are
 * while the window is made narrow or wide, with what is typed, ticked and asked in them.
 */
export function TwoPanes({
  listName,
  list,
  detailName,
  detail,
  isEmpty = false,
  nothing,
}: Props): ReactElement {
  const isNarrow = useNarrow();
  const inFront = useNavigation((state) => isNarrow && state.detailInFront) && detail !== undefined;
  const isAlone = isEmpty && detail === undefined;

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    backToList();
    event.preventDefault();
  };
  // Should the window become narrow, the pane one is in stays, or whose dialog one is in. A window that is come back to
  // focuses the list again from nowhere, which says nothing of what is looked at.
  const onFocusDetail = () => {
    if (!isNarrow) showDetail(true);
  };
  const onFocusList = ({ relatedTarget }: FocusEvent) => {
    if (!isNarrow && relatedTarget !== null) showDetail(false);
  };
  useEffect(() => {
    if (isNarrow) keepFocus(() => focusPaneNamed('detail') || focusPaneNamed('list'));
  }, [isNarrow]);

  return (
    <SplitPane
      name="split"
      alone={inFront ? 'detail' : isNarrow || isAlone ? 'list' : null}
      list={
        <section aria-label={listName} data-pane="list" className={styles.pane} onFocus={onFocusList}>
          {list}
        </section>
      }
      detail={
        <section
          aria-label={detailName}
          data-pane="detail"
          className={styles.pane}
          onFocus={onFocusDetail}
          onKeyDown={onEscape}
        >
          {detail === undefined ? nothing : detail(isNarrow ? backToList : null)}
        </section>
      }
    />
  );
}

/** Shows the list where the detail had its place, and focuses it. */
function backToList(): void {
  showDetail(false);
  requestAnimationFrame(() => focusPaneNamed('list'));
}
