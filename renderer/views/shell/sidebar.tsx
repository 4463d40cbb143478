import type { ReactElement } from 'react';
import { count } from '../../format.ts';
import { useJobs } from '../../store/jobs.ts';
import { go, type Place, useNavigation } from '../../store/navigation.ts';
import { openJobCount } from '../../store/which-job.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './sidebar.module.css';
import { useOpenDraftCount } from './use-open-draft-count.ts';

const places = ['releases', 'drafts', 'queue', 'history', 'settings'] as const satisfies readonly Place[];

/** The places of the app, with how much stands open in them. */
export function Sidebar(): ReactElement {
  const place = useNavigation((state) => state.place);
  const drafts = useOpenDraftCount();
  const jobs = useJobs((state) => openJobCount(state.jobs));
  const counts: Partial<Record<Place, { readonly count: number; readonly words: string }>> = {
    drafts: { count: drafts, words: texts.places.draftCount(drafts) },
    queue: { count: jobs, words: texts.places.jobCount(jobs) },
  };

  return (
    <nav aria-label={texts.landmarks.places} data-pane="places" className={styles.sidebar}>
      <ul>
        {places.map((each) => {
          const counted = counts[each];
          return (
            <li key={each} className={each === 'settings' ? styles.apart : ''}>
              <button
                type="button"
                className={styles.place}
                aria-current={each === place ? 'page' : undefined}
                data-pane-first={each === place ? '' : undefined}
                title={texts.places[each]}
                onClick={() => go(each)}
              >
                <Icon name={each} />
                <span className={styles.name}>{texts.places[each]}</span>
                {counted !== undefined && counted.count > 0 && (
                  <>
                    <span className={cx(styles.count)} aria-hidden="true">
                      {count(counted.count)}
                    </span>
                    <span className="visually-hidden">{counted.words}</span>
                  </>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
