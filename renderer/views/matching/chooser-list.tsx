import { type ReactElement, useMemo, useState } from 'react';
import { Collection, Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import type { FileMatch } from '../../../electron/model/file-match.ts';
import { targetKey } from '../../../electron/model/match-target.ts';
import { count } from '../../format.ts';
import { useFileMatching } from '../../store/file-matching.ts';
import { chooseTarget } from '../../store/match-choices.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NewMark } from '../../ui/new-mark.tsx';
import popup from '../../ui/popup.module.css';
import { SearchedMenu } from '../../ui/searched-menu.tsx';
import { type ChooserItem, chooserItems } from './chooser-items.ts';
import styles from './matching.module.css';
import { TrustMark } from './trust.tsx';

type Props = {
  readonly match: FileMatch;
  readonly onDone: () => void;
  readonly onNew: (version: string) => void;
};

/** Everything a file can be sent to. Typing narrows it down, or names the version of a new release. */
export function ChooserList({ match, onDone, onNew }: Props): ReactElement {
  const [text, setText] = useState('');
  const target = useFileMatching(({ choices }) => choices.get(match.index)?.target ?? null);
  const { sections, releases } = useMemo(() => chooserItems(match, text), [match, text]);
  const items = sections.flatMap((section) => section.items);
  const chosen = target === null ? leaveOut : targetKey(target);

  const run = (key: unknown) => {
    const item = items.find(({ id }) => id === key);
    if (item === undefined) return;
    if (item.kind === 'new') return onNew(item.version);
    chooseTarget(match.index, item.target);
    onDone();
  };
  return (
    <>
      <SearchedMenu label={texts.matching.search} text={text} onText={setText}>
        <Menu
          aria-label={texts.matching.all}
          onAction={run}
          shouldCloseOnSelect={false}
          renderEmptyState={() => <div className={popup.empty}>{texts.common.noMatch}</div>}
        >
          <Collection items={sections}>
            {(section) => (
              <MenuSection id={section.id} className={cx(styles.section)}>
                <Header className={cx(styles.sectionTitle)}>{section.title}</Header>
                <Collection items={section.items}>
                  {(item) => <Item item={item} isChosen={item.id === chosen} />}
                </Collection>
              </MenuSection>
            )}
          </Collection>
        </Menu>
      </SearchedMenu>
      {releases.found > releases.shown && (
        <p className={styles.more} role="status">
          {texts.matching.first(count(releases.shown), count(releases.found))}
        </p>
      )}
    </>
  );
}

const leaveOut = 'leave out';

function Item({ item, isChosen }: { readonly item: ChooserItem; readonly isChosen: boolean }): ReactElement {
  const { id, text, second, branch, isNew, trust } = item;
  return (
    <MenuItem id={id} textValue={[text, branch].filter(Boolean).join(', ')} className={cx(popup.item)}>
      <span className={popup.mark}>{isChosen && <Icon name="check" size={14} />}</span>
      <span className={popup.words}>
        <span className={styles.itemLine}>
          <span className={styles.version}>{text}</span>
          {isNew && <NewMark />}
          {branch !== '' && <span className={styles.branch}>{branch}</span>}
        </span>
        {second !== '' && <span className={cx(popup.second, styles.second)}>{second}</span>}
      </span>
      {trust !== null && <TrustMark trust={trust} />}
    </MenuItem>
  );
}
