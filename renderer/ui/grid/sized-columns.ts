/** The columns of a list that can be made wider and narrower, and are so again at the next start. */
export type SizedList<C extends string> = {
  /** Under which name the widths are remembered. */
  readonly setting: string;
  /** In their order, each with the pixels it has at least. */
  readonly columns: readonly SizedColumn<C>[];
  /** Takes what is left, until it is given a width itself: from then on the last one does. */
  readonly growing: C;
};

export type SizedColumn<C extends string> = {
  readonly id: C;
  readonly title: string;
  readonly className?: string | undefined;
  readonly least: number;
  /** It is as wide as it is. */
  readonly isFixed?: boolean;
};

/** Pixels, of the columns that were given a width. */
export type Widths<C extends string> = ReadonlyMap<C, number>;

const mostWidth = 2000;

/**
 * The tracks of the columns that were given a width, as custom properties (`--width-version`) that the list's CSS grid
 * takes in the place of its own. Where there is too little room they become narrower, down to their least.
 */
export function tracksOf<C extends string>(
  { columns, growing }: SizedList<C>,
  widths: Widths<C>,
): Readonly<Record<`--width-${string}`, string>> {
  const last = columns.at(-1);
  const given = columns.flatMap(({ id, least }) => {
    const width = widths.get(id);
    return width === undefined ? [] : [[`--width-${id}`, `minmax(${least}px, ${width}px)`] as const];
  });
  const rest =
    last !== undefined && widths.has(growing)
      ? [[`--width-${last.id}`, `minmax(${last.least}px, 1fr)`] as const]
      : [];
  return Object.fromEntries([...given, ...rest]);
}

/** Null gives it back the width it has by itself. */
export function withWidth<C extends string>(widths: Widths<C>, id: C, width: number | null): Widths<C> {
  const others = [...widths].filter(([other]) => other !== id);
  return new Map(width === null ? others : [...others, [id, Math.round(width)]]);
}

/** As they are remembered: `version:120 sent:90`. */
export function textOfWidths<C extends string>(widths: Widths<C>): string {
  return [...widths].map(([id, width]) => `${id}:${width}`).join(' ');
}

/** What was remembered. Whatever makes no sense counts for nothing. */
export function widthsIn<C extends string>({ columns }: SizedList<C>, text: string | undefined): Widths<C> {
  const words = new Map(
    (text?.split(' ') ?? []).map((word) => {
      const [, name, digits] = /^([a-z]+):(\d{1,4})$/.exec(word) ?? [];
      return [name, Number(digits)];
    }),
  );
  return new Map(
    columns.flatMap(({ id, least, isFixed = false }) => {
      const width = words.get(id);
      return width === undefined || isFixed
        ? []
        : [[id, Math.min(Math.max(width, least), mostWidth)] as const];
    }),
  );
}
