import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { FileMatch } from '../../../electron/model/file-match.ts';
import { fileSize } from '../../format.ts';
import { useFileMatching } from '../../store/file-matching.ts';
import { nameOf, startChoosing } from '../../store/match-choices.ts';
import { trustOf } from '../../store/match-rows.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Cell } from '../../ui/grid/cell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NewMark } from '../../ui/new-mark.tsx';
import { shown } from '../../ui/visible-text.ts';
import { MatchReasons } from './match-reasons.tsx';
import styles from './matching.module.css';
import { TrustMark } from './trust.tsx';
import { useSharedWith } from './use-shared-with.ts';

const leftOut = { target: null, byHand: false } as const;

/** The cells of one file: what it is, where it goes, how sure that is, and why. */
export const MatchRow = memo(function MatchRow({ item }: { readonly item: FileMatch }) {
  const { index, name, size } = item;
  const choice = useFileMatching(({ choices }) => choices.get(index)) ?? leftOut;
  const isOpen = useFileMatching(({ choosing }) => choosing === index);
  const others = useSharedWith(index);
  const { target } = choice;
  const release = target === null ? null : nameOf(index, target);
  const words = texts.matching;
  const said =
    release === null
      ? words.leftOut
      : [shown(release.version), release.branchName && shown(release.branchName)].filter(Boolean).join(', ');

  return (
    <>
      <Cell className={styles.file}>
        <FileName name={name} />
        <span className="visually-hidden">, </span>
        <span className={styles.size}>{fileSize(size)}</span>
      </Cell>
      <Cell className={styles.release}>
        <AriaButton
          className={cx(styles.choice, target === null && styles.none)}
          data-match-choice={index}
          aria-label={words.chooseFor(shown(name), said)}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          excludeFromTabOrder
          onPress={() => startChoosing(index)}
        >
          <span className={styles.version}>{release === null ? words.leftOut : shown(release.version)}</span>
          {release?.isNew === true && <NewMark />}
          {release?.branchName != null && <span className={styles.branch}>{shown(release.branchName)}</span>}
          <Icon name="down" size={12} />
        </AriaButton>
      </Cell>
      <Cell>
        <TrustMark trust={others.length > 0 ? 'clash' : trustOf(item, choice)} />
      </Cell>
      <MatchReasons match={item} choice={choice} />
    </>
  );
});
