import type { ReactElement } from 'react';

/** Line icons on a 16 px grid, drawn for this app. Decoration only: the words beside them carry the meaning. */
export function Icon({
  name,
  size = 16,
}: {
  readonly name: IconName;
  readonly size?: 12 | 14 | 16 | 20 | 28;
}): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 20 ? 1 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

const paths = {
  releases: ['M2.5 5 8 2l5.5 3v6L8 14l-5.5-3z', 'M2.5 5 8 8l5.5-3', 'M8 8v6'],
  drafts: ['M3 13l.6-2.8 7-7a1.2 1.2 0 0 1 1.7 0l.5.5a1.2 1.2 0 0 1 0 1.7l-7 7z', 'M9.5 4.5l2 2'],
  columns: ['M2.5 3h11v10h-11z', 'M6.2 3v10', 'M9.8 3v10'],
  queue: ['M3 13h10', 'M3 10.2h10', 'M8 7.5v-5', 'M5.5 4.8 8 2.3l2.5 2.5'],
  batch: ['M2.5 4h11', 'M2.5 8h11', 'M2.5 12h6', 'M11 10.2v3.6l3-1.8z'],
  history: ['M2.6 6.2A5.8 5.8 0 1 1 2.2 8.6', 'M2.4 3v3.3h3.3', 'M8 5v3.2l2.2 1.4'],
  settings: ['M2 4.5h6', 'M12 4.5h2', 'M2 11.5h2', 'M8 11.5h6', 'M10 2.7v3.6', 'M6 9.7v3.6'],
  command: ['M4 5.5 6.5 8 4 10.5', 'M8.5 11H12'],
  plus: ['M8 3v10', 'M3 8h10'],
  search: ['M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z', 'M10.3 10.3l3.2 3.2'],
  down: ['M4.5 6.5 8 10l3.5-3.5'],
  up: ['M4.5 9.5 8 6l3.5 3.5'],
  close: ['M4 4l8 8', 'M12 4l-8 8'],
  check: ['M3.5 8.5l3 3 6-7'],
  problem: ['M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3z', 'M8 5v3.4', 'M8 10.9v.1'],
  warning: ['M8 2.5l6 11H2z', 'M8 6.5v3', 'M8 11.4v.1'],
  note: ['M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z', 'M8 7.5v3.5', 'M8 5.1v.1'],
  refresh: ['M13 3v3.2H9.8', 'M3 13V9.8h3.2', 'M12.6 6.2A5 5 0 0 0 4 5', 'M3.4 9.8A5 5 0 0 0 12 11'],
  copy: ['M6 6h7v7.5H6z', 'M10 3.5V2.5H3v7.5h1'],
  grip: ['M6 4v.1', 'M10 4v.1', 'M6 8v.1', 'M10 8v.1', 'M6 12v.1', 'M10 12v.1'],
  lock: ['M3.5 7.5h9V14h-9z', 'M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'],
  unlock: ['M3.5 7.5h9V14h-9z', 'M5.5 7.5V4.6a2.5 2.5 0 0 1 4.7-1.2'],
  file: ['M3.5 2h5.5l3.5 3.5V14h-9z', 'M9 2v3.5h3.5'],
  back: ['M9.5 3.5 5 8l4.5 4.5'],
  shown: [
    'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z',
    'M8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  ],
  hidden: [
    'M2.5 2.5l11 11',
    'M6.5 3.7A6 6 0 0 1 8 3.5C12 3.5 14.5 8 14.5 8a13 13 0 0 1-2 2.5',
    'M4 5a12 12 0 0 0-2.5 3S4 12.5 8 12.5c1 0 2-.3 2.8-.7',
  ],
  trash: ['M2.5 4.5h11', 'M6 4.5V2.5h4v2', 'M4 4.5l.6 9h6.8l.6-9', 'M6.8 7v4', 'M9.2 7v4'],
  drop: ['M8 2v8', 'M4.8 7 8 10.2 11.2 7', 'M2.5 11v2.5h11V11'],
  arrow: ['M3 8h10', 'M9.5 4.5 13 8l-3.5 3.5'],
  offline: [
    'M2.5 2.5l11 11',
    'M4.8 9.8a4.5 4.5 0 0 1 2-1.2',
    'M9.8 8.8c.5.3 1 .6 1.4 1',
    'M2 7a8 8 0 0 1 3-1.9',
    'M8.3 4.5A8 8 0 0 1 14 7',
    'M8 12.4v.1',
  ],
  pause: ['M6 3.5v9', 'M10 3.5v9'],
  resume: ['M5 3.2 12.5 8 5 12.8z'],
  waiting: ['M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12z', 'M8 4.5V8l2.3 1.5'],
  team: ['M2.5 13.5v-11h6v11', 'M8.5 6h5v7.5', 'M1.5 13.5h13', 'M5 5.5h1', 'M5 8.5h1', 'M11 9h.5'],
} as const;

export type IconName = keyof typeof paths;
