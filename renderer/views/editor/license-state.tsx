import type { ReactElement } from 'react';
import type { License } from '../../../electron/model/release.ts';
import { absolute } from '../../format.ts';
import { useCatalogue } from '../../store/catalogue.ts';
import { texts } from '../../texts/texts.ts';
import { useNow } from '../../ui/use-now.ts';
import licenses from './licenses.module.css';

/** What one should know before giving a license a release: suspended, expired, or not known. */
export function LicenseState({ license }: { readonly license: License | undefined }): ReactElement | null {
  const areKnown = useCatalogue((state) => state.licensesKnown);
  const now = useNow();
  if (license === undefined) {
    return areKnown ? <span className={licenses.state}>{texts.licenses.unknown}</span> : null;
  }
  if (license.suspended) return <span className={licenses.state}>{texts.licenses.suspended}</span>;
  if (license.expiresAt !== null && Date.parse(license.expiresAt) < now) {
    return (
      <span className={licenses.state} title={absolute(license.expiresAt)}>
        {texts.licenses.expired(license.expiresAt.slice(0, 10))}
      </span>
    );
  }
  return null;
}
