import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

/** A jar as a build makes it, with these files. */
export function jarOf(files: Readonly<Record<string, string>>, forceZip64Format = false): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0), forceZip64Format });
  }
  zip.end({ forceZip64Format, comment: '' });
  return buffer(zip.outputStream);
}

/** An entry of a ZIP put together by hand. What is left out is honest. */
export interface RawEntry {
  readonly name: string;
  readonly content?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly packed?: Buffer;
  readonly packedSize?: number;
  readonly size?: number;
  /** More fields behind the name in the directory. */
  readonly extra?: Buffer;
  /** Where its data is said to begin; every entry may point at the same place. */
  readonly offset?: number;
}

/** A ZIP put together by hand, to lie in. */
export function rawZip(
  entries: readonly RawEntry[],
  end: { count?: number; directory?: number; comment?: string } = {},
): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let position = 0;
  for (const entry of entries) {
    const { name, content = Buffer.alloc(0), method = 8, flags = 0 } = entry;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const sizes = { packed: entry.packedSize ?? packed.length, whole: entry.size ?? content.length };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(sizes.packed, 18);
    local.writeUInt32LE(sizes.whole, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(flags, 8);
    header.writeUInt16LE(method, 10);
    header.writeUInt32LE(sizes.packed, 20);
    header.writeUInt32LE(sizes.whole, 24);
    header.writeUInt16LE(Buffer.byteLength(name), 28);
    const extra = entry.extra ?? Buffer.alloc(0);
    header.writeUInt16LE(extra.length, 30);
    header.writeUInt32LE(entry.offset ?? position, 42);
    locals.push(local, Buffer.from(name), packed);
    central.push(header, Buffer.from(name), extra);
    position += 30 + Buffer.byteLength(name) + packed.length;
  }
  const { comment = '' } = end;
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(Math.min(end.count ?? entries.length, 0xffff), 10);
  last.writeUInt32LE(end.directory ?? position, 16);
  last.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, ...central, last, Buffer.from(comment)]);
}

/** A ZIP64 of very many entries without content, all of one name. */
export function crowdedZip(count: number): Buffer {
  const name = Buffer.from('x');
  const header = Buffer.alloc(47);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(1, 28);
  name.copy(header, 46);
  const directory = Buffer.alloc(count * header.length, header);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(BigInt(count), 32);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory.length), 8);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(0xffff, 10);
  return Buffer.concat([directory, end64, locator, last]);
}
