import type { ReactElement } from 'react';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The detail pane before a release is chosen. */
export function NoRelease(): ReactElement | null {
  const isEmpty = useReleases((state) => state.known && state.entries.length === 0);
  if (isEmpty) return null;
  return <EmptyState icon="drop" title={texts.releases.select} text={texts.releases.selectText} />;
}
