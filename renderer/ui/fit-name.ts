import { drawnName } from './drawn-name.ts';

/**
 * Keeps what is drawn of a name to the room it has, from now on: `data-drawn` says what stands in its place, and is
 * not there while all of it fits. Answers a function that stops it.
 *
 * @param place holds one element, and that the name as its only text, as wide as it is
 */
export function fitName(place: HTMLElement): () => void {
  observer.observe(place);
  return () => observer.unobserve(place);
}

/** One for all names, called before they are painted: first all are measured, then all are written. */
const observer = new ResizeObserver((entries) => {
  const drawn = entries.map(({ target, contentRect }) => ({
    target,
    text: drawnIn(target, contentRect.width),
  }));
  for (const { target, text } of drawn) {
    if (text === null) target.removeAttribute('data-drawn');
    else target.setAttribute('data-drawn', text);
  }
});

function drawnIn(place: Element, room: number): string | null {
  const text = place.firstElementChild?.firstChild;
  if (!(text instanceof Text)) return null;
  const range = document.createRange();
  range.setStart(text, 0);
  const upTo = (end: number): number => {
    range.setEnd(text, end);
    return range.getBoundingClientRect().width;
  };
  return drawnName(text.data, room, { upTo, dots: widthOfDots(place) });
}

/** By the font. */
const knownDots = new Map<string, number>();
const canvas = document.createElement('canvas').getContext('2d');

function widthOfDots(place: Element): number {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(place);
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const known = knownDots.get(font);
  if (known !== undefined) return known;
  if (canvas === null) return 0;
  canvas.font = font;
  const { width } = canvas.measureText('…');
  knownDots.set(font, width);
  return width;
}
