import type { Clock } from '../clock.ts';
import type { TextSink } from './text-output.ts';

/** The last line of a terminal, which moves while something is under way. In a log there is none. */
export interface TerminalBar {
  /** Draws it as things stand now, and whenever they move from here on. */
  draw(): void;
  /** Something has moved: it is drawn anew, soon. */
  move(): void;
  /** Writes what stays, above it. */
  above(text: string): void;
  /** It is drawn no more. */
  end(): void;
}

export interface BarState {
  /** How far it is, from 0 to 1. */
  readonly share: number;
  readonly text: string;
}

const barWidth = 24;
/** A terminal with fewer characters in a line has no room for it; some say they have none. */
const narrowest = 40;
/** No eye sees more, and bytes move a thousand times as often; in ms. */
const pauseMs = 50;

export function createTerminalBar(sink: TextSink, clock: Clock, now: () => BarState): TerminalBar {
  let begun = false;
  let shown = '';
  let cancelNext: (() => void) | null = null;
  const clear = (): string => (shown === '' ? '' : '\r\u001b[K');
  const draw = (): void => {
    cancelNext?.();
    cancelNext = null;
    begun = true;
    const { columns } = sink;
    if (columns === null || columns < narrowest) return;
    const next = lineOf(now(), columns);
    if (next === shown) return;
    sink.write(`${clear()}${next}`);
    shown = next;
  };
  return {
    draw,
    move: () => {
      if (begun && sink.columns !== null) cancelNext ??= clock.after(pauseMs, draw);
    },
    above: (text) => sink.write(`${clear()}${text}${shown}`),
    end: () => {
      cancelNext?.();
      cancelNext = null;
      begun = false;
      if (shown !== '') sink.write(clear());
      shown = '';
    },
  };
}

function lineOf({ share, text }: BarState, columns: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${text}`.slice(0, columns - 1);
}
