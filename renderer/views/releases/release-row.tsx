import { memo } from 'react';
import { fileSize } from '../../format.ts';
import { useDrafts } from '../../store/drafts.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Cell } from '../../ui/grid/cell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LatestMark } from '../../ui/latest-mark.tsx';
import { NewMark } from '../../ui/new-mark.tsx';
import { Status } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './releases.module.css';

/** The cells of one release. */
export const ReleaseRow = memo(function ReleaseRow({ item }: { readonly item: ReleaseEntry }) {
  const { release, draftId } = item;
  const hasDraft = useDrafts((state) => state.drafted.has(release.id));
  const { file } = release;
  return (
    <>
      <Cell className={styles.version}>
        <span className={styles.versionText} title={shown(release.version)}>
          {shown(release.version) || texts.drafts.unnamed}
        </span>
        {draftId !== null && <NewMark />}
        {release.latest && <LatestMark />}
        {hasDraft && (
          <span className={styles.draftMark} title={texts.releases.hasDraft}>
            <Icon name="drafts" size={12} />
            <span className="visually-hidden">{texts.releases.hasDraft}</span>
          </span>
        )}
      </Cell>
      <Cell>
        <Status status={release.status} />
      </Cell>
      <Cell
        className={cx(styles.branchColumn, styles.secondary)}
        title={release.branchName === null ? undefined : shown(release.branchName)}
      >
        {release.branchName === null ? texts.common.none : shown(release.branchName)}
      </Cell>
      <Cell className={styles.file}>
        {file === null ? (
          <span className={styles.secondary}>{texts.releases.noFile}</span>
        ) : (
          <>
            <FileName name={file.name} />
            <span className={styles.secondary}>{fileSize(file.size)}</span>
          </>
        )}
      </Cell>
      <Cell className={cx(styles.updatedColumn, styles.secondary)}>
        <Time iso={release.updatedAt} short />
      </Cell>
    </>
  );
});
