import type { ReactElement } from 'react';
import type { Failure } from '../../../electron/model/failure.ts';
import { refreshReleases } from '../../store/releases.ts';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureActions } from '../../ui/failure-actions.tsx';
import { shown } from '../../ui/visible-text.ts';

/** The releases could not be read, and none are stored: why, and the way to try again. */
export function NoReleases({ failure }: { readonly failure: Failure }): ReactElement {
  const online = useSession((state) => state.online);
  const isOffline = !online || failure.kind === 'offline';
  return (
    <EmptyState
      icon={isOffline ? 'offline' : 'problem'}
      title={isOffline ? texts.releases.never : shown(failure.message)}
      text={isOffline ? texts.releases.offlineNever : shown(failure.remedy)}
    >
      <FailureActions failure={failure} onRetry={() => void refreshReleases()} />
    </EmptyState>
  );
}
