import type { ReactElement } from 'react';
import { count } from '../../format.ts';
import { useFileMatching } from '../../store/file-matching.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './matching.module.css';

/** So many are named; the others are counted. */
const mostNamed = 5;

/** What of a drop was not taken, and why; what could not be taken when the drafts were made. */
export function LeftOutNote(): ReactElement | null {
  const leftOut = useFileMatching((state) => state.leftOut);
  const problems = useFileMatching((state) => state.problems);
  const words = texts.matching;
  if (leftOut === null) return null;

  const { hidden, links, special, isBounded, most, unreadable } = leftOut;
  const parts = [
    hidden > 0 && words.hidden(hidden, count(hidden)),
    links > 0 && words.links(links, count(links)),
    special > 0 && words.special(special, count(special)),
  ].filter((part) => part !== false);
  return (
    <>
      {problems.size > 0 && (
        <Banner tone="danger" role="alert">
          {words.problems(problems.size, count(problems.size))}
        </Banner>
      )}
      {isBounded && (
        <Banner tone="warning" role="status">
          {words.bounded(count(most))}
        </Banner>
      )}
      {unreadable.length > 0 && (
        <Banner tone="warning" role="status">
          <ul>
            {unreadable.slice(0, mostNamed).map(({ name, message }) => (
              <li key={name}>{words.unreadable(shown(name), shown(message))}</li>
            ))}
            {unreadable.length > mostNamed && (
              <li>{texts.common.more(count(unreadable.length - mostNamed))}</li>
            )}
          </ul>
        </Banner>
      )}
      {parts.length > 0 && <p className={styles.hint}>{words.notTaken(parts.join(', '))}</p>}
    </>
  );
}
