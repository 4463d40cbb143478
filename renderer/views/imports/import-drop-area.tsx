import type { ReactElement, ReactNode } from 'react';
import { importDropped } from '../../store/imports.ts';
import { texts } from '../../texts/texts.ts';
import { DropVeil } from '../../ui/drop-veil.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { useDraggedFiles } from '../../ui/use-window-drag.ts';
import styles from './imports.module.css';

/** A place that takes a plan or CSV file. As a drag enters the window it says what letting go will do. */
export function ImportDropArea({ children }: { readonly children: ReactNode }): ReactElement {
  const files = useDraggedFiles();
  const { isOver, area } = useFileDrop(importDropped);
  const words = texts.plans;
  const isOne = files === 1;

  return (
    <div className={styles.dropArea} {...area}>
      {children}
      {files > 0 && (
        <DropVeil
          isOver={isOver && isOne}
          isLocked={!isOne}
          icon={isOne ? 'drop' : 'problem'}
          title={isOne ? words.drop : words.onlyOne}
        >
          {isOne && <span>{words.dropHint}</span>}
        </DropVeil>
      )}
    </div>
  );
}
