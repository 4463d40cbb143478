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
  const expiresAt = license?.expiresAt ?? null;
  const hasExpired = useNow((now) => expiresAt !== null && Date.parse(expiresAt) < now);
  if (license === undefined) {
    return areKnown ? <Pill tone="warns">{texts.licenses.unknown}</Pill> : null;
  }
  if (license.suspended) return <Pill tone="warns">{texts.licenses.suspended}</Pill>;
  if (expiresAt !== null && hasExpired) {
    return (
      <Pill tone="warns" title={absolute(expiresAt)}>
        {texts.licenses.expired(day(expiresAt))}
      </Pill>
    );
  }
  return null;
}
