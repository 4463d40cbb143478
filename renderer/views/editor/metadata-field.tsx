import { type ReactElement, useRef, useState } from 'react';
import { mostMetadataEntries } from '../../../electron/model/field-limits.ts';
import type { MetadataEntry } from '../../../electron/model/release.ts';
import { announce } from '../../store/announcements.ts';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './editor.module.css';
import { FieldRow } from './field-row.tsx';
import metadata from './metadata.module.css';
import { MetadataRow } from './metadata-row.tsx';
import { moved } from './moved.ts';
import { useRowIds } from './use-row-ids.ts';

/** The metadata: added, removed, locked, and put in order by dragging or with the arrow keys. */
export function MetadataField({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const entries = useEditor((state) => state.fields.metadata);
  const ids = useRowIds(entries.length);
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const words = texts.metadata;

  const change = (next: readonly MetadataEntry[]) => changeFields({ metadata: [...next] });
  const nameOf = (index: number) => shown(entries[index]?.key ?? '') || words.entry(index + 1);

  const move = (from: number, to: number) => {
    if (to < 0 || to >= entries.length || to === from) return;
    ids.move(from, to);
    change(moved(entries, from, to));
    announce(words.moved(nameOf(from), to + 1, entries.length));
  };
  const remove = (index: number) => {
    announce(words.removed(nameOf(index)));
    ids.remove(index);
    change(entries.toSpliced(index, 1));
    // The focus goes to the row that took its place, or to what adds one.
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('li');
      const next = rows?.[Math.min(index, rows.length - 1)];
      (next ?? list.current?.parentElement)?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    });
  };
  const add = () => {
    ids.add();
    change([...entries, { key: '', value: '', locked: false }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };

  return (
    <FieldRow part="metadata" label={words.title}>
      {entries.length === 0 ? (
        <p className={metadata.none}>{words.none}</p>
      ) : (
        <ol ref={list} className={metadata.list} aria-label={words.title}>
          {entries.map((entry, index) => {
            const id = ids.of(index);
            return (
              <MetadataRow
                key={id}
                entry={entry}
                place={index}
                total={entries.length}
                isLocked={isLocked}
                isDragged={dragged === id}
                onChange={(next) => change(entries.with(index, next))}
                onMove={(to) => move(index, to)}
                onRemove={() => remove(index)}
                onDragged={(isDragged) => setDragged(isDragged ? id : null)}
              />
            );
          })}
        </ol>
      )}
      <div className={styles.inline}>
        <Button
          kind="quiet"
          icon="plus"
          isDisabled={isLocked || entries.length >= mostMetadataEntries}
          onPress={add}
        >
          {words.add}
        </Button>
        {entries.length > mostMetadataEntries - 5 && (
          <span className={styles.hint}>{words.count(entries.length, mostMetadataEntries)}</span>
        )}
      </div>
    </FieldRow>
  );
}
