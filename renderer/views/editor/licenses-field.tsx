import { type ReactElement, useState } from 'react';
import { shortId } from '../../format.ts';
import { useCatalogue } from '../../store/catalogue.ts';
import { useEditor } from '../../store/editor.ts';
import { changeFields } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Copyable } from '../../ui/copyable.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './editor.module.css';
import { FieldRow } from './field-row.tsx';
import { customerName, licenseName } from './license-name.ts';
import { LicenseState } from './license-state.tsx';
import licenses from './licenses.module.css';
import { LicensesDialog } from './licenses-dialog.tsx';

/** Which licenses get the release: all, or the ones chosen. Named by customer or shortened id, never by key. */
export function LicensesField({ isLocked }: { readonly isLocked: boolean }): ReactElement {
  const ids = useEditor((state) => state.fields.licenseIds);
  const { licenses: known, licensesKnown } = useCatalogue();
  const [isChoosing, setChoosing] = useState(false);
  const words = texts.licenses;

  return (
    <FieldRow part="licenses" label={words.title}>
      <p className={licenses.sentence}>{ids.length === 0 ? words.none : words.some(ids.length)}</p>
      {ids.length > 0 && (
        <ul className={licenses.chosen} aria-label={words.chosen}>
          {ids.map((id, index) => {
            const license = known.find((each) => each.id === id);
            const name = shown(licenseName(id, license));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an id can stand in a draft twice, which a check then tells
              <li key={`${id} ${index}`} className={licenses.license}>
                {license !== undefined && (
                  <span className={licenses.name}>{shown(customerName(license))}</span>
                )}
                <Copyable
                  what={license === undefined ? texts.ids.licenseId : texts.ids.licenseIdOf(name)}
                  value={id}
                >
                  {shortId(id)}
                </Copyable>
                <LicenseState license={license} />
                <IconButton
                  small
                  icon="close"
                  label={words.remove(name)}
                  isDisabled={isLocked}
                  onPress={() => changeFields({ licenseIds: ids.toSpliced(index, 1) })}
                />
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles.inline}>
        <Button kind="quiet" icon="plus" isDisabled={isLocked} onPress={() => setChoosing(true)}>
          {words.add}
        </Button>
      </div>
      <LicensesDialog
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
        licenses={known}
        noneText={licensesKnown ? words.noneKnown : words.loading}
        chosen={ids}
        onChange={(next) => changeFields({ licenseIds: [...next] })}
      />
    </FieldRow>
  );
}
