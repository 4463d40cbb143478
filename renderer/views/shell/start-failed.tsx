import type { ReactElement } from 'react';
import { start } from '../../store/feed.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './shell.module.css';

/** The main process could not tell what the window needs to begin. */
export function StartFailed(): ReactElement {
  const failure = useSession((state) => state.failure);
  const text = failure === null ? '' : `${shown(failure.message)} ${shown(failure.remedy)}`;
  return (
    <main className={styles.alone}>
      <EmptyState icon="problem" title={texts.start.failed} text={text}>
        <Button kind="primary" onPress={() => void start()}>
          {texts.common.tryAgain}
        </Button>
      </EmptyState>
    </main>
  );
}
