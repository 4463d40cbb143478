import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { appError } from '../errors.ts';
import { words } from '../texts/words.ts';
import { type AnnouncedFile, type FilePieces, openFilePieces } from './file-pieces.ts';

/** A file to be sent: `name` becomes its base name, `size` (bytes) is what was reviewed. */
export type FileToSend = AnnouncedFile & { readonly name: string };

/** How far the body has got. Called by the stream while it is read. */
export interface BodyWatch {
  /**
   * The socket has taken this many bytes of the body; 0 when it asks for the first ones. Answers whether it takes
   * them fast, and large pieces are worth while, or slowly, so that small ones show the progress.
   */
  onTaken(bytes: number): 'fast' | 'slow';
  /** The last bytes are about to be handed over: from now on the server may have received all of it. */
  onLast(): void;
}

export interface MultipartBody {
  readonly contentType: string;
  /** Bytes, exactly. */
  readonly contentLength: number;
  /**
   * Gives the next chunk only when the one before was taken, because the chunks of a file lie in two buffers
   * that are used in turn: read it with `pause` and `resume`, as undici does. Closes the file when destroyed.
   */
  readonly stream: Readable;
  /** To be called when the answer is there and the request's socket will send nothing more. */
  recycle(): void;
}

/**
 * Opens a form as the server takes it (docs/lukittu.md, "The update (PUT) in full"): the part `data`, a JSON
 * string, and the part `file` only if there is a file, streamed from disk in memory that does not grow with it.
 * Throws `artifact-missing`, `file-unreadable`, `file-rejected`, or `artifact-changed` for another size than
 * announced. A file that changes while it is read destroys the stream with `artifact-changed` before its end,
 * so that the server never receives a whole request.
 */
export async function openMultipart(
  data: string,
  file: FileToSend | null,
  watch: BodyWatch,
  boundary = `----lukittu-release-manager-${randomBytes(16).toString('hex')}`,
): Promise<MultipartBody> {
  const dataPart = `--${boundary}\r\nContent-Disposition: form-data; name="data"\r\n\r\n${data}\r\n`;
  const filePart = file === null ? '' : filePartHead(file.name, boundary);
  const head = Buffer.from(dataPart + filePart);
  const tail = Buffer.from(`${file === null ? '' : '\r\n'}--${boundary}--\r\n`);
  const pieces = file === null ? null : await openFilePieces(file);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    contentLength: head.length + (file?.size ?? 0) + tail.length,
    stream: bodyStream(head, pieces, tail, watch),
    recycle: () => pieces?.recycle(),
  };
}

/**
 * The name under which a file is sent: what follows its last slash or backslash, because the server stores a
 * name as it comes, `../` included. Throws `file-rejected` for a name that leaves nothing or holds control
 * characters other than line breaks (those are escaped).
 */
export function sentFileName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  if (base === '' || base === '.' || base === '..') {
    throw appError('file-rejected', words().server.name.none);
  }
  if (holdsControlCharacter(base)) {
    throw appError('file-rejected', words().server.name.unsendable);
  }
  return base;
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['jar', 'application/java-archive'],
  ['zip', 'application/zip'],
]);

function filePartHead(name: string, boundary: string): string {
  const sent = sentFileName(name);
  const type =
    contentTypes.get(sent.slice(sent.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream';
  const disposition = `form-data; name="file"; filename="${escaped(sent)}"`;
  return `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${type}\r\n\r\n`;
}

/** As browsers do it: https://html.spec.whatwg.org/#multipart-form-data */
function escaped(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

function holdsControlCharacter(text: string): boolean {
  return [...text].some((char) => (char < ' ' || char === '\u007f') && char !== '\r' && char !== '\n');
}

function bodyStream(head: Buffer, pieces: FilePieces | null, tail: Buffer, watch: BodyWatch): Readable {
  let handedOver = 0;
  let headGiven = false;
  const nextChunk = async (pace: 'fast' | 'slow'): Promise<Buffer | null> => {
    if (!headGiven) {
      headGiven = true;
      return head;
    }
    return (await pieces?.next(pace === 'fast' ? 'large' : 'small')) ?? null;
  };
  return new Readable({
    // Nothing is read ahead by the stream itself: a call of `read` means that the chunk before was taken.
    highWaterMark: 0,
    read() {
      nextChunk(watch.onTaken(handedOver)).then(
        (chunk) => {
          if (this.destroyed) return;
          if (chunk === null) {
            watch.onLast();
            this.push(tail);
            this.push(null);
            return;
          }
          handedOver += chunk.length;
          this.push(chunk);
        },
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      const closed = pieces?.close() ?? Promise.resolve();
      closed.then(
        () => done(error),
        () => done(error),
      );
    },
  });
}
