import type { ReactElement, ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components';
import { SearchField } from './search-field.tsx';
import styles from './searched-menu.module.css';

type Props = {
  /** Of the search. */
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The menu that is searched. */
  readonly children: ReactNode;
};

/** A search with a menu of what it finds below: the arrow keys go through the menu while one types. Fills a column. */
export function SearchedMenu({ label, text, onText, children }: Props): ReactElement {
  return (
    <Autocomplete inputValue={text} onInputChange={onText}>
      <div className={styles.search}>
        <SearchField label={label} autoFocus />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard */}
      <div className={styles.found} tabIndex={0}>
        {children}
      </div>
    </Autocomplete>
  );
}
