import { type ReactElement, useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { License } from '../../../electron/model/release.ts';
import { count } from '../../format.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import popup from '../../ui/popup.module.css';
import { SearchField } from '../../ui/search-field.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './editor.module.css';
import { licenseName } from './license-name.ts';
import { LicenseState } from './license-state.tsx';
import licenses from './licenses.module.css';

/** More would only be scrolled past: typing narrows them down. */
const mostShown = 100;

type Props = {
  readonly licenses: readonly License[];
  /** What is said while there are none to choose from. */
  readonly noneText: string;
  readonly chosen: readonly string[];
  readonly onChange: (licenseIds: readonly string[]) => void;
};

/** Licenses to search and tick. */
export function LicenseChoice({ licenses: known, noneText, chosen, onChange }: Props): ReactElement {
  const [search, setSearch] = useState('');
  const words = texts.licenses;

  const matching = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return known.filter(({ id, customer }) => `${customer ?? ''} ${id}`.toLowerCase().includes(wanted));
  }, [known, search]);
  const visible = matching.slice(0, mostShown);
  const selectedKeys = useMemo(() => new Set(chosen), [chosen]);

  return (
    <>
      <SearchField label={words.search} value={search} onChange={setSearch} autoFocus />
      <ListBox
        aria-label={words.choose}
        className={cx(popup.list, licenses.list)}
        items={visible}
        selectionMode="multiple"
        selectedKeys={selectedKeys}
        // It closes the dialog, and leaves what was chosen.
        escapeKeyBehavior="none"
        // At the press, a row that leaves the pointer and comes back to it would be chosen twice: not at all.
        shouldSelectOnPressUp
        dependencies={[chosen]}
        onSelectionChange={(keys) => {
          if (keys === 'all') return;
          const kept = chosen.filter((id) => keys.has(id) || !visible.some((license) => license.id === id));
          const added = visible.filter(({ id }) => keys.has(id) && !chosen.includes(id)).map(({ id }) => id);
          onChange([...kept, ...added]);
        }}
        renderEmptyState={() => (
          <p className={popup.empty}>{known.length > 0 ? texts.common.noMatch : noneText}</p>
        )}
      >
        {(license) => {
          const name = shown(licenseName(license.id, license));
          return (
            <ListBoxItem id={license.id} textValue={name} className={cx(popup.item)}>
              {({ isSelected }) => (
                <>
                  <span className={cx(licenses.box, isSelected && licenses.checked)}>
                    {isSelected && <Icon name="check" size={12} />}
                  </span>
                  <span className={popup.words} title={license.id}>
                    {name}
                  </span>
                  <LicenseState license={license} />
                </>
              )}
            </ListBoxItem>
          );
        }}
      </ListBox>
      <p className={styles.hint} role="status">
        {matching.length > mostShown && `${words.first(count(mostShown), count(matching.length))} `}
        {words.count(chosen.length)}
      </p>
    </>
  );
}
