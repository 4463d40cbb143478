import { memo, type ReactElement } from 'react';
import { absolute, ago } from '../../format.ts';
import { refreshReleases, useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { countWords } from './count-words.ts';
import styles from './releases.module.css';

type Props = {
  /** Releases in sight. */
  readonly shownCount: number;
  /** Drafts of releases that do not exist yet, which stand above them. */
  readonly newCount: number;
};

/** How many releases are shown, how fresh they are, and the way to read them again. */
export function ListFoot({ shownCount, newCount }: Props): ReactElement {
  const { entries, known, failure } = useReleases();
  const all = entries.length;
  const isCounted = known && (all > 0 || failure === null);
  return (
    <div className={styles.foot}>
      <span role="status">{isCounted && countWords(shownCount, all, newCount)}</span>
      <Freshness />
    </div>
  );
}

/** By itself, so that a search that finds more or less does not draw it anew. */
const Freshness = memo(function Freshness() {
  const { readAt, refreshing } = useReleases();
  const readAgo = useNow((now) => (readAt === null ? '' : ago(readAt, now)));
  return (
    <>
      <span className={styles.footEnd}>
        {refreshing
          ? texts.releases.reading
          : readAt !== null && (
              <time dateTime={readAt} title={absolute(readAt)}>
                {texts.releases.readAt(readAgo)}
              </time>
            )}
      </span>
      <IconButton
        small
        icon="refresh"
        label={texts.releases.refresh}
        more={readAt === null ? undefined : texts.releases.lastRead(absolute(readAt))}
        onPress={() => void refreshReleases()}
      />
    </>
  );
});
