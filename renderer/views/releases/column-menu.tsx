import { memo } from 'react';
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import popup from '../../ui/popup.module.css';
import { isUsual, releaseColumns, usualChoice, withShown } from './column-layout.ts';
import { rememberColumns, useColumnChoice, useHasBranches, useVisibleColumns } from './release-columns.tsx';

type Props = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

const choosable = releaseColumns.filter((column) => column !== 'version');

/** Which columns the list has. One that is wanted and has no room says so. */
export const ColumnMenu = memo(function ColumnMenu({ isOpen, onOpenChange }: Props) {
  const words = texts.releases.columnMenu;
  const choice = useColumnChoice();
  const visible = useVisibleColumns();
  const hasBranches = useHasBranches();
  const shown = choosable.filter((column) => choice.shown.has(column));

  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <IconButton label={words.title} icon="columns" small />
      <Popover className={cx(popup.popup)} offset={4} placement="bottom end">
        <Menu className={cx(popup.list)} aria-label={words.title}>
          <MenuSection
            aria-label={words.title}
            selectionMode="multiple"
            selectedKeys={shown}
            onSelectionChange={(keys) =>
              rememberColumns(
                withShown(
                  choice,
                  choosable.filter((column) => keys === 'all' || keys.has(column)),
                ),
              )
            }
          >
            {choosable.map((column) => (
              <MenuItem
                key={column}
                id={column}
                textValue={texts.releases.columns[column]}
                className={cx(popup.item)}
              >
                {({ isSelected }) => (
                  <>
                    <span className={popup.mark}>{isSelected && <Icon name="check" size={14} />}</span>
                    <span className={popup.words}>{texts.releases.columns[column]}</span>
                    {isSelected && !visible.includes(column) && (
                      <span className={popup.second}>
                        {column === 'branch' && !hasBranches ? words.noBranches : words.noRoom}
                      </span>
                    )}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={cx(popup.separator)} />
          <MenuItem
            id="usual"
            textValue={words.reset}
            className={cx(popup.item)}
            isDisabled={isUsual(choice)}
            onAction={() => rememberColumns(usualChoice)}
          >
            <span className={popup.mark} />
            <span className={popup.words}>{words.reset}</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});
