import type { ReactElement } from 'react';
import { absolute, agoAndClock, agoShort } from '../format.ts';
import { useNow } from './use-now.ts';

type Props = {
  readonly iso: string;
  /** In a list, where what is opened says it in full; else with the date or the clock, for everybody to read. */
  readonly short?: boolean;
};

/** A time as a person says it; to the second when it is pointed at. */
export function Time({ iso, short = false }: Props): ReactElement {
  const words = useNow((now) => (short ? agoShort(iso, now) : agoAndClock(iso, now)));
  return (
    // The exact time is worded when it is asked for: doing so for every row of a list is what scrolling would wait for.
    <time
      dateTime={iso}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = absolute(iso);
      }}
    >
      {words}
    </time>
  );
}
