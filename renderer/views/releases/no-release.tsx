import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The detail pane before a release is chosen. */
export function NoRelease(): ReactElement {
  return <EmptyState icon="drop" title={texts.releases.select} text={texts.releases.selectText} />;
}
