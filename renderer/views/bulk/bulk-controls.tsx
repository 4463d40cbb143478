import type { ReactElement } from 'react';
import { fillIn, useBulk } from '../../store/bulk-change.ts';
import { adoptBulkBranch, useBulkChoices } from '../../store/bulk-choices.ts';
import type { BulkChosen } from '../../store/bulk-chosen.ts';
import { type BulkKind, bulkKinds } from '../../store/bulk-form.ts';
import { texts } from '../../texts/texts.ts';
import { Select } from '../../ui/select.tsx';
import { BranchSelect } from '../editor/branch-select.tsx';
import { statusChoices } from '../editor/status-choices.tsx';
import styles from './bulk.module.css';
import { BulkLicenses } from './bulk-licenses.tsx';
import { BulkMetadata } from './bulk-metadata.tsx';

const ofOneProduct: readonly BulkKind[] = ['branch', 'licenses-add', 'licenses-remove'];

/** What is to change, and to what: the controls of the editor. */
export function BulkControls({ chosen }: { readonly chosen: BulkChosen }): ReactElement {
  const form = useBulk((state) => state.form);
  const branches = useBulkChoices((state) => state.branches);
  const words = texts.bulk;
  const { connectionId, productId } = chosen;
  const kinds = productId === null ? bulkKinds.filter((kind) => !ofOneProduct.includes(kind)) : bulkKinds;

  return (
    <div className={styles.controls}>
      <div className={styles.what}>
        <Select
          label={words.what}
          placeholder={words.choose}
          autoFocus
          selected={form.kind}
          onSelect={(kind) => fillIn({ kind })}
          choices={kinds.map((kind) => ({ key: kind, text: words.kinds[kind] }))}
        />
      </div>
      {form.kind === 'status' && (
        <Select
          label={words.status}
          placeholder={words.choose}
          selected={form.status}
          onSelect={(status) => fillIn({ status })}
          choices={statusChoices}
        />
      )}
      {form.kind === 'branch' && productId !== null && (
        <BranchSelect
          label={words.branch}
          product={{ connectionId, productId }}
          branches={branches}
          selected={form.branch}
          onSelect={(id) => fillIn({ branch: { id } })}
          onAdded={adoptBulkBranch}
        />
      )}
      <BulkMetadata keys={chosen.keys} />
      <BulkLicenses used={chosen.licenseIds} />
      {productId === null && <p className={styles.hint}>{words.severalProducts}</p>}
    </div>
  );
}
