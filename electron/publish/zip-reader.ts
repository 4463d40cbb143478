import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/**
 * Reads a file for yauzl through a window: the directory of a ZIP is many small records in a row, and a read of
 * the disk for each would make a hostile one slow. Closing the file is left to whoever opened it.
 */
export function createWindowReader(file: FileHandle): RandomAccessReader {
  return new WindowReader(file);
}

const windowBytes = 256 * 1024;

class WindowReader extends RandomAccessReader {
  readonly #file: FileHandle;
  readonly #buffer = Buffer.alloc(windowBytes);
  #start = 0;
  #length = 0;

  constructor(file: FileHandle) {
    super();
    this.#file = file;
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#fill(position, length).then(
      () => {
        const begin = position - this.#start;
        const bytesRead = this.#buffer.copy(
          target,
          offset,
          begin,
          Math.max(begin, Math.min(begin + length, this.#length)),
        );
        callback(null, bytesRead);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error('unreadable')),
    );
  }

  /** Nothing is streamed: what is wanted of the one entry that counts is read in one go. */
  override _readStreamForRange(): Readable {
    return Readable.from([]);
  }

  async #fill(position: number, length: number): Promise<void> {
    if (position >= this.#start && position + length <= this.#start + this.#length) return;
    const { bytesRead } = await this.#file.read(this.#buffer, 0, windowBytes, position);
    this.#start = position;
    this.#length = bytesRead;
  }
}

/**
 * Whether the ZIP says where its directory is only in 64-bit fields. The server looks at the 32-bit one alone, in the
 * last 22 + 65,535 bytes, from the end backwards.
 */
export async function hasZip64Directory(file: FileHandle, size: number): Promise<boolean> {
  const tail = Buffer.alloc(Math.min(size, endRecordBytes + 0xffff));
  const { bytesRead } = await file.read(tail, 0, tail.length, size - tail.length);
  const at = tail.subarray(0, bytesRead).lastIndexOf(endSignature);
  return at !== -1 && at + endRecordBytes <= bytesRead && tail.readUInt32LE(at + 16) === 0xffff_ffff;
}

const endRecordBytes = 22;
const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
