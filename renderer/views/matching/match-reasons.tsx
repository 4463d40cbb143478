import type { ReactElement } from 'react';
import type { FileMatch } from '../../../electron/model/file-match.ts';
import { count } from '../../format.ts';
import { useFileMatching } from '../../store/file-matching.ts';
import { leaveOutAll } from '../../store/match-choices.ts';
import { type ChosenTarget, candidateFor } from '../../store/match-rows.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Cell } from '../../ui/grid/cell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './matching.module.css';
import { useSharedWith } from './use-shared-with.ts';

type Props = { readonly match: FileMatch; readonly choice: ChosenTarget };

/** Why a file goes where it goes: what is wrong first, then what was said, in one line. */
export function MatchReasons({ match, choice }: Props): ReactElement {
  const { index, folder } = match;
  const problem = useFileMatching(({ problems }) => problems.get(index));
  const others = useSharedWith(index);
  const words = texts.matching;
  const wrong = [
    ...(problem === undefined ? [] : [`${problem.message} ${problem.remedy}`]),
    ...match.findings.filter(({ severity }) => severity !== 'tells').map(({ message }) => message),
  ].map(shown);
  const reasons = reasonsFor(match, choice).map(shown);
  const isBad = problem !== undefined || match.findings.some(({ severity }) => severity === 'blocks');
  const text = [...wrong, ...reasons].join(' ');

  return (
    <Cell className={styles.why} title={text}>
      {(wrong.length > 0 || others.length > 0) && (
        <span className={cx(styles.wrong, (isBad || others.length > 0) && styles.bad)}>
          <Icon name={isBad || others.length > 0 ? 'problem' : 'warning'} size={12} />
        </span>
      )}
      {others.length > 0 && (
        <>
          <span className={styles.shared}>
            {others.length === 1
              ? words.shared(shown(others[0]?.name ?? ''))
              : words.sharedMany(others.length, count(others.length))}
          </span>
          <Button
            kind="link"
            excludeFromTabOrder
            onPress={() => leaveOutAll(others.map((other) => other.index))}
          >
            {words.useThis}
          </Button>
        </>
      )}
      <span className={styles.reasons}>
        {folder !== null && <span className={styles.folder}>{shown(folder)}/ </span>}
        {text}
      </span>
    </Cell>
  );
}

function reasonsFor(match: FileMatch, { target, byHand }: ChosenTarget): readonly string[] {
  if (!byHand) return match.reasons;
  if (target === null) return [texts.matching.leftOutReason];
  const reasons = candidateFor(match, target)?.reasons ?? [];
  return [texts.matching.byHandReason, ...reasons];
}
