import type { ReactElement } from 'react';
import type { ReleaseStatus } from '../../electron/model/release.ts';
import { texts } from '../texts/texts.ts';
import { cx } from './class-names.ts';
import styles from './status.module.css';

/** A release's status: always a word and a shape, never colour alone. */
export function Status({ status }: { readonly status: ReleaseStatus }): ReactElement {
  return (
    <span className={cx(styles.status, styles[status.toLowerCase()])}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapes[status]}
      </svg>
      {texts.status[status]}
    </span>
  );
}

const shapes: Readonly<Record<ReleaseStatus, ReactElement>> = {
  PUBLISHED: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  DRAFT: <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  DEPRECATED: (
    <>
      <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2.25a3.75 3.75 0 0 0 0 7.5z" fill="currentColor" />
    </>
  ),
  ARCHIVED: (
    <rect
      x="2.25"
      y="2.25"
      width="7.5"
      height="7.5"
      rx="1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
};
