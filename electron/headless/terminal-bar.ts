import type { TextSink } from './text-output.ts';

/** The last line of a terminal, which moves while something is under way. In a log there is none. */
export interface TerminalBar {
  set(state: { readonly share: number; readonly text: string }): void;
  draw(): void;
  clear(): void;
  /** It is drawn no more. */
  end(): void;
}

const barWidth = 24;
/** A terminal with fewer characters in a line has no room for it; some say they have none. */
const narrowest = 40;

export function createTerminalBar(sink: TextSink): TerminalBar {
  let state: { readonly share: number; readonly text: string } | null = null;
  let drawn = false;
  const clear = (): void => {
    if (drawn) sink.write('\r\u001b[K');
    drawn = false;
  };
  return {
    set: (next) => {
      state = next;
    },
    clear,
    draw: () => {
      const { columns } = sink;
      if (columns === null || columns < narrowest || state === null) return;
      const full = Math.round(Math.min(1, Math.max(0, state.share)) * barWidth);
      const text = `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${state.text}`;
      sink.write(`\r\u001b[K${text.slice(0, Math.max(1, columns - 1))}`);
      drawn = true;
    },
    end: () => {
      clear();
      state = null;
    },
  };
}
