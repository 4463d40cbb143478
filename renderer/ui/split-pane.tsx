import {
  Activity,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { remember, useSession } from '../store/session.ts';
import { texts } from '../texts/texts.ts';
import { cx } from './class-names.ts';
import { followPointer } from './follow-pointer.ts';
import styles from './split-pane.module.css';

type Props = {
  /** Under which name the width is remembered. */
  readonly name: string;
  /** The one that has all the room; null where there is room for both. */
  readonly alone: 'list' | 'detail' | null;
  readonly list: ReactNode;
  readonly detail: ReactNode;
};

const least = 320;
const leastDetail = 360;
const usual = 0.57;

/**
 * List and detail side by side. The line between them is dragged, or moved with the arrow keys. One that has to make
 * room keeps its state, and does and offers nothing meanwhile.
 */
export function SplitPane({ name, alone, list, detail }: Props): ReactElement {
  const stored = useSession((state) => Number(state.settings[name]));
  const [dragged, setDragged] = useState<number | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const share = dragged ?? (stored > 0 && stored < 1 ? stored : usual);

  const at = (pixels: number) => {
    const width = pane.current?.clientWidth ?? 1;
    return Math.min(Math.max(pixels, least), Math.max(least, width - leastDetail)) / width;
  };
  const settle = (next: number) => {
    setDragged(next);
    remember(name, next.toFixed(4));
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    // Also when it is let go of before that was drawn.
    let last: number | null = null;
    followPointer(event, {
      onMove: ({ clientX }) => {
        const left = pane.current?.getBoundingClientRect().left ?? 0;
        last = at(clientX - left);
        setDragged(last);
      },
      onEnd: () => {
        if (last !== null) settle(last);
      },
    });
  };
  const key = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    const width = pane.current?.clientWidth ?? 0;
    if (step !== undefined) settle(at(share * width + step));
    else if (event.key === 'Home') settle(at(0));
    else if (event.key === 'End') settle(at(width));
    else return;
    event.preventDefault();
  };

  return (
    <div ref={pane} className={cx(styles.split, alone !== null && styles.alone)}>
      <div
        className={styles.list}
        hidden={alone === 'detail'}
        style={alone === null ? { flexBasis: `${share * 100}%` } : undefined}
      >
        <Activity mode={alone === 'detail' ? 'hidden' : 'visible'}>{list}</Activity>
      </div>
      {alone === null && (
        // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the pattern for a splitter
        <div
          role="separator"
          aria-orientation="vertical"
          aria-label={texts.split}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          tabIndex={0}
          className={styles.line}
          onKeyDown={key}
          onPointerDown={down}
          onDoubleClick={() => settle(usual)}
        />
      )}
      <div className={styles.detail} hidden={alone === 'list'}>
        <Activity mode={alone === 'list' ? 'hidden' : 'visible'}>{detail}</Activity>
      </div>
    </div>
  );
}
