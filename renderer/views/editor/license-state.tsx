import type { ReactElement } from 'react';
import type { License } from '../../../electron/model/release.ts';
import { absolute, day } from '../../format.ts';
import { useCatalogue } from '../../store/catalogue.ts';
import { texts } from '../../texts/texts.ts';
import { Pill } from '../../ui/pill.tsx';
import { useNow } from '../../ui/use-now.ts';

/** What one should know before giving a license a release: suspended, expired, or not known. */
export function LicenseState({ license }: { readonly license: License | undefined }): ReactElement | null {
  const areKnown = useCatalogue((state) => state.licensesKnown);
  const now = useNow();
  if (license === undefined) {
    return areKnown ? <Pill tone="warns">{texts.licenses.unknown}</Pill> : null;
  }
  if (license.suspended) return <Pill tone="warns">{texts.licenses.suspended}</Pill>;
  if (license.expiresAt !== null && Date.parse(license.expiresAt) < now) {
    return (
      <Pill tone="warns" title={absolute(license.expiresAt)}>
        {texts.licenses.expired(day(license.expiresAt))}
      </Pill>
    );
  }
  return null;
}
