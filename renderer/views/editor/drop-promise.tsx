import type { ReactElement } from 'react';
import { fileSize } from '../../format.ts';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './file-drop-area.module.css';

/** What letting go will do. */
export function DropPromise({
  files,
  isLocked,
}: {
  readonly files: number;
  readonly isLocked: boolean;
}): ReactElement {
  const release = useEditor((state) => state.release);
  const words = texts.file;
  const promise = () => {
    if (isLocked) return words.dropLocked;
    if (files > 1) return words.several(files);
    if (release === null) return words.dropNew;
    if (release.file === null) return words.dropFirst(shown(release.version));
    return words.dropReplace(shown(release.version));
  };
  return (
    <p className={styles.promise}>
      <Icon name={files > 1 || isLocked ? 'problem' : 'drop'} size={20} />
      <strong>{promise()}</strong>
      {release?.file != null && files === 1 && !isLocked && (
        <span>
          {shown(release.file.name)}, {fileSize(release.file.size)}
        </span>
      )}
      {!isLocked && <span>{files > 1 ? words.severalRemedy : words.dropHint}</span>}
    </p>
  );
}
