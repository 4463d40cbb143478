import type { ReactElement } from 'react';
import { chosenAttempt, useHistory } from '../../store/history.ts';
import { texts } from '../../texts/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TwoPanes } from '../shell/two-panes.tsx';
import { AttemptDetail } from './attempt-detail.tsx';
import { AttemptList } from './attempt-list.tsx';

/** What was sent and what came of it, with the way back. */
export function HistoryPlace(): ReactElement {
  const attempt = useHistory(chosenAttempt);
  const isBlank = useHistory(({ attempts }) => attempts.length === 0);
  const isSearched = useHistory(({ text, answered }) => text !== '' || answered !== '');
  const isRead = useHistory(({ known, failure }) => known && failure === null);
  return (
    <TwoPanes
      listName={texts.places.history}
      list={<AttemptList />}
      detailName={texts.history.detail}
      detail={attempt && ((onBack) => <AttemptDetail key={attempt.id} attempt={attempt} onBack={onBack} />)}
      isEmpty={isBlank && isRead && !isSearched}
      nothing={
        isBlank ? null : (
          <EmptyState icon="history" title={texts.history.select} text={texts.history.selectText} />
        )
      }
    />
  );
}
