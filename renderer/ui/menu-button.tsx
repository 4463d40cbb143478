import type { ReactElement } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import button from './button.module.css';
import { cx } from './class-names.ts';
import { Icon } from './icon.tsx';
import popup from './popup.module.css';

type Action = { readonly id: string; readonly text: string; readonly run: () => void };

type Props = {
  readonly children: string;
  /** Its accessible name, where it says more than its words. */
  readonly label?: string;
  readonly kind?: 'plain' | 'quiet';
  readonly actions: readonly Action[];
  readonly isDisabled?: boolean;
};

/** A button with more than one thing to do behind it. */
export function MenuButton({
  children,
  label = children,
  kind = 'plain',
  actions,
  isDisabled = false,
}: Props): ReactElement {
  return (
    <MenuTrigger>
      <AriaButton aria-label={label} className={cx(button.button, button[kind])} isDisabled={isDisabled}>
        <span className={button.words}>{children}</span>
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover className={cx(popup.popup)} offset={4} placement="bottom end">
        <Menu
          className={cx(popup.list)}
          aria-label={label}
          onAction={(key) => actions.find(({ id }) => id === key)?.run()}
        >
          {actions.map(({ id, text }) => (
            <MenuItem key={id} id={id} textValue={text} className={cx(popup.item)}>
              <span className={popup.words}>{text}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
