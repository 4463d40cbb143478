import { drawnName } from './drawn-name.ts';

/**
 * Keeps what is drawn of a name to the room it has, from now on: `data-drawn` says what stands in its place, and is
 * not there while all of it fits. Answers a function that stops it.
 *
 * @param place holds one element, and that the name as its only text, as wide as it is
 */
export function fitName(place: HTMLElement): () => void {
  observer.observe(place);
  return () => {
    observer.unobserve(place);
    waiting.delete(place);
  };
}

/** More than these in one frame, twice within this time of scrolling: a list flies by, and none of its names is read. */
const mostAtOnce = 12;
const restMs = 100;
let floodedAt = Number.NEGATIVE_INFINITY;
let scrolledAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Names that are fitted once the list rests. */
const waiting = new Set<Element>();

const heights = new WeakMap<Element, number>();

/** A list that has become shorter is moved by the browser, which says that it was scrolled. */
function noteScroll({ target }: Event): void {
  if (!(target instanceof Element) || target.firstElementChild === null) return;
  const { scrollHeight } = target;
  if ((heights.get(target) ?? scrollHeight) === scrollHeight) scrolledAt = performance.now();
  heights.set(target, scrollHeight);
}

// Whatever is scrolled: the event does not bubble, but is seen on its way down.
document.addEventListener('scroll', noteScroll, { capture: true, passive: true });

/** One for all names, called before they are painted. */
const observer = new ResizeObserver((entries) => {
  const isFlood = entries.length > mostAtOnce;
  const now = performance.now();
  const fliesBy = isFlood && now - floodedAt < restMs && now - scrolledAt < restMs;
  if (isFlood) floodedAt = now;
  if (!fliesBy) return redraw(entries);
  for (const { target } of entries) waiting.add(target);
  clearTimeout(timer);
  timer = setTimeout(fitWaiting, restMs);
});

/** First all are measured, then all are written. */
function redraw(entries: readonly ResizeObserverEntry[]): void {
  const drawn = entries.map(({ target, contentRect }) => ({
    target,
    text: drawnIn(target, contentRect.width),
  }));
  for (const { target, text } of drawn) {
    if (text === null) target.removeAttribute('data-drawn');
    else target.setAttribute('data-drawn', text);
  }
}

/** Has those that are still there looked at anew: what is observed again is measured again. */
function fitWaiting(): void {
  floodedAt = Number.NEGATIVE_INFINITY;
  for (const place of waiting) {
    observer.unobserve(place);
    observer.observe(place);
  }
  waiting.clear();
}

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
