import type { ReactElement } from 'react';
import type { DraftPart } from '../../../electron/model/draft.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './editor-footer.module.css';
import { findingIcons } from './finding-look.ts';
import { useFindings } from './use-findings.ts';

type Props = {
  /** Brings a field and what is said of it into view. */
  readonly onPart: (part: DraftPart) => void;
};

/**
 * How many problems and warnings there are, at the button they concern, and where: each part leads to its field. What is
 * wrong, and what mends it, is said there.
 */
export function BeforePublishing({ onPart }: Props): ReactElement {
  const findings = useFindings();
  const groups = (['blocks', 'warns'] as const).flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    const parts = [...new Set(found.map(({ part }) => part))];
    return found.length === 0 ? [] : [{ severity, found: found.length, parts }];
  });
  const numberOf = (severity: 'blocks' | 'warns'): number =>
    groups.find((group) => group.severity === severity)?.found ?? 0;

  return (
    <>
      <p role="status" className="visually-hidden">
        {texts.editor.findings(numberOf('blocks'), numberOf('warns'))}
      </p>
      {groups.length > 0 && (
        <ul className={styles.before} aria-label={texts.editor.beforePublishing}>
          {groups.map(({ severity, found, parts }) => (
            <li key={severity} className={styles[severity]}>
              <Icon name={findingIcons[severity]} size={14} />
              <span>{texts.editor.foundIn[severity](found)}</span>
              {parts.map((part) => (
                <Button
                  key={part}
                  kind="link"
                  aria-label={texts.editor.toFinding[severity](texts.editor.parts[part])}
                  onPress={() => onPart(part)}
                >
                  {texts.editor.parts[part]}
                </Button>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
