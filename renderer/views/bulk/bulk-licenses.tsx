import { type ReactElement, useState } from 'react';
import type { License } from '../../../electron/model/release.ts';
import { count } from '../../format.ts';
import { fillIn, useBulk } from '../../store/bulk-change.ts';
import { useBulkChoices } from '../../store/bulk-choices.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { shown } from '../../ui/visible-text.ts';
import { licenseName } from '../editor/license-name.ts';
import { LicensesDialog } from '../editor/licenses-dialog.tsx';
import styles from './bulk.module.css';

/** The licenses that are added, out of those of the product; or removed, out of those the chosen ones have. */
export function BulkLicenses({ used }: { readonly used: readonly string[] }): ReactElement | null {
  const { kind, licenseIds } = useBulk((state) => state.form);
  const { licenses, licensesKnown } = useBulkChoices();
  const [isChoosing, setChoosing] = useState(false);
  const words = texts.bulk;
  if (kind !== 'licenses-add' && kind !== 'licenses-remove') return null;

  const isRemoval = kind === 'licenses-remove';
  const names = licenseIds.map((id) =>
    shown(
      licenseName(
        id,
        licenses.find((license) => license.id === id),
      ),
    ),
  );
  const nothingKnown = licensesKnown ? texts.licenses.noneKnown : texts.licenses.loading;
  return (
    <div className={styles.licenses}>
      <span className={styles.label} aria-hidden="true">
        {words.licenses}
      </span>
      <div className={styles.chosen}>
        <Button aria-label={texts.licenses.choose} onPress={() => setChoosing(true)}>
          {words.choose}
        </Button>
        <span className={styles.names} title={names.join(', ')}>
          {names.length === 0 ? words.noLicense : names.join(', ')}
        </span>
      </div>
      <LicensesDialog
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
        licenses={
          isRemoval ? used.map((id) => licenses.find((each) => each.id === id) ?? unread(id)) : licenses
        }
        noneText={isRemoval ? words.noneRestricted : nothingKnown}
        chosen={licenseIds}
        onChange={(next) => fillIn({ licenseIds: next })}
      />
      <span className="visually-hidden" role="status">
        {words.manyLicenses(names.length, count(names.length))}
      </span>
    </div>
  );
}

/** One that a release is restricted to, and that was not among those read. */
function unread(id: string): License {
  return { id, customer: null, productIds: [], suspended: false, expiresAt: null };
}
