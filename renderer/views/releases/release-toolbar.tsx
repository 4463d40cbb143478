import { type ReactElement, useRef } from 'react';
import type { ReleaseStatus } from '../../../electron/model/release.ts';
import { newRelease } from '../../store/editor-actions.ts';
import { setFilter, useListView } from '../../store/list-view.ts';
import { useProducts } from '../../store/products.ts';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import { shown } from '../../ui/visible-text.ts';
import styles from './releases.module.css';

const statuses = ['PUBLISHED', 'DRAFT', 'DEPRECATED', 'ARCHIVED'] as const satisfies readonly ReleaseStatus[];

/** Search, the two filters, and the way to a new release. */
export function ReleaseToolbar(): ReactElement {
  const { filter } = useListView();
  const branches = useReleases((state) => state.branches);
  const { connectionId, currentId } = useProducts();
  const search = useRef<HTMLInputElement>(null);

  useOffer('find', () => {
    search.current?.focus();
    search.current?.select();
  });

  return (
    <div className={styles.toolbar}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow leads from the search to its results */}
      <div
        className={styles.search}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          focusPaneNamed('list');
          event.preventDefault();
        }}
      >
        <SearchField
          label={texts.releases.search}
          value={filter.text}
          onChange={(text) => setFilter({ text })}
          inputRef={search}
        />
      </div>
      <Select
        label={texts.releases.status}
        labelHidden
        look="filter"
        isNarrowing={filter.status !== null}
        selected={filter.status ?? 'any'}
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
          isNarrowing={filter.branch !== null}
          selected={filter.branch === null ? 'any' : (filter.branch.id ?? 'none')}
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
        isDisabled={connectionId === null || currentId === null}
        onPress={() => {
          if (connectionId !== null && currentId !== null) void newRelease(connectionId, currentId);
        }}
      >
        {texts.releases.new}
      </Button>
    </div>
  );
}
