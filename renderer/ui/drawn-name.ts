import { nameParts } from './name-parts.ts';

/** How wide a name is where it stands, in pixels. */
export type NameWidths = {
  /** Its first characters, up to this place in the text. */
  readonly upTo: (place: number) => number;
  /** The sign for what is left out. */
  readonly dots: number;
};

/**
 * What is drawn of a file name in so many pixels: as much of its beginning as there is room for, and its end; null
 * where all of it fits. Where not even the end does, as much of that as there is room for. No character is drawn in
 * part, and what is drawn stands together.
 */
export function drawnName(name: string, room: number, { upTo, dots }: NameWidths): string | null {
  const all = upTo(name.length);
  if (all <= room + rounding) return null;
  const [start] = nameParts(name);
  const places = placesIn(name);
  const forStart = room - dots - (all - upTo(start.length));
  if (forStart >= 0) {
    const place = last(places, (each) => each <= start.length && upTo(each) <= forStart + rounding);
    return `${name.slice(0, place)}…${name.slice(start.length)}`;
  }
  const lost = last(places, (each) => all - upTo(each) > room - dots + rounding);
  const [kept = name.length] = places.filter((each) => each > lost);
  return `…${name.slice(kept)}`;
}

/** Pixels that widths differ in without being seen. */
const rounding = 0.5;

/** Where the text can be cut: before each of its characters, and at its end. */
function placesIn(text: string): readonly number[] {
  const places = [0];
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length);
  return places;
}

/** The last place for which it holds, of places for which it holds up to one of them; 0 for none. */
function last(places: readonly number[], holds: (place: number) => boolean): number {
  let [from, to] = [0, places.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (holds(places[middle] ?? 0)) from = middle;
    else to = middle - 1;
  }
  return places[from] ?? 0;
}
