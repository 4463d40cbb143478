import type { DraftChange } from '../../electron/model/draft.ts';

/** A change of the batch that is published over and over: fields, and in every other release a file. */
export interface SoakChange {
  readonly version: string;
  readonly fields: NonNullable<DraftChange['fields']>;
  /** Name of the artifact, or null to keep the file that is there. */
  readonly file: string | null;
}

/** Eight releases, as many as a person might gather on a train. */
export const soakBatch: readonly SoakChange[] = Array.from({ length: 8 }, (_, index) => ({
  version: `1.0.${index}`,
  fields: {
    status: 'DEPRECATED',
    metadata: [{ key: 'note', value: `changed ${index}`, locked: false }],
  },
  file: index % 2 === 0 ? `new-${index}.zip` : null,
}));
