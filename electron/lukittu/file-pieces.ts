import type { BigIntStats } from 'node:fs';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { appError } from '../errors.ts';

/** A file and the size in bytes it must have. */
export interface AnnouncedFile {
  readonly path: string;
  readonly size: number;
}

/** A file read from its beginning to its announced end, piece by piece. */
export interface FilePieces {
  /**
   * The next piece, or null after the last. A piece is valid until the next call: two buffers are used in turn,
   * so that one is filled from the disk while the other goes out.
   * Throws `artifact-changed` when the file is shorter or longer than announced or was written to since it was
   * opened, and `file-unreadable` when it cannot be read.
   */
  next(size: 'large' | 'small'): Promise<Buffer | null>;
  close(): Promise<void>;
  /** Gives the buffers to the next file that is opened. To be called when nothing refers to a piece any more. */
  recycle(): void;
}

/** The cost of an upload is the number of its reads and writes; beyond this size it hardly falls. */
const largePiece = 512 * 1024;
/**
 * For slow connections, so that progress moves often. Not less than a socket's own buffer, so that each `write`
 * asks to wait for `drain`, and the piece has gone out by then.
 */
const smallPiece = 64 * 1024;

/** Opens the file and compares its size. Throws `artifact-missing`, `file-unreadable` or `artifact-changed`. */
export async function openFilePieces(file: AnnouncedFile): Promise<FilePieces> {
  // A pipe in the file's place must not block the open, nor the thread it runs on.
  const handle = await open(file.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (error: unknown) => {
      throw appError(isMissing(error) ? 'artifact-missing' : 'file-unreadable', {}, error);
    },
  );
  try {
    const opened = await handle.stat({ bigint: true });
    if (!opened.isFile()) throw appError('file-unreadable');
    if (opened.size !== BigInt(file.size)) throw appError('artifact-changed');
    return piecesOf(handle, file.size, opened);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

type Buffers = readonly [Buffer, Buffer];

/** Buffers of files that were sent: to allocate them anew for each costs more than to send a small file. */
const spareBuffers: Buffers[] = [];
const mostSpareBuffers = 4;

function piecesOf(handle: FileHandle, size: number, opened: BigIntStats): FilePieces {
  const buffers: Buffers = spareBuffers.pop() ?? [
    Buffer.allocUnsafeSlow(largePiece),
    Buffer.allocUnsafeSlow(largePiece),
  ];
  let position = 0;
  let turn: 0 | 1 = 0;
  let ended = false;
  let ahead: Promise<Buffer | null> | null = null;

  const readNext = async (longest: number): Promise<Buffer | null> => {
    if (position === size) {
      await assertUnchanged(handle, opened);
      ended = true;
      return null;
    }
    const buffer = buffers[turn];
    turn = turn === 0 ? 1 : 0;
    const length = Math.min(longest, size - position);
    await fill(handle, buffer, length, position);
    position += length;
    return buffer.subarray(0, length);
  };

  return {
    next: async (pieceSize) => {
      const longest = pieceSize === 'large' ? largePiece : smallPiece;
      const piece = await (ahead ?? readNext(longest));
      ahead = piece === null ? Promise.resolve(null) : readNext(longest);
      // Whoever stops reading must not leave a rejection that nobody handles.
      ahead.catch(() => {});
      return piece;
    },
    close: () => handle.close(),
    recycle: () => {
      if (ended && spareBuffers.length < mostSpareBuffers && !spareBuffers.includes(buffers)) {
        spareBuffers.push(buffers);
      }
    },
  };
}

async function fill(handle: FileHandle, buffer: Buffer, length: number, position: number): Promise<void> {
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await handle
      .read(buffer, filled, length - filled, position + filled)
      .catch((error: unknown) => {
        throw appError('file-unreadable', {}, error);
      });
    if (bytesRead === 0) throw appError('artifact-changed');
    filled += bytesRead;
  }
}

async function assertUnchanged(handle: FileHandle, opened: BigIntStats): Promise<void> {
  const now = await handle.stat({ bigint: true });
  if (now.size !== opened.size || now.mtimeNs !== opened.mtimeNs) throw appError('artifact-changed');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
