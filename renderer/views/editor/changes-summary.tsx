import type { ReactElement } from 'react';
import { useEditor } from '../../store/editor.ts';
import { texts } from '../../texts/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './changes-summary.module.css';
import editor from './editor.module.css';

/**
 * What would be different on the server afterwards, one line a field: from what, to what; and what others have changed
 * since the draft began, where its own field still says what was.
 */
export function ChangesSummary(): ReactElement {
  const comparison = useEditor((state) => state.comparison);
  const isNew = useEditor((state) => state.release === null);
  const version = useEditor((state) => state.fields.version);
  const fileName = useEditor(({ file }) => (file.kind === 'replace' ? shown(file.artifact.name) : null));
  const theirs = comparison.filter(({ change }) => change === 'theirs');
  const changed = isNew ? [] : comparison.filter(({ server, result }) => server !== result);

  return (
    <section aria-labelledby="editor-changes" className={editor.section}>
      <h3 id="editor-changes" className={editor.sectionTitle}>
        {texts.editor.changes}
      </h3>
      {changed.length === 0 ? (
        <p className={editor.hint}>
          {isNew ? texts.editor.makes(shown(version), fileName) : texts.editor.noChanges}
        </p>
      ) : (
        <dl className={styles.changes}>
          {changed.map(({ part, label, server, result }) => (
            <div key={`${part} ${label}`} className={styles.change}>
              <dt>
                <LongText text={label} />
              </dt>
              <dd>
                <span className="visually-hidden">{texts.editor.from} </span>
                <s className={styles.former}>
                  <LongText text={server} />
                </s>
                <span className={styles.next}>
                  <Icon name="arrow" size={12} />
                  <span className="visually-hidden"> {texts.editor.to} </span>
                  <LongText text={result} />
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {theirs.map(({ part, label, server }) => (
        <p key={`${part} ${label}`} className={editor.hint}>
          <LongText text={texts.editor.theirs(label, server)} />
        </p>
      ))}
    </section>
  );
}
