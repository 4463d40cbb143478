import type { Connection } from '../../model/connection.ts';
import type { Draft, DraftChange, DraftPart, Finding } from '../../model/draft.ts';
import type { Branch, License, Release } from '../../model/release.ts';
import type { DraftFile } from '../../store/drafts.ts';
import type { Merge } from '../merge.ts';

/** What is known when a draft is checked: what was last read from the server, and what the vault holds. */
export interface Known {
  readonly connection: Pick<Connection, 'maxFileBytes'>;
  /** Releases of the draft's product; empty when they were never read. */
  readonly releases: readonly Release[];
  /** Null when they are not known, which is not the same as none. */
  readonly branches: readonly Branch[] | null;
  readonly licenses: readonly License[] | null;
  /** Other drafts of the product that say the same version; none where the order of a batch says more about them. */
  readonly rivals: readonly Rival[];
  /** Whether the vault holds the draft's own artifact. */
  readonly artifactInVault: boolean;
  /** Whether the vault holds a copy of the file the server has now. */
  readonly oldFileInVault: boolean;
}

/** Another draft, as far as it could take the same version. */
export interface Rival extends Pick<Draft, 'releaseId' | 'base' | 'fields'> {
  readonly file: DraftFile;
}

/** A draft under check. */
export interface Checked {
  /** As it would be sent: with what others changed meanwhile, where that is known and does no harm to it. */
  readonly draft: Draft;
  readonly known: Known;
  /** The release as it was last seen; what the draft began with where it was not seen since. */
  readonly server: Release | null;
  readonly merged: Merge;
}

/** One thing to look for. Finds nothing, or says what it found. */
export type Rule = (checked: Checked) => Finding[];

type Fix = { label: string; change: DraftChange };

const finding =
  (severity: Finding['severity']) =>
  (rule: string, part: DraftPart, message: string, fix: Fix | null = null): Finding => ({
    rule,
    severity,
    part,
    message,
    fix,
  });

/** The server would refuse it, or do harm without saying so. */
export const blocks = finding('blocks');
/** It can be sent, and a person may wish it had not been. */
export const warns = finding('warns');
/** Good to know. */
export const tells = finding('tells');
