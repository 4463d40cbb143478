import type { ReactElement } from 'react';
import type { Trust } from '../../store/match-rows.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import styles from './trust.module.css';

/** How far a match can be trusted: a word and a shape, never colour alone. */
export function TrustMark({ trust }: { readonly trust: Trust }): ReactElement {
  return (
    <span className={cx(styles.trust, styles[trust])}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" fill="none" strokeWidth="1.5">
        {shapes[trust]}
      </svg>
      {names[trust]}
    </span>
  );
}

const words = texts.matching;
const names: Readonly<Record<Trust, string>> = {
  ...words.confidence,
  'by-hand': words.byHand,
  'left-out': words.leftOut,
  clash: words.chooseOne,
};

const shapes: Readonly<Record<Trust, ReactElement>> = {
  sure: (
    <>
      <circle cx="6" cy="6" r="5.25" fill="currentColor" />
      <path
        d="M3.6 6.2l1.7 1.7 3.1-3.6"
        className={styles.tick}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  likely: <circle cx="6" cy="6" r="4.5" stroke="currentColor" />,
  unsure: (
    <path
      d="M6 1.5l4.8 8.7H1.2zM6 5v2.2M6 8.7v.1"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ),
  clash: (
    <path
      d="M4 1.3h4L10.7 4v4L8 10.7H4L1.3 8V4zM6 3.8v2.6M6 8.3v.1"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ),
  none: <path d="M2.5 6h7" stroke="currentColor" strokeLinecap="round" />,
  'by-hand': (
    <path
      d="M2 10l.5-2.1 5.3-5.3a1 1 0 0 1 1.4 0l.2.2a1 1 0 0 1 0 1.4L4.1 9.5z"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  ),
  'left-out': <path d="M3 3l6 6M9 3l-6 6" stroke="currentColor" strokeLinecap="round" />,
};
