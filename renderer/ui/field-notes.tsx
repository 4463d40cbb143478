import type { ReactElement } from 'react';
import { FieldError, Text } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

type Props = { readonly hint: string | undefined; readonly error: string | null };

/** What stands below the input of a field: what is wrong with it, else what helps to fill it in. */
export function FieldNotes({ hint, error }: Props): ReactElement {
  return (
    <>
      {hint !== undefined && error === null && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      {error !== null && (
        <FieldError className={cx(styles.error)}>
          <Icon name="problem" size={14} />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  );
}
