import { memo } from 'react';
import { clock } from '../../format.ts';
import { refreshReleases, useReleases } from '../../store/releases.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { FailureActions } from '../../ui/failure-actions.tsx';
import { useNow } from '../../ui/use-now.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './releases.module.css';

/** Says when what is shown is old, and why: no network, or a reading that failed. */
export const ReleasesState = memo(function ReleasesState() {
  const { failure, readAt, entries } = useReleases();
  const online = useSession((state) => state.online);
  const since = useNow((now) => (readAt === null ? '' : clock(readAt, now)));
  // Without anything to show, the list itself says why.
  if (entries.length === 0 || (online && failure === null)) return null;

  const isOffline = !online || failure?.kind === 'offline';
  const actions = <FailureActions failure={failure} onRetry={() => void refreshReleases()} />;
  return (
    <div className={styles.state}>
      {isOffline ? (
        <Banner tone="warning" icon="offline" role="status" actions={actions}>
          {texts.releases.offlineSince(since)}
        </Banner>
      ) : (
        failure !== null && (
          <Banner tone="danger" role="alert" actions={actions}>
            <strong>{shown(failure.message)}</strong> {shown(failure.remedy)}{' '}
            {texts.releases.staleSince(since)}
          </Banner>
        )
      )}
    </div>
  );
});
