import { memo } from 'react';
import type { ReleaseStatus } from '../../../electron/model/release.ts';
import { newRelease } from '../../store/editor-actions.ts';
import { setFilter, useListView } from '../../store/list-view.ts';
import { useProducts } from '../../store/products.ts';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { shown } from '../../ui/visible-text.ts';
import { ReleaseSearch } from './release-search.tsx';
import styles from './releases.module.css';

const statuses = ['PUBLISHED', 'DRAFT', 'DEPRECATED', 'ARCHIVED'] as const satisfies readonly ReleaseStatus[];

/** Search, the two filters, and the way to a new release. What is typed into the search draws nothing else of it. */
export const ReleaseToolbar = memo(function ReleaseToolbar() {
  const status = useListView((state) => state.filter.status);
  const branch = useListView((state) => state.filter.branch);
  const branches = useReleases((state) => state.branches);
  const hasProduct = useProducts((state) => state.currentId !== null);

  return (
    <div className={styles.toolbar}>
      <ReleaseSearch />
      <Select
        label={texts.releases.status}
        labelHidden
        look="filter"
        isNarrowing={status !== null}
        selected={status ?? 'any'}
        onSelect={(key) => setFilter({ status: key === 'any' ? null : key })}
        choices={[
          { key: 'any', text: texts.releases.anyStatus },
          ...statuses.map((status) => ({
            key: status,
            text: texts.status[status],
            content: <Status status={status} />,
          })),
        ]}
      />
      {branches.length > 0 && (
        <Select
          label={texts.releases.branch}
          labelHidden
          look="filter"
          isNarrowing={branch !== null}
          selected={branch === null ? 'any' : (branch.id ?? 'none')}
          onSelect={(key) =>
            setFilter({ branch: key === 'any' ? null : { id: key === 'none' ? null : key } })
          }
          choices={[
            { key: 'any', text: texts.releases.anyBranch },
            { key: 'none', text: texts.releases.noBranch },
            ...branches.map(({ id, name }) => ({ key: id, text: shown(name) })),
          ]}
        />
      )}
      <Button
        icon="plus"
        aria-label={texts.releases.newRelease}
        isDisabled={!hasProduct}
        onPress={() => void newRelease()}
      >
        {texts.releases.new}
      </Button>
    </div>
  );
});
