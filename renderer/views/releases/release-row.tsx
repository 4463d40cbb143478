import { memo, type ReactElement } from 'react';
import { count, fileSize } from '../../format.ts';
import { useDrafts } from '../../store/drafts.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { texts } from '../../texts/texts.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Cell } from '../../ui/grid/cell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LatestMark } from '../../ui/latest-mark.tsx';
import { NewMark } from '../../ui/new-mark.tsx';
import { Status } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { shown } from '../../ui/visible-text.ts';
import type { ReleaseColumn } from './column-layout.ts';
import { useVisibleColumns } from './release-columns.tsx';
import styles from './releases.module.css';

/** The cells of one release. */
export const ReleaseRow = memo(function ReleaseRow({ item }: { readonly item: ReleaseEntry }) {
  const columns = useVisibleColumns();
  return columns.map((column) => <ReleaseCell key={column} column={column} entry={item} />);
});

type CellProps = { readonly column: ReleaseColumn; readonly entry: ReleaseEntry };

function ReleaseCell({ column, entry }: CellProps): ReactElement {
  const { release } = entry;
  switch (column) {
    case 'version':
      return <VersionCell entry={entry} />;
    case 'status':
      return (
        <Cell>
          <Status status={release.status} />
        </Cell>
      );
    case 'branch':
      return (
        <Cell
          className={styles.secondary}
          title={release.branchName === null ? undefined : shown(release.branchName)}
        >
          {release.branchName === null ? texts.common.none : shown(release.branchName)}
        </Cell>
      );
    case 'file':
      return <FileCell file={release.file} />;
    case 'updated':
      return <TimeCell iso={release.updatedAt} />;
    case 'created':
      return <TimeCell iso={release.createdAt} />;
    case 'licenses':
      return (
        <Cell className={styles.secondary}>
          {release.licenseIds.length === 0 ? texts.releases.everyLicense : count(release.licenseIds.length)}
        </Cell>
      );
  }
}

function VersionCell({ entry: { release, draftId } }: { readonly entry: ReleaseEntry }): ReactElement {
  const hasDraft = useDrafts((state) => state.drafted.has(release.id));
  return (
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
  );
}

function FileCell({ file }: { readonly file: ReleaseEntry['release']['file'] }): ReactElement {
  return (
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
  );
}

function TimeCell({ iso }: { readonly iso: string }): ReactElement {
  return (
    <Cell className={styles.secondary}>
      <Time iso={iso} short />
    </Cell>
  );
}
