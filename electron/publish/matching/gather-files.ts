import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { appError, failureFrom } from '../../errors.ts';
import type { LeftOut } from '../../model/file-match.ts';
import type { IncomingFile } from '../../model/incoming-file.ts';
import { asSourceError } from '../../store/vault-errors.ts';
import { isWithinFolder } from '../../store/within-folder.ts';
import { artifactName } from '../artifact.ts';

/** A file that was dropped, or lay in a folder that was. */
export interface GatheredFile {
  readonly incoming: IncomingFile;
  /** Its base name, as it would be sent. */
  readonly name: string;
  /** The folders it lay in, from the one that was dropped, with `/` between them; null for a file by itself. */
  readonly folder: string | null;
}

export interface Gathered {
  readonly files: readonly GatheredFile[];
  readonly leftOut: LeftOut;
}

/** How much is looked through. A folder dropped by mistake, such as a whole disk, must not keep anybody waiting. */
export interface Bounds {
  readonly files: number;
  /** Files and folders, those that are left out included. */
  readonly entries: number;
}

const usualBounds: Bounds = { files: 1000, entries: 50_000 };

/**
 * Opens the folders among what was dropped, and those in them. Hidden files are left out, as are devices, pipes and
 * links to folders, which may lead anywhere and round in circles; a link to a file of the same folder that was dropped is
 * taken for the file, one that leads out of it is left out: nobody sees from its name what would be sent. What cannot be
 * read is named. Of a folder, files come in the order of their names. Throws `cancelled` only.
 */
export async function gatherFiles(
  incoming: readonly IncomingFile[],
  { bounds = usualBounds, signal }: { bounds?: Bounds; signal?: AbortSignal } = {},
): Promise<Gathered> {
  const files = new Map<string, GatheredFile>();
  const left = { hidden: 0, links: 0, special: 0, isBounded: false };
  const unreadable: { name: string; message: string }[] = [];
  let entries = 0;

  const take = (key: string, file: GatheredFile): void => {
    if (files.size < bounds.files || files.has(key)) files.set(key, file);
    else left.isBounded = true;
  };
  const isFull = (): boolean => left.isBounded || entries >= bounds.entries;
  const refuse = (name: string, error: unknown): void => {
    if (signal?.aborted) throw error;
    unreadable.push({ name: artifactName(name), message: failureFrom(asSourceError(error)).message });
  };

  const walk = async (start: string): Promise<void> => {
    const waiting = [{ path: start, folder: artifactName(basename(start)) }];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { path, folder } = next;
      for (const entry of (await entriesOf(path).catch((error: unknown) => refuse(folder, error))) ?? []) {
        if (signal?.aborted) throw cancelled();
        if (isFull()) {
          left.isBounded = true;
          return;
        }
        entries += 1;
        const inside = join(path, entry.name);
        const kind = isHidden(entry.name) ? 'hidden' : await kindOf(entry, inside, start);
        if (kind === 'file') take(resolve(inside), gathered(inside, folder));
        else if (kind === 'folder')
          waiting.push({ path: inside, folder: `${folder}/${artifactName(entry.name)}` });
        else left[kind] += 1;
      }
    }
  };

  /** A large folder is read in one go, but never more of it than is looked at. */
  const entriesOf = async (path: string): Promise<Dirent[]> => {
    const found: Dirent[] = [];
    for await (const entry of await opendir(path)) {
      if (signal?.aborted) throw cancelled();
      found.push(entry);
      if (found.length > bounds.entries) break;
    }
    return found.toSorted((a, b) => byName.compare(a.name, b.name));
  };

  for (const [at, given] of incoming.entries()) {
    if (signal?.aborted) throw cancelled();
    if ('bytes' in given) {
      take(`pasted ${at}`, { incoming: given, name: artifactName(given.name), folder: null });
      continue;
    }
    try {
      const found = await stat(given.path);
      if (found.isDirectory()) await walk(given.path);
      else if (found.isFile()) take(resolve(given.path), gathered(given.path, null));
      else left.special += 1;
    } catch (error) {
      refuse(basename(given.path), error);
    }
  }
  return { files: [...files.values()], leftOut: { ...left, most: bounds.files, unreadable } };
}

function gathered(path: string, folder: string | null): GatheredFile {
  return { incoming: { path }, name: artifactName(basename(path)), folder };
}

async function kindOf(
  entry: Dirent,
  path: string,
  folder: string,
): Promise<'file' | 'folder' | 'links' | 'special'> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'special';
  const target = await stat(path).catch(() => null);
  return target?.isFile() && (await leadsInto(folder, path)) ? 'file' : 'links';
}

async function leadsInto(folder: string, link: string): Promise<boolean> {
  return isWithinFolder(await realpath(folder), await realpath(link));
}

/** What no file manager shows unless it is asked to. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || byTheSystem.has(name.toLowerCase());
}

const byTheSystem = new Set(['thumbs.db', 'desktop.ini', '__macosx', '$recycle.bin']);
const byName = new Intl.Collator('en', { numeric: true });
const cancelled = () => appError('cancelled', { applied: 'no', oldFile: 'safe' });
