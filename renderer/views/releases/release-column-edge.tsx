import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { ColumnEdge } from '../../ui/grid/column-edge.tsx';
import { leastWidth, type ReleaseColumn } from './column-layout.ts';
import { useSizing } from './release-columns.tsx';

type Props = { readonly column: ReleaseColumn; readonly isTabStop: boolean };

/** The edge a column of the release list is made wider or narrower with. */
export function ReleaseColumnEdge({ column, isTabStop }: Props): ReactElement {
  const sizing = useSizing();
  return (
    <ColumnEdge
      title={texts.releases.columns[column]}
      width={sizing.widthOf(column)}
      least={leastWidth[column]}
      most={sizing.mostOf(column)}
      isTabStop={isTabStop}
      onDrag={(width) => sizing.drag(column, width)}
      onSettle={(width) => sizing.settle(column, width)}
      onReset={() => sizing.settle(column, null)}
      onFit={() => sizing.fit(column)}
    />
  );
}
