import type { ReactElement, ReactNode } from 'react';
import { count } from '../../format.ts';
import { useProducts } from '../../store/products.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { DropVeil } from '../../ui/drop-veil.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDraggedFiles } from '../../ui/use-window-drag.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './releases.module.css';
import { useListDrop } from './use-list-drop.ts';

type Props = { readonly entries: readonly ReleaseEntry[]; readonly children: ReactNode };

/**
 * The list takes files: one on a row becomes the file of that release; several, a folder, and one beside the rows are
 * matched to releases. As a drag enters the window it says what will happen.
 */
export function ListDropArea({ entries, children }: Props): ReactElement {
  const files = useDraggedFiles();
  const product = useProducts(({ products, currentId }) => products.find(({ id }) => id === currentId));
  const { over, ...drop } = useListDrop(entries, product !== undefined);
  const words = texts.matching;
  const isTaking = files > 0 && product !== undefined;

  return (
    <div className={styles.dropArea} {...drop}>
      {children}
      {isTaking && files === 1 && (
        <p className={cx(styles.dropOne, over?.at === 'list' && styles.isOver)}>
          <Icon name="drop" size={14} />
          {words.dropOne}
        </p>
      )}
      {isTaking && files > 1 && (
        <DropVeil isOver={over !== null} icon="drop" title={words.drop(files, count(files))}>
          <span>{words.dropHint(shown(product.name))}</span>
        </DropVeil>
      )}
    </div>
  );
}
