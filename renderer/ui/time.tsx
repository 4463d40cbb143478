import type { ReactElement } from 'react';
import { absolute, ago, agoShort } from '../format.ts';
import { useNow } from './use-now.ts';

/** A time as a person says it; the exact one when it is pointed at. */
export function Time({
  iso,
  short = false,
}: {
  readonly iso: string;
  readonly short?: boolean;
}): ReactElement {
  const now = useNow();
  return (
    // The exact time is worded when it is asked for: doing so for every row of a list is what scrolling would wait for.
    <time
      dateTime={iso}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = absolute(iso);
      }}
    >
      {short ? agoShort(iso, now) : ago(iso, now)}
    </time>
  );
}
