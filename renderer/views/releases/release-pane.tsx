import { type ReactElement, useMemo } from 'react';
import { useDrafts } from '../../store/drafts.ts';
import { saveFieldsOf } from '../../store/exports.ts';
import { useListView, useSort } from '../../store/list-view.ts';
import { useMarkedReleases } from '../../store/marked-releases.ts';
import { entriesOfNewDrafts } from '../../store/new-drafts.ts';
import { useProducts } from '../../store/products.ts';
import { filterEntries, sortEntries } from '../../store/release-order.ts';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { useOffer } from '../../ui/use-offer.ts';
import { shown } from '../../ui/visible-text.ts';
import { ChosenReleases } from './chosen-releases.tsx';
import { ListDropArea } from './list-drop-area.tsx';
import { ListFoot } from './list-foot.tsx';
import { NoProduct } from './no-product.tsx';
import { ReleaseContent } from './release-content.tsx';
import { ReleaseToolbar } from './release-toolbar.tsx';
import { ReleasesState } from './releases-state.tsx';

/** The releases of the product that is shown: narrowed, ordered, and how fresh they are. */
export function ReleasePane(): ReactElement {
  const product = useProducts(({ products, currentId }) => products.find(({ id }) => id === currentId));
  const hasNoProduct = useProducts(({ known, products }) => known && products.length === 0);
  const entries = useReleases((state) => state.entries);
  const { filter } = useListView();
  const sort = useSort();
  const sorted = useMemo(() => sortEntries(entries, sort), [entries, sort]);
  const visible = useMemo(() => filterEntries(sorted, filter), [sorted, filter]);

  const drafts = useDrafts((state) => state.drafts);
  const branches = useReleases((state) => state.branches);
  const productId = product?.id ?? null;
  const begun = useMemo(
    () => filterEntries(entriesOfNewDrafts(drafts, productId, branches), filter),
    [drafts, productId, branches, filter],
  );
  const all = useMemo(() => (begun.length === 0 ? visible : [...begun, ...visible]), [begun, visible]);

  const marked = useMarkedReleases((state) => state.ids);
  // What is not in sight is not done anything with.
  const chosen = useMemo(
    () => (marked.size === 0 ? [] : all.filter(({ release }) => marked.has(release.id))),
    [all, marked],
  );

  useOffer(
    'export-fields',
    all.length === 0 ? null : () => void saveFieldsOf(chosen.length > 0 ? chosen : all),
  );

  const title = product === undefined ? texts.places.releases : texts.releases.title(shown(product.name));
  const heading = <h1 className="visually-hidden">{title}</h1>;

  if (hasNoProduct) {
    return (
      <>
        {heading}
        <NoProduct />
      </>
    );
  }
  return (
    <>
      {heading}
      <ReleaseToolbar />
      <ReleasesState />
      <ListDropArea entries={all}>
        <ReleaseContent entries={all} chosen={chosen} />
      </ListDropArea>
      {chosen.length === 0 ? (
        <ListFoot shownCount={visible.length} newCount={begun.length} />
      ) : (
        <ChosenReleases entries={chosen} />
      )}
    </>
  );
}
