import type { ReleaseStatus } from '../model/release.ts';

/** Version, status, age in days, and the rest. */
export type SampleRelease = readonly [version: string, status: ReleaseStatus, days: number, more: More];

interface More {
  readonly branch?: string;
  readonly latest?: true;
  readonly file?: string;
  /** Size of the file in KiB. */
  readonly kb?: number;
  /** Main class of a jar. */
  readonly main?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** How many licenses it is restricted to. */
  readonly licenses?: number;
}

export interface SampleProduct {
  readonly name: string;
  readonly slug: string;
  readonly branches: readonly string[];
  readonly releases: readonly SampleRelease[];
}
