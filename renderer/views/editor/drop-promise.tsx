import type { ReactElement } from 'react';
import { fileSize } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { DropVeil } from '../../ui/drop-veil.tsx';
import { shown } from '../../ui/visible-text.ts';

type Props = { readonly files: number; readonly isOver: boolean; readonly isLocked: boolean };

/** What letting go over the editor will do. */
export function DropPromise({ files, isOver, isLocked }: Props): ReactElement {
  const release = useEditor((state) => state.release);
  const words = texts.file;
  const promise = () => {
    if (isLocked) return words.dropLocked;
    if (files > 1) return words.dropSeveral(files);
    if (release === null) return words.dropNew;
    if (release.file === null) return words.dropFirst(shown(release.version));
    return words.dropReplace(shown(release.version));
  };
  return (
    <DropVeil
      isOver={isOver}
      isLocked={isLocked}
      icon={files > 1 || isLocked ? 'problem' : 'drop'}
      title={promise()}
    >
      {release?.file != null && files === 1 && !isLocked && (
        <span>
          {shown(release.file.name)}, {fileSize(release.file.size)}
        </span>
      )}
      {!isLocked && <span>{files > 1 ? words.severalRemedy : words.dropHint}</span>}
    </DropVeil>
  );
}
