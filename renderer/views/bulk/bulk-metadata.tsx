import { type ReactElement, useMemo } from 'react';
import { longestMetadataText } from '../../../electron/model/field-limits.ts';
import { count } from '../../format.ts';
import { fillIn, useBulk } from '../../store/bulk-change.ts';
import type { UsedKey } from '../../store/bulk-chosen.ts';
import { texts } from '../../texts/texts.ts';
import { ComboField } from '../../ui/combo-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** The key, with those the chosen ones have; what it is to say, and whether it is to be locked. */
export function BulkMetadata({ keys }: { readonly keys: readonly UsedKey[] }): ReactElement | null {
  const { kind, key, value, lock } = useBulk((state) => state.form);
  const words = texts.bulk;
  const suggestions = useMemo(
    () => keys.map((used) => ({ text: used.key, second: words.keyUsed(count(used.count)) })),
    [keys],
  );
  if (kind !== 'metadata-add' && kind !== 'metadata-set' && kind !== 'metadata-remove') return null;
  const keyField = (
    <ComboField
      label={words.key}
      value={key}
      onChange={(next) => fillIn({ key: next })}
      suggestions={suggestions}
      suggestionsLabel={words.keysUsed}
      maxLength={kind === 'metadata-remove' ? 5000 : longestMetadataText}
    />
  );
  if (kind === 'metadata-remove') return keyField;
  // What is not there yet has no state it could be left in.
  const locks = kind === 'metadata-add' ? (['off', 'on'] as const) : (['keep', 'on', 'off'] as const);
  return (
    <>
      {keyField}
      <TextField
        label={words.value}
        value={value}
        onChange={(next) => fillIn({ value: next })}
        maxLength={longestMetadataText}
      />
      <Select
        label={words.lock}
        selected={kind === 'metadata-add' && lock === 'keep' ? 'off' : lock}
        onSelect={(next) => fillIn({ lock: next })}
        choices={locks.map((each) => ({ key: each, text: words.locks[each] }))}
      />
    </>
  );
}
