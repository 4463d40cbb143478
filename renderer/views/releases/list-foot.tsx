import type { ReactElement } from 'react';
import { absolute, ago, count } from '../../format.ts';
import { refreshReleases, useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './releases.module.css';

/** How many releases are shown, how fresh they are, and the way to read them again. */
export function ListFoot({ shownCount }: { readonly shownCount: number }): ReactElement {
  const { entries, readAt, known, failure, refreshing } = useReleases();
  const now = useNow();
  const all = entries.length;
  const isCounted = known && (all > 0 || failure === null);
  const words =
    all === 1 && shownCount === 1 ? texts.releases.one : texts.releases.count(count(shownCount), count(all));
  return (
    <div className={styles.foot}>
      <span role="status">{isCounted && words}</span>
      <span className={styles.footEnd}>
        {refreshing
          ? texts.releases.reading
          : readAt !== null && (
              <span title={absolute(readAt)}>{texts.releases.readAt(ago(readAt, now))}</span>
            )}
      </span>
      <IconButton
        small
        icon="refresh"
        label={texts.releases.refresh}
        onPress={() => void refreshReleases()}
      />
    </div>
  );
}
