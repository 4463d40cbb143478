import type { JarInspection } from '../../electron/model/draft.ts';
import type { FileMatch } from '../../electron/model/file-match.ts';
import type { Branch, Release } from '../../electron/model/release.ts';
import { atOnce } from '../../electron/pieces.ts';
import type { Known } from '../../electron/publish/matching/match-entries.ts';
import { matchFiles } from '../../electron/publish/matching/match-files.ts';
import { prepareGround } from '../../electron/publish/matching/match-ground.ts';
import type { StoredDraft } from '../../electron/store/drafts.ts';
import { exampleDraft, exampleRelease } from './examples.ts';

/** A product written down in a line for each release, and what its files are matched to. */

const { productId } = exampleRelease();

/** `2.3.0 (dev) ClaimsGuard-2.3.0-dev.zip`: a version, its branch if it has one, and its file if it has one. */
export type ReleaseLine = string;

export interface Product {
  readonly name?: string;
  readonly releases?: readonly ReleaseLine[];
  /** Drafts of releases that do not exist yet, as lines. */
  readonly begun?: readonly ReleaseLine[];
  readonly otherProducts?: readonly string[];
  /** Beside those of the releases. */
  readonly branches?: readonly string[];
  /** Changes of drafts, by the version of their release. */
  readonly drafts?: Readonly<Record<string, Partial<StoredDraft>>>;
  /** Versions of releases whose drafts are being published. */
  readonly publishing?: readonly string[];
}

export interface DroppedFile {
  readonly name: string;
  readonly folder?: string | null;
  /** What its plugin.yml says. */
  readonly plugin?: { readonly name?: string; readonly version?: string };
}

/** Matches files to a product, all at once. */
export function matchTo(product: Product, files: readonly (string | DroppedFile)[]): FileMatch[] {
  const ground = atOnce(prepareGround(knownOf(product)));
  const given = files.map((each, index) => {
    const { name, folder = null, plugin }: DroppedFile = typeof each === 'string' ? { name: each } : each;
    return { index, name, folder, jar: jarOf(plugin), size: 1000, findings: [] };
  });
  return atOnce(matchFiles(given, ground));
}

/** Where a match goes, in words: `2.3.0 (dev)`, `draft 2.5.0`, `new 2.5.0 (dev)` or `nowhere`. */
export function wherein({ target, candidates }: Pick<FileMatch, 'target' | 'candidates'>): string {
  if (target === null) return 'nowhere';
  const chosen = candidates.find((each) => JSON.stringify(each.target) === JSON.stringify(target));
  const kind = target.to === 'release' ? '' : `${target.to} `;
  return `${kind}${chosen?.version}${chosen?.branchName ? ` (${chosen.branchName})` : ''}`;
}

function knownOf({
  name = 'Claims Guard',
  releases = [],
  begun = [],
  otherProducts = [],
  branches = [],
  drafts = {},
  publishing = [],
}: Product): Known {
  const read = releases.map((line) => releaseOf(line));
  const lines = [...releases, ...begun];
  const names = new Set([...branches, ...lines.flatMap((line) => partsOf(line).branch ?? [])]);
  const changed = read.flatMap((base) => {
    const isBusy = publishing.includes(base.version);
    const change = drafts[base.version] ?? (isBusy ? {} : undefined);
    return change === undefined ? [] : [exampleDraft({ base, id: `draft of ${base.version}`, ...change })];
  });
  return {
    product: { id: productId, name },
    otherProducts: otherProducts.map((other) => ({ id: other, name: other })),
    releases: read,
    branches: [...names].map(branchOf),
    drafts: [...changed, ...begun.map(draftOf)],
    isPublishing: (id) => publishing.some((version) => id === `draft of ${version}`),
  };
}

function branchOf(name: string): Branch {
  return { id: `branch ${name}`, name, productId };
}

function partsOf(line: ReleaseLine): { version: string; branch: string | null; file: string | null } {
  const [, version = '', branch, file] = /^(\S+)(?: \((.+)\))?(?: (\S+))?$/.exec(line) ?? [];
  return { version, branch: branch ?? null, file: file ?? null };
}

function releaseOf(line: ReleaseLine): Release {
  const { version, branch, file } = partsOf(line);
  return exampleRelease({
    id: `release ${line}`,
    version,
    branchId: branch === null ? null : branchOf(branch).id,
    branchName: branch,
    file: file === null ? null : { name: file, size: 1000, checksum: null, key: '', mainClassName: null },
  });
}

function draftOf(line: ReleaseLine): StoredDraft {
  const { version, branch } = partsOf(line);
  const draft = exampleDraft({ base: null, id: `begun ${line}` });
  const branchId = branch === null ? null : branchOf(branch).id;
  return { ...draft, fields: { ...draft.fields, version, branchId } };
}

function jarOf(plugin: DroppedFile['plugin']): JarInspection | null {
  if (plugin === undefined) return null;
  return { mainClassName: 'a.B', pluginName: plugin.name ?? null, pluginVersion: plugin.version ?? null };
}
