/** What `npm run bench` measures. `docs/performance.md` says what each means and what bounds it. */

export interface Figure {
  /** In words, for the table. */
  readonly name: string;
  /** Of the value and the goal; empty for a plain number. */
  readonly unit: 'ms' | 's' | 'MB' | '%' | '×' | '/s' | '';
  /** The value is to be at most this; null where there is no goal but "as low as it goes". */
  readonly goal: number | null;
}

export const figures = {
  'drafts.open_ms': { name: 'The drafts of another team are shown', unit: 'ms', goal: 300 },
  'drafts.search_ms': { name: 'A key in the search of 10,000 drafts', unit: 'ms', goal: 100 },
  'drafts.bulk1000_ms': { name: 'One change for 1,000 releases', unit: 'ms', goal: 1000 },
  'main.max_block_ms': { name: 'Longest time the main process was busy', unit: 'ms', goal: 50 },
  'plan.import1000_ms': { name: 'A plan of 1,000 rows is imported', unit: 'ms', goal: 1000 },
  'csv.import1000_ms': { name: 'A table of 1,000 rows is imported', unit: 'ms', goal: 1000 },
  'batch23.overhead_s': { name: 'Batch of 23, beyond four waits of 305 s', unit: 's', goal: 1 },
  'batch23.429s': { name: 'Requests of it that were refused', unit: '', goal: 0 },
  'batch23_shared.429s_per_window': { name: 'The same beside a stranger, a window', unit: '', goal: 1 },
  'upload.wall_ratio_to_curl': { name: '200 uploads of 10 MB, time against curl', unit: '×', goal: 1.15 },
  'upload.cpu_ratio_to_curl': { name: 'The same, processor time against curl', unit: '×', goal: null },
  'upload.rss_growth_mb': { name: 'The same, growth of memory', unit: 'MB', goal: 24 },
  'start.ratio_to_empty_window': { name: 'Start, against an empty window', unit: '×', goal: 1.5 },
  'list10k.first_paint_ms': { name: 'A list of 10,000 releases is shown', unit: 'ms', goal: 150 },
  'list10k.search_ms': { name: 'A key in its search', unit: 'ms', goal: 16 },
  'list10k.dropped_frames_pct': { name: 'Frames dropped while it is scrolled', unit: '%', goal: 5 },
  'publish.overhead_ms': { name: 'Drop to “verified”, less the server', unit: 'ms', goal: 250 },
  'idle.cpu_pct': { name: 'Processor, for a minute without work', unit: '%', goal: 0.5 },
  'idle.empty_window_cpu_pct': { name: 'The same, an empty window', unit: '%', goal: null },
  'idle.wakeups_per_s': { name: 'How often a thread wakes up meanwhile', unit: '/s', goal: null },
  'idle.empty_window_wakeups_per_s': { name: 'The same, an empty window', unit: '/s', goal: null },
  'soak.rss_growth_mb': { name: 'Memory, 1,000 publishes against 100', unit: 'MB', goal: 10 },
} as const satisfies Record<string, Figure>;

export type FigureKey = keyof typeof figures;

/** What was measured; null for what could not be on this machine. */
export type Measured = Partial<Record<FigureKey, number | null>>;

export const isFigureKey = (key: string): key is FigureKey => Object.hasOwn(figures, key);

/** Whether a figure is as it should be; null where there is nothing to hold it against. */
export function isReached(key: FigureKey, value: number | null): boolean | null {
  const { goal }: Figure = figures[key];
  return goal === null || value === null ? null : value <= goal;
}
