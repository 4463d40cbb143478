import type { ReactElement } from 'react';
import type { Failure } from '../../electron/model/failure.ts';
import { texts } from '../texts/texts.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { FailureText } from './failure-text.tsx';
import { keepFocus } from './keep-focus.ts';
import styles from './list-failure.module.css';
import { focusPaneNamed } from './panes.ts';

type Props = {
  /** Why the last reading failed; null when it did not. */
  readonly failure: Failure | null;
  readonly onRetry: () => Promise<void>;
};

/** Above a list: why it could not be read, and the way to try again. What was read before stays under it. */
export function ListFailure({ failure, onRetry }: Props): ReactElement | null {
  if (failure === null) return null;
  // The button is gone when it has helped.
  const retry = () => void onRetry().then(() => keepFocus(() => focusPaneNamed('list')));
  return (
    <div className={styles.place}>
      <Banner tone="danger" role="alert" actions={<Button onPress={retry}>{texts.common.tryAgain}</Button>}>
        <FailureText failure={failure} />
      </Banner>
    </div>
  );
}
