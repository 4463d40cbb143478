import type { ReactElement } from 'react';
import { useEditor } from '../../store/editor.ts';
import { KeptFileCard } from './kept-file-card.tsx';
import { NextFileCard } from './next-file-card.tsx';
import { NoFileCard } from './no-file-card.tsx';
import { RemovedFileCard } from './removed-file-card.tsx';

type Props = { readonly isLocked: boolean; readonly onChoose: () => void };

/** The file there is or will be, and in one sentence what happens to it. */
export function FileCard(props: Props): ReactElement {
  const file = useEditor((state) => state.file);
  const stored = useEditor((state) => state.release?.file ?? null);

  if (file.kind === 'replace') return <NextFileCard {...props} next={file} stored={stored} />;
  if (stored === null) return <NoFileCard {...props} />;
  if (file.kind === 'remove') return <RemovedFileCard {...props} stored={stored} />;
  return <KeptFileCard {...props} stored={stored} />;
}
