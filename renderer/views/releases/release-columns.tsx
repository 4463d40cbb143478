import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { keepSortWithin } from '../../store/list-view.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { useReleases } from '../../store/releases.ts';
import { remember, useSession } from '../../store/session.ts';
import {
  type ColumnChoice,
  choiceIn,
  columnsWithin,
  mostFor,
  type ReleaseColumn,
  releaseColumns,
  textOfChoice,
  tracksOf,
  widthOf,
  withoutBranches,
  withWidth,
} from './column-layout.ts';
import { fittingWidth, ownWidths } from './column-widths.ts';
import styles from './releases.module.css';

/** Under which name the choice of columns is remembered. */
const setting = 'release-columns';

/** The columns that are there now: those that are wanted and that there is room for. */
const Visible = createContext<readonly ReleaseColumn[]>(releaseColumns);

/** How wide columns are, and what makes them wider. Widths are pixels. */
export type Sizing = {
  readonly widthOf: (column: ReleaseColumn) => number;
  readonly mostOf: (column: ReleaseColumn) => number;
  /** While it is dragged: shown, and not yet remembered. */
  readonly drag: (column: ReleaseColumn, width: number) => void;
  /** Null gives it the width it has by itself. */
  readonly settle: (column: ReleaseColumn, width: number | null) => void;
  /** As wide as what stands in it. */
  readonly fit: (column: ReleaseColumn) => void;
};
const Sizes = createContext<Sizing | null>(null);

type Props = {
  /** What stands in the columns, where that is known. */
  readonly entries: readonly ReleaseEntry[];
  readonly children: ReactNode;
};

/** Gives the list in it the columns a person has chosen, as wide as they were made, as far as there is room. */
export function ReleaseColumns({ entries, children }: Props): ReactElement {
  const choice = useColumnChoice();
  const [dragged, setDragged] = useState<ColumnChoice | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const own = useMemo(() => ownWidths(entries), [entries]);
  const wanted = dragged ?? choice;
  const hasBranches = useHasBranches();
  const now = useMemo(() => (hasBranches ? wanted : withoutBranches(wanted)), [wanted, hasBranches]);

  // Names in a text, so that the rows only hear of it when others are there.
  const names = columnsWithin(now, own, room).join(' ');
  const visible = useMemo(
    () => releaseColumns.filter((column) => names.split(' ').includes(column)),
    [names],
  );

  const sizing: Sizing = {
    widthOf: (column) => widthOf(column, visible, now, own, room ?? 0),
    mostOf: (column) => mostFor(column, visible, now, own, room ?? 0),
    drag: (column, width) => setDragged(withWidth(wanted, column, width)),
    settle: (column, width) => {
      setDragged(null);
      rememberColumns(withWidth(choice, column, width));
    },
    fit: (column) => {
      // All of `font` is an empty text where figures are as wide as one another. The versions' weight is the widest.
      const { fontSize, fontFamily } = getComputedStyle(frame.current ?? document.body);
      const width = fittingWidth(column, entries, `500 ${fontSize} ${fontFamily}`);
      const most = mostFor(column, visible, now, own, room ?? 0);
      sizing.settle(column, width === null ? null : Math.min(width, most));
    },
  };

  return (
    <div ref={frame} className={styles.gridFrame} style={{ '--columns': tracksOf(visible, now, own) }}>
      <Visible value={visible}>
        <Sizes value={sizing}>{children}</Sizes>
      </Visible>
    </div>
  );
}

/** False where a column of branches would hold nothing but dashes; unknown until the product was read. */
export function useHasBranches(): boolean {
  return useReleases(({ entries, branches }) => entries.length === 0 || branches.length > 0);
}

export function useVisibleColumns(): readonly ReleaseColumn[] {
  return useContext(Visible);
}

export function useSizing(): Sizing {
  const sizing = useContext(Sizes);
  if (sizing === null) throw new Error('A column has its size within ReleaseColumns only.');
  return sizing;
}

export function useColumnChoice(): ColumnChoice {
  const text = useSession(({ settings }) => settings[setting]);
  return useMemo(() => choiceIn(text), [text]);
}

export function rememberColumns(choice: ColumnChoice): void {
  remember(setting, textOfChoice(choice));
  keepSortWithin(choice.shown);
}

/** Pixels the list in an element has for its columns: without its scrollbar. Null until it was measured. */
function useRoom(frame: RefObject<HTMLDivElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = (): void => setRoom(element.firstElementChild?.clientWidth ?? element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frame]);
  return room;
}

declare module 'react' {
  interface CSSProperties {
    readonly '--columns'?: string;
  }
}
