import type { ReactElement } from 'react';
import { Button, GridListItem } from 'react-aria-components';
import { clock, count } from '../../format.ts';
import { useProducts } from '../../store/products.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import { findingIcons } from '../editor/finding-look.ts';
import type { BatchRow } from './batch-rows.ts';
import styles from './batch-steps.module.css';

type Props = {
  readonly row: BatchRow;
  readonly isLast: boolean;
  readonly onMove: (step: 1 | -1) => void;
  readonly onTakeOut: () => void;
};

/**
 * One draft in its place: what it changes, what there is to say of it, and the ways to move it or take it out. The list
 * goes through all of its items, out of sight, too: what a row costs is in `StepCells`, which exist only in sight.
 */
export function BatchStepRow(props: Props): ReactElement {
  const { id, version } = props.row;
  return (
    <GridListItem id={id} textValue={version} className={cx(styles.row)}>
      <StepCells {...props} />
    </GridListItem>
  );
}

function StepCells({ row, isLast, onMove, onTakeOut }: Props): ReactElement {
  const online = useSession((state) => state.online);
  const { place, version, productId, changes, said, outcome, isStopped, latest, goesAt } = row;
  const goes = useNow((now) => (goesAt === null ? null : clock(goesAt, now)));
  const product = useProducts(({ products }) => products.find((each) => each.id === productId)?.name);
  const words = texts.batches;
  return (
    <>
      <Button slot="drag" className={cx(styles.grip)} aria-label={words.drag(version)}>
        <Icon name="grip" size={14} />
      </Button>
      <span className={styles.place}>{count(place)}</span>
      <div className={styles.words}>
        <p className={styles.line}>
          <strong className={styles.version} title={version}>
            {version}
          </strong>
          {product !== undefined && <span className={styles.product}>{shown(product)}</span>}
          <span className={styles.changes} title={changes}>
            {changes}
          </span>
        </p>
        {outcome !== null && (
          <p className={cx(styles.said, isStopped && styles.blocks)}>
            <Icon name={isStopped ? 'problem' : 'note'} size={12} />
            <span>{outcome}</span>
          </p>
        )}
        {said.map(({ rule, severity, message }) => (
          <p key={`${rule} ${message}`} className={cx(styles.said, styles[severity])} title={shown(message)}>
            <Icon name={findingIcons[severity]} size={12} />
            <span>
              <span className="visually-hidden">{texts.editor.severity[severity]}: </span>
              {shown(message)}
            </span>
          </p>
        ))}
        {latest !== null && (
          <p className={styles.said}>
            <Icon name="note" size={12} />
            <span>{latest}</span>
          </p>
        )}
      </div>
      {online && goes !== null && <span className={styles.time}>{words.goesAt(goes)}</span>}
      <span className={styles.actions}>
        <IconButton
          small
          icon="up"
          label={words.moveUp(version)}
          isDisabled={place === 1}
          onPress={() => onMove(-1)}
        />
        <IconButton
          small
          icon="down"
          label={words.moveDown(version)}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
        <IconButton small icon="close" label={words.takeOut(version)} onPress={onTakeOut} />
      </span>
    </>
  );
}
