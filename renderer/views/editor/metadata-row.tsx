import { type KeyboardEvent, type PointerEvent, type ReactElement, useLayoutEffect, useRef } from 'react';
import { longestMetadataText } from '../../../electron/model/field-limits.ts';
import type { MetadataEntry } from '../../../electron/model/release.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { followPointer } from '../../ui/follow-pointer.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { shown } from '../../ui/visible-text.ts';
import metadata from './metadata.module.css';

type Props = {
  readonly entry: MetadataEntry;
  readonly place: number;
  readonly total: number;
  readonly isLocked: boolean;
  readonly isDragged: boolean;
  readonly onChange: (entry: MetadataEntry) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onDragged: (isDragged: boolean) => void;
};

/** One entry of the metadata, with the handle that moves it. */
export function MetadataRow(props: Props): ReactElement {
  const { entry, place, total, isLocked, isDragged, onChange, onMove, onRemove, onDragged } = props;
  const row = useRef<HTMLLIElement>(null);
  /** Of the entries as they are now: they change places while one is dragged. */
  const moveNow = useRef(onMove);
  useLayoutEffect(() => {
    moveNow.current = onMove;
  });
  const words = texts.metadata;
  const name = shown(entry.key) || words.entry(place + 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: total - 1 }[event.key];
    if (to === undefined) return;
    onMove(to);
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    onDragged(true);
    followPointer(event, {
      onMove: ({ clientY }) => {
        const to = placeUnder(row.current, clientY);
        if (to !== null) moveNow.current(to);
      },
      onEnd: () => onDragged(false),
    });
  };

  return (
    <li ref={row} className={cx(metadata.row, isDragged && metadata.dragged)}>
      <button
        type="button"
        className={metadata.grip}
        aria-label={words.move(name, place + 1, total)}
        disabled={isLocked || total < 2}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      >
        <Icon name="grip" size={14} />
      </button>
      <TextField
        label={words.key(place + 1)}
        labelHidden
        placeholder={words.keyHead}
        value={entry.key}
        onChange={(key) => onChange({ ...entry, key })}
        isDisabled={isLocked}
        maxLength={5000}
        takes={longestMetadataText}
      />
      <TextField
        label={words.value(place + 1)}
        labelHidden
        placeholder={words.valueHead}
        value={entry.value}
        onChange={(value) => onChange({ ...entry, value })}
        isDisabled={isLocked}
        maxLength={5000}
        takes={longestMetadataText}
      />
      <IconButton
        icon={entry.locked ? 'lock' : 'unlock'}
        label={entry.locked ? words.unlock(name) : words.lock(name)}
        isDisabled={isLocked}
        onPress={() => onChange({ ...entry, locked: !entry.locked })}
      />
      <IconButton icon="close" label={words.remove(name)} isDisabled={isLocked} onPress={onRemove} />
    </li>
  );
}

/** The place in the list at a height of the window; rows are all of one height. */
function placeUnder(row: HTMLElement | null, y: number): number | null {
  const rows = [...(row?.parentElement?.children ?? [])];
  const first = rows[0]?.getBoundingClientRect();
  const second = rows[1]?.getBoundingClientRect();
  if (first === undefined || second === undefined) return null;
  const step = second.top - first.top;
  return Math.min(rows.length - 1, Math.max(0, Math.floor((y - first.top) / step)));
}
