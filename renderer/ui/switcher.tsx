import type { ReactElement, ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  Collection,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  useFilter,
} from 'react-aria-components';
import { texts } from '../texts/texts.ts';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import popup from './popup.module.css';
import { SearchField } from './search-field.tsx';
import styles from './switcher.module.css';

type Item = { readonly id: string; readonly text: string; readonly second?: string };
type Action = {
  readonly id: string;
  readonly text: string;
  readonly icon: IconName;
  readonly run: () => void;
};

type Props = {
  /** What is switched: "Team", "Product". */
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly Item[];
  readonly currentId: string | null;
  /** Shown while nothing is chosen. */
  readonly placeholder: string;
  readonly onChoose: (id: string) => void;
  readonly actions: readonly Action[];
  readonly searchLabel: string;
  readonly mark?: ReactNode;
};

/** From this many on, typing is quicker than looking. */
const searchFrom = 7;

/** A button of the title bar that names what is chosen and offers the others. */
export function Switcher(props: Props): ReactElement {
  const { label, items, currentId, onChoose, actions } = props;
  const current = items.find(({ id }) => id === currentId);
  const { contains } = useFilter({ sensitivity: 'base' });

  const run = (key: unknown) => {
    const action = actions.find(({ id }) => id === key);
    const item = items.find(({ id }) => id === key);
    if (action !== undefined) action.run();
    else if (item !== undefined) onChoose(item.id);
  };

  const menu = (
    <Menu
      className={cx(popup.list)}
      aria-label={label}
      onAction={run}
      renderEmptyState={() => <div className={popup.empty}>{texts.common.noMatch}</div>}
    >
      <MenuSection
        aria-label={label}
        selectionMode="single"
        selectedKeys={current === undefined ? [] : [current.id]}
        disallowEmptySelection
      >
        <Collection items={items}>
          {(item) => (
            <MenuItem id={item.id} textValue={item.text} className={cx(popup.item)}>
              {({ isSelected }) => (
                <>
                  <span className={popup.mark}>{isSelected && <Icon name="check" size={14} />}</span>
                  <span className={popup.words}>
                    {item.text}
                    {item.second !== undefined && (
                      <span className={cx(popup.second, styles.second)}>{item.second}</span>
                    )}
                  </span>
                </>
              )}
            </MenuItem>
          )}
        </Collection>
      </MenuSection>
      {items.length > 0 && <Separator className={cx(popup.separator)} />}
      {actions.map((action) => (
        <MenuItem key={action.id} id={action.id} textValue={action.text} className={cx(popup.item)}>
          <span className={cx(popup.mark, styles.actionMark)}>
            <Icon name={action.icon} size={14} />
          </span>
          <span className={popup.words}>{action.text}</span>
        </MenuItem>
      ))}
    </Menu>
  );

  return (
    <MenuTrigger>
      <Button className={cx(styles.button)} aria-label={`${label}: ${current?.text ?? props.placeholder}`}>
        <Icon name={props.icon} size={14} />
        <span className={cx(styles.current, current === undefined && styles.placeholder)}>
          {current?.text ?? props.placeholder}
        </span>
        {props.mark}
        <Icon name="down" size={12} />
      </Button>
      <Popover className={cx(popup.popup, styles.popup)} offset={4} placement="bottom start">
        {items.length < searchFrom ? (
          menu
        ) : (
          <Autocomplete filter={contains}>
            <div className={styles.search}>
              <SearchField label={props.searchLabel} autoFocus />
            </div>
            {menu}
          </Autocomplete>
        )}
      </Popover>
    </MenuTrigger>
  );
}
