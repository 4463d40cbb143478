import { type KeyboardEvent, useRef } from 'react';
import { between, howMany, toggled, toggledAll } from './marks.ts';

/** Where several rows can be chosen at once: each has a box; Space, Shift, Ctrl or Cmd and Ctrl+A choose as well. */
export type Marks = {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  /** What the box in the head says it does. */
  readonly allLabel: string;
};

type Given<T> = {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly current: T | undefined;
  readonly marks: Marks | undefined;
};

export type Marking<T> = {
  readonly howMany: 'none' | 'some' | 'all';
  readonly toggle: (item: T) => void;
  readonly toggleAll: () => void;
  /** Marks everything from where the range begins to here; what the range reached before and no longer does is let go. */
  readonly extendTo: (item: T) => void;
  /** The current row is another one: a range begins there. */
  readonly begin: (item: T) => void;
  /** Answers whether the key was one of those that choose. */
  readonly byKey: (event: KeyboardEvent) => boolean;
};

/** What clicks and keys do to the marks of a grid. */
export function useMarks<T>({ items, keyOf, current, marks }: Given<T>): Marking<T> {
  /** Where a range begins, and what was marked before it was drawn. */
  const anchor = useRef<{ readonly key: string; readonly marked: ReadonlySet<string> } | null>(null);
  const keys = () => items.map(keyOf);
  const begin = (item: T, marked = marks?.keys) => {
    if (marked !== undefined) anchor.current = { key: keyOf(item), marked };
  };
  const toggle = (item: T) => {
    if (marks === undefined) return;
    const next = toggled(marks.keys, keyOf(item));
    begin(item, next);
    marks.onChange(next);
  };
  const toggleAll = () => marks?.onChange(toggledAll(marks.keys, keys()));

  return {
    howMany: marks === undefined || marks.keys.size === 0 ? 'none' : howMany(marks.keys, keys()),
    toggle,
    toggleAll,
    extendTo: (item) => {
      if (marks === undefined) return;
      if (anchor.current === null) begin(current ?? item);
      const { key, marked } = anchor.current ?? { key: keyOf(item), marked: marks.keys };
      marks.onChange(marked.union(between(keys(), key, keyOf(item))));
    },
    begin,
    byKey: ({ key, ctrlKey, metaKey, altKey }) => {
      if (marks === undefined || altKey) return false;
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') toggleAll();
      else if (key === ' ' && current !== undefined) toggle(current);
      else if (key === 'Escape' && marks.keys.size > 0) marks.onChange(new Set());
      else return false;
      return true;
    },
  };
}
