import { deflateRawSync } from 'node:zlib';
import type { Chance } from '../support/chance.ts';
import { edgeNumbers } from './mutate.ts';

/** A field of a ZIP's records: where it stands behind the record's signature, and its bytes. */
interface Field {
  readonly at: number;
  readonly width: 2 | 4;
}

const two = (...places: number[]): Field[] => places.map((at) => ({ at, width: 2 }));
const four = (...places: number[]): Field[] => places.map((at) => ({ at, width: 4 }));

/** Records by their signature, with their length without what varies. */
const records = [
  { signature: 0x04034b50, fields: [...two(4, 6, 8, 26, 28), ...four(14, 18, 22)] },
  { signature: 0x02014b50, fields: [...two(4, 6, 8, 10, 28, 30, 32, 34, 36), ...four(16, 20, 24, 38, 42)] },
  { signature: 0x06054b50, fields: [...two(4, 6, 8, 10, 20), ...four(12, 16)] },
  { signature: 0x06064b50, fields: [...four(4, 8, 24, 28, 32, 36, 40, 44, 48, 52)] },
  { signature: 0x07064b50, fields: [...four(4, 8, 12, 16)] },
] as const;

/** Changes fields of a ZIP's records, or packs the content of an entry anew, so that most of the ZIP stays whole. */
export function mutateZip(input: Buffer, chance: Chance): Buffer {
  const changed = Buffer.from(input);
  const fields = fieldsIn(changed);
  if (fields.length === 0) return changed;
  if (chance.below(8) === 0) return repack(changed, chance);
  const times = 1 + chance.below(3);
  for (let time = 0; time < times; time += 1) {
    const { at, width } = fields[chance.below(fields.length)] ?? { at: 0, width: 2 };
    if (at + width > changed.length) continue;
    const other = fields[chance.below(fields.length)];
    const most = 2 ** (8 * width);
    const value = chance.pick([
      chance.pick(edgeNumbers),
      changed.readUIntLE(at, width) + chance.below(9) - 4,
      changed.length - chance.below(64),
      other && other.at + width <= changed.length ? changed.readUIntLE(other.at, width) : 0,
    ] as const);
    changed.writeUIntLE(((value % most) + most) % most, at, width);
  }
  return changed;
}

function fieldsIn(zip: Buffer): { at: number; width: 2 | 4 }[] {
  return records.flatMap(({ signature, fields }) => {
    const found: { at: number; width: 2 | 4 }[] = [];
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(signature);
    for (let at = zip.indexOf(mark); at !== -1; at = zip.indexOf(mark, at + 4)) {
      for (const field of fields) found.push({ at: at + field.at, width: field.width });
    }
    return found;
  });
}

/** Other content in the place of an entry's, with what the local header says of it left as a lie. */
function repack(zip: Buffer, chance: Chance): Buffer {
  const starts: number[] = [];
  const mark = Buffer.from([0x50, 0x4b, 3, 4]);
  for (let at = zip.indexOf(mark); at !== -1; at = zip.indexOf(mark, at + 4)) starts.push(at);
  const start = starts[chance.below(starts.length)] ?? 0;
  if (start + 30 > zip.length) return zip;
  const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const packed = deflateRawSync(Buffer.alloc(chance.pick([0, 1, 100, 70_000, 2_000_000] as const), 0x61));
  const room = Math.min(packed.length, Math.max(0, zip.length - data));
  packed.copy(zip, Math.min(data, zip.length), 0, room);
  return zip;
}
