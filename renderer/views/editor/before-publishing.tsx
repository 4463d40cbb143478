import type { ReactElement } from 'react';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './editor-footer.module.css';
import { findingIcons, findingKey } from './finding-look.ts';
import { goToPart } from './part-ids.ts';
import { useFindings } from './use-findings.ts';

/** The problems and warnings, at the button they concern; each leads to its field. */
export function BeforePublishing(): ReactElement {
  const weighty = useFindings()
    .filter(({ severity }) => severity !== 'tells')
    .toSorted((a, b) => Number(b.severity === 'blocks') - Number(a.severity === 'blocks'));
  const problems = weighty.filter(({ severity }) => severity === 'blocks').length;

  return (
    <>
      <p role="status" className="visually-hidden">
        {texts.editor.findings(problems, weighty.length - problems)}
      </p>
      {weighty.length > 0 && (
        <ul className={styles.before} aria-label={texts.editor.beforePublishing}>
          {weighty.map((finding) => (
            <li key={findingKey(finding)}>
              <button
                type="button"
                className={cx(styles.line, styles[findingIcons[finding.severity]])}
                title={shown(finding.message)}
                onClick={() => goToPart(finding.part)}
              >
                <Icon name={findingIcons[finding.severity]} size={14} />
                <span className={styles.words}>
                  <span className="visually-hidden">{texts.editor.severity[finding.severity]}: </span>
                  <span className={styles.part}>{texts.editor.parts[finding.part]}</span>{' '}
                  {shown(finding.message)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
