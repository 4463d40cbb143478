import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { SkeletonRows } from '../../ui/grid/skeleton-rows.tsx';
import type { ReleaseColumn } from './column-layout.ts';
import { useVisibleColumns } from './release-columns.tsx';
import styles from './releases.module.css';

const widths: Readonly<Record<ReleaseColumn, string>> = {
  version: '52px',
  status: '76px',
  branch: '48px',
  file: '120px',
  updated: '44px',
  created: '44px',
  licenses: '24px',
};

/** The releases on their way, in the columns they will stand in. */
export function ReleaseSkeleton(): ReactElement {
  const visible = useVisibleColumns();
  return (
    <SkeletonRows
      label={texts.releases.loading}
      layout={cx(styles.columns)}
      hasMarks
      columns={visible.map((id) => ({ id, width: widths[id] }))}
    />
  );
}
