import { useRef } from 'react';
import { moved } from './moved.ts';

type RowIds = {
  readonly of: (index: number) => string;
  readonly add: () => void;
  readonly remove: (index: number) => void;
  readonly move: (from: number, to: number) => void;
};

/**
 * Ids for rows that have none of their own, so that a row keeps its input and its focus while it is moved. When
 * the number of rows changes by other ways than these, rows are told apart by their place again.
 */
export function useRowIds(length: number): RowIds {
  const ids = useRef<string[]>([]);
  const last = useRef(0);
  const fresh = () => {
    last.current += 1;
    return `row ${last.current}`;
  };
  while (ids.current.length < length) ids.current.push(fresh());
  ids.current.length = length;

  return {
    of: (index) => ids.current[index] ?? `row at ${index}`,
    add: () => {
      ids.current = [...ids.current, fresh()];
    },
    remove: (index) => {
      ids.current = ids.current.toSpliced(index, 1);
    },
    move: (from, to) => {
      ids.current = moved(ids.current, from, to);
    },
  };
}
