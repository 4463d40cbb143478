import { type ReactElement, useRef } from 'react';
import { searchDrafts, useDraftView } from '../../store/draft-view.ts';
import { texts } from '../../texts/texts.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import styles from './drafts.module.css';

/** The search in the drafts. Arrow down and Enter lead to what it found. */
export function DraftSearch(): ReactElement {
  const text = useDraftView((state) => state.text);
  const search = useRef<HTMLInputElement>(null);

  useOffer('find', () => {
    search.current?.focus();
    search.current?.select();
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow leads from the search to its results
    <div
      className={styles.search}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        focusPaneNamed('list');
        event.preventDefault();
      }}
    >
      <SearchField label={texts.drafts.search} value={text} onChange={searchDrafts} inputRef={search} />
    </div>
  );
}
