import type { ReactElement } from 'react';
import { setFilter, useListView } from '../../store/list-view.ts';
import { texts } from '../../texts/texts.ts';
import { ListSearch } from '../../ui/list-search.tsx';
import styles from './releases.module.css';

/** The search: by itself, so that what is typed draws nothing else of the toolbar. */
export function ReleaseSearch(): ReactElement {
  const text = useListView((state) => state.filter.text);
  return (
    <ListSearch
      className={styles.search}
      label={texts.releases.search}
      value={text}
      onChange={(next) => setFilter({ text: next })}
    />
  );
}
