import type { ReactElement } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './connect.module.css';
import type { FieldErrors, FieldName, FormValues } from './form-values.ts';

type Props = {
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly onChange: (field: FieldName, values: Partial<FormValues>) => void;
};

/** What the server allows; right for the hosted one, so folded away. */
export function LimitFields({ values, errors, onChange }: Props): ReactElement {
  const words = texts.connect;
  return (
    <Disclosure>
      <Heading className={cx(styles.disclosureHead)}>
        <Button slot="trigger" className={cx(styles.disclosureButton)}>
          <Icon name="down" size={12} />
          {words.advanced}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.limits}>
          <NumberField
            label={words.maxFile}
            hint={words.maxFileHint}
            value={values.maxFileMegabytes}
            onChange={(maxFileMegabytes) => onChange('maxFile', { maxFileMegabytes })}
            minValue={1}
            maxValue={1024 ** 2}
            error={errors.maxFile ?? null}
          />
          <Switch
            isSelected={values.isLimited}
            onChange={(isLimited) => onChange('rateLimit', { isLimited })}
          >
            {words.limited}
          </Switch>
          {values.isLimited && (
            <div className={styles.pair}>
              <NumberField
                label={words.limitCount}
                value={values.limitCount}
                onChange={(limitCount) => onChange('rateLimit', { limitCount })}
                minValue={1}
                maxValue={1000}
                error={errors.rateLimit ?? null}
              />
              <NumberField
                label={words.limitSeconds}
                value={values.limitSeconds}
                onChange={(limitSeconds) => onChange('rateLimit', { limitSeconds })}
                minValue={1}
                maxValue={86_400}
              />
            </div>
          )}
          <p className={styles.muted}>{words.limitedHint}</p>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
