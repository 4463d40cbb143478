import { type ReactElement, useRef } from 'react';
import { SearchField } from './search-field.tsx';
import { leadToResults } from './search-results.ts';
import { useOffer } from './use-offer.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className: string | undefined;
};

/** The search above a list. Arrow down and Enter lead to what it found: to the current row, else to the first. */
export function ListSearch({ className, ...field }: Props): ReactElement {
  const search = useRef<HTMLInputElement>(null);

  useOffer('find', () => {
    search.current?.focus();
    search.current?.select();
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow leads from the search to its results
    <div
      className={className}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        leadToResults();
        event.preventDefault();
      }}
    >
      <SearchField {...field} inputRef={search} />
    </div>
  );
}
