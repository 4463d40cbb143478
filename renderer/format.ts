import type { RegionalLocales } from '../electron/model/region.ts';
import { texts } from './texts/texts.ts';

/**
 * `4.2 MB`, not to be torn apart at the end of a line: bytes in steps of 1,024, as the server's file limit counts them; the
 * number as in the system's region.
 */
export function fileSize(bytes: number): string {
  const { largerThanBytes } = texts.units;
  let value = bytes;
  let steps = 0;
  while (value >= 999.5 && steps < largerThanBytes.length) {
    value /= 1024;
    steps += 1;
  }
  const unit = largerThanBytes[steps - 1];
  if (unit === undefined) return texts.units.bytes(bytes, numbers.noDigit.format(bytes));
  return `${(value < 9.95 ? numbers.oneDigit : numbers.noDigit).format(value)}\u00a0${unit}`;
}

/** `1.8 MB/s`, from bytes per second. */
export function speed(bytesPerSecond: number): string {
  return texts.units.perSecond(fileSize(bytesPerSecond));
}

/** `62%`, from a share between 0 and 1. Rounded down: `100%` is only what is done. */
export function percent(share: number): string {
  return texts.units.percent(Math.floor(share * 100));
}

/** `1.2`: a number to a tenth. */
export function oneDecimal(value: number): string {
  return numbers.oneDigit.format(value);
}

/** `0.5` or `2`: a number to a thousandth where it is not whole. */
export function upToThreeDecimals(value: number): string {
  return numbers.threeDigits.format(value);
}

/** `10,240`: a count. */
export function count(value: number): string {
  return numbers.noDigit.format(value);
}

/** `10240` or `0.5`: a number as it can be typed, in plain digits without marks between the thousands. */
export function digits(value: number): string {
  return numbers.plain.format(value);
}

/** Has numbers, dates and the clock written as in the system's region: said once, before any are drawn. */
export function writeNumbersAndTimesAs(locales: RegionalLocales): void {
  numbers = numbersIn(locales.numbers);
  if (locales.times !== texts.locale) times = timesIn(locales.times);
}

/** `3 days ago`, of an ISO 8601 time. `now` in ms. */
export function ago(iso: string, now: number): string {
  return relative(iso, sinceThen(iso, now), longRelative);
}

/** `3d ago`: the same for narrow columns. */
export function agoShort(iso: string, now: number): string {
  return relative(iso, sinceThen(iso, now), shortRelative);
}

/**
 * `3 days ago, 24 Nov 2025, 18:42`, of an ISO 8601 time: of today with the clock alone, of more than a week ago with the
 * date alone. `now` in ms.
 */
export function agoAndClock(iso: string, now: number): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const isLongAgo = now - time > 7 * 86_400_000;
  return texts.units.agoAndClock(ago(iso, now), isLongAgo ? times.shortDate.format(time) : clock(iso, now));
}

/** `24 November 2025`, of an ISO 8601 time. */
export function day(iso: string): string {
  return known(iso, times.day);
}

/** `24 November 2025 at 18:42:07`, of an ISO 8601 time. */
export function absolute(iso: string): string {
  return known(iso, times.absolute);
}

/** `18:42`, marked as a time where a language does that, or with the date when that is not today, of an ISO 8601 time. */
export function clock(iso: string, now: number): string {
  return isSameDay(iso, now) ? texts.units.clock(known(iso, times.clock)) : known(iso, times.dayClock);
}

/** The same, not marked, for a narrow column that says itself that it holds times. */
export function clockAlone(iso: string, now: number): string {
  return known(iso, isSameDay(iso, now) ? times.clock : times.dayClock);
}

/** `18:42, in 14 min`: a time to come, by the clock and from now; once it has come, by the clock only. */
export function clockAhead(iso: string, now: number): string {
  const isAhead = Date.parse(iso) > now;
  return isAhead ? texts.units.clockAhead(clock(iso, now), ahead(iso, now)) : clock(iso, now);
}

/** A time that was foretold, or now (ms) once it has gone by: what is still awaited cannot have been then. */
export function notPast(iso: string, now: number): string {
  return Date.parse(iso) < now ? new Date(now).toISOString() : iso;
}

/** `in 14 min`: a time to come (ISO 8601), from now (ms). */
export function ahead(iso: string, now: number): string {
  return Date.parse(iso) - now < 60_000 ? texts.units.underAMinute : relative(iso, now, shortRelative);
}

/** The first eight characters of an id: enough to tell ids apart, short enough to read. */
export function shortId(id: string): string {
  return id.length > 9 ? `${id.slice(0, 8)}…` : id;
}

const longRelative = new Intl.RelativeTimeFormat(texts.locale, { numeric: 'always' });
const shortRelative = new Intl.RelativeTimeFormat(texts.locale, { numeric: 'always', style: 'narrow' });

/** As `RegionalLocales` have them; until that is known, as they are written where the texts are from. */
let numbers = numbersIn(texts.locale);
let times = timesIn(texts.locale);

function numbersIn(locale: string) {
  const as = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  return {
    noDigit: as({ maximumFractionDigits: 0 }),
    oneDigit: as({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    threeDigits: as({ maximumFractionDigits: 3 }),
    plain: as({ useGrouping: false, numberingSystem: 'latn' }),
  };
}

function timesIn(locale: string) {
  const as = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  return {
    absolute: as({ dateStyle: 'long', timeStyle: 'medium' }),
    shortDate: as({ dateStyle: 'medium' }),
    day: as({ dateStyle: 'long' }),
    clock: as({ timeStyle: 'short' }),
    dayClock: as({ dateStyle: 'medium', timeStyle: 'short' }),
  };
}

const isSameDay = (iso: string, now: number): boolean =>
  new Date(iso).toDateString() === new Date(now).toDateString();

function known(iso: string, format: Intl.DateTimeFormat): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : format.format(time);
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** What has gone by has: the window may not have looked at its clock since, and a server's can be ahead. */
const sinceThen = (iso: string, now: number): number => Math.max(now, Date.parse(iso));

function relative(iso: string, now: number, format: Intl.RelativeTimeFormat): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Number.isNaN(seconds)) return iso;
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return texts.units.justNow;
}
