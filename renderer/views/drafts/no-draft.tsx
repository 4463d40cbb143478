import type { ReactElement } from 'react';
import { useDrafts } from '../../store/drafts.ts';
import { texts } from '../../texts/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The detail pane before a draft is chosen. */
export function NoDraft(): ReactElement | null {
  const isEmpty = useDrafts((state) => state.drafts.length === 0);
  if (isEmpty) return null;
  return <EmptyState icon="drafts" title={texts.drafts.select} text={texts.drafts.selectText} />;
}
