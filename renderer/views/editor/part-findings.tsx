import type { ReactElement } from 'react';
import type { DraftPart } from '../../../electron/model/draft.ts';
import { changeDraft } from '../../store/editor-changes.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import { findingIcons, findingKey } from './finding-look.ts';
import styles from './findings.module.css';
import { findingsId } from './part-ids.ts';
import { useFindings } from './use-findings.ts';

/** What preflight found about one part, with the fix where there is one. */
export function PartFindings({ part }: { readonly part: DraftPart }): ReactElement | null {
  const findings = useFindings().filter((finding) => finding.part === part);
  if (findings.length === 0) return null;
  return (
    <ul id={findingsId(part)} className={styles.findings}>
      {findings.map((finding) => {
        const { fix, severity, message } = finding;
        return (
          <li key={findingKey(finding)} className={cx(styles.finding, styles[severity])}>
            <Icon name={findingIcons[severity]} size={14} />
            <p>
              <span className="visually-hidden">{texts.editor.severity[severity]}: </span>
              {shown(message)}{' '}
              {fix !== null && (
                <Button kind="link" onPress={() => changeDraft(fix.change)}>
                  {shown(fix.label)}
                </Button>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
