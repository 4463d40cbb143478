import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Declaration, parse } from 'postcss';
import { describe, expect, test } from 'vitest';
import { besideColumns, columnGap, headHeight, usualRowHeight } from '../../../renderer/ui/grid/measures.ts';

const renderer = join(import.meta.dirname, '../../../renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).map((name) =>
  join(renderer, name),
);
const tokensFile = join(renderer, 'styles/tokens.css');
const declarations = files.filter((file) => file.endsWith('.css')).flatMap(declarationsIn);
const tokens = declarations.filter(({ file, prop }) => file === tokensFile && prop.startsWith('--'));
const used = declarations.filter(({ file }) => file !== tokensFile);
const named = used.filter(({ prop }) => prop.startsWith('--'));
const styles = used.filter(({ prop }) => !prop.startsWith('--'));

/** What is not space but the shape of one thing, and has a name there: any other goes by the tokens. */
const shapes = ['--head', '--icon', '--marks', '--strip-height', '--times'];
/** Tokens that are something else within one thing. */
const other = ['--row', '--surface', '--surface-hover', '--surface-pressed'];
/** Set by the page itself. */
const fromThePage = ['--columns', '--notices-room'];
/** And the widths columns were given, each by its name. */
const widthOfColumn = '--width-';

interface Styled {
  readonly file: string;
  readonly prop: string;
  readonly value: string;
  /** Where it stands, as one reads it in a report. */
  readonly place: string;
  readonly selector: string;
}

function declarationsIn(file: string): Styled[] {
  const found: Styled[] = [];
  parse(readFileSync(file, 'utf8'), { from: file }).walkDecls((declaration) => {
    const { prop, value, source } = declaration;
    const place = `${relative(renderer, file)}:${source?.start?.line} ${prop}: ${value}`;
    found.push({ file, prop, value, place, selector: selectorOf(declaration) });
  });
  return found;
}

function selectorOf({ parent }: Declaration): string {
  return parent?.type === 'rule' && 'selector' in parent ? String(parent.selector) : '';
}

/** Those of certain properties whose value is not as it should be. */
const wrong = (prop: RegExp, isWrong: (value: string) => boolean): string[] =>
  styles.filter((style) => prop.test(style.prop) && isWrong(style.value)).map(({ place }) => place);

/** A value without the tokens in it: what is left was written by hand. */
const byHand = (value: string): string =>
  value.replace(/"[^"]*"/g, '').replace(/var\((--[\w-]+)(?:, ?[^()]*)?\)/g, '');

const names = (value: string): string[] =>
  [...value.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);

const wordsIn = (value: string): string[] => value.match(/[a-z][\w-]*/gi) ?? [];

/** Those that depend on neither what is around nor the window. */
const lengthsIn = (value: string): string[] => value.match(/[\d.]+(?!%|v[wh])[a-z]+\b/gi) ?? [];

/** Whether a value is one token of a family, or what stands around it. */
const isOf = (family: string, ...more: string[]) => {
  const token = new RegExp(`^var\\(--${family}(-[a-z]+)?\\)$`);
  return (value: string): boolean => token.test(value) || more.includes(value);
};

describe('the style sheets', () => {
  test('take every colour from the tokens', () => {
    const colour = /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\(/i;
    expect(wrong(/./, (value) => colour.test(byHand(value)))).toEqual([]);
    expect(named.filter(({ value }) => colour.test(byHand(value))).map(({ place }) => place)).toEqual([]);
  });

  test('call no colour by its own name', () => {
    const coloured =
      /^(color|fill|stroke|background|outline|box-shadow|border(-(block|inline|top|bottom)(-(start|end))?)?)$|-color$/;
    const others = /^(transparent|currentColor|inherit|none|Highlight|HighlightText)$/;
    const around = /^(solid|dashed|inset|no-repeat|linear-gradient|color-mix|in|srgb|calc|px)$/;
    const isStranger = (word: string): boolean => !others.test(word) && !around.test(word);
    expect(wrong(coloured, (value) => wordsIn(byHand(value)).some(isStranger))).toEqual([]);
  });

  test('take the size, weight and leading of every text from the tokens', () => {
    expect(wrong(/^font-size$/, (value) => !isOf('size', 'inherit')(value))).toEqual([]);
    expect(wrong(/^font-weight$/, (value) => !isOf('weight', 'inherit')(value))).toEqual([]);
    expect(
      wrong(/^line-height$/, (value) => !isOf('leading', 'inherit', '0', 'var(--control-small)')(value)),
    ).toEqual([]);
    expect(wrong(/^font-family$/, (value) => !isOf('font', 'inherit')(value))).toEqual([]);
    expect(wrong(/^font$/, (value) => value !== 'inherit' && /[^\s/]/.test(byHand(value)))).toEqual([]);
  });

  test('take every space from the tokens, but for the width of a line', () => {
    const space =
      /^(margin|padding|scroll-margin|scroll-padding|inset|top|right|bottom|left)\b|^(row-|column-)?gap$/;
    expect(wrong(space, (value) => lengthsIn(byHand(value)).some((length) => length !== '1px'))).toEqual([]);
    const isForAnother = (name: string): boolean => /^--(size|weight|leading|radius|quick|ease)/.test(name);
    expect(wrong(space, (value) => names(value).some(isForAnother))).toEqual([]);
  });

  test('take every corner from the tokens', () => {
    expect(wrong(/^border(-[a-z]+)*-radius$/, (value) => !isOf('radius', '0')(value))).toEqual([]);
  });

  test('name no shape that is not known as one, and put nothing else in the place of a token', () => {
    const known = new Set([...shapes, ...other]);
    expect(named.filter(({ prop }) => !known.has(prop)).map(({ place }) => place)).toEqual([]);
    expect([...known].filter((name) => named.every(({ prop }) => prop !== name))).toEqual([]);
  });

  test('use every token, and nothing that is none', () => {
    const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8'));
    const asked = new Set([...declarations.map(({ value }) => value), ...sources].flatMap(names));
    const defined = new Set(tokens.map(({ prop }) => prop));
    expect([...defined].filter((name) => !asked.has(name))).toEqual([]);
    const others = new Set([...shapes, ...fromThePage]);
    const isOther = (name: string): boolean => others.has(name) || name.startsWith(widthOfColumn);
    expect([...asked].filter((name) => !defined.has(name) && !isOther(name))).toEqual([]);
  });
});

describe('what the lists compute with', () => {
  const grid = styles.filter(({ file }) => file.endsWith('/virtual-grid.module.css'));
  /** Pixels of a value of the list's rows, with boxes where there are any. */
  const pixels = (prop: string, selector: string): number => {
    const style = grid.findLast((each) => each.prop === prop && each.selector.includes(selector));
    return added(style?.value ?? '');
  };

  test('is as high and as wide as the styles make it', () => {
    expect(pixels('height', '.row')).toBe(usualRowHeight);
    expect(pixels('height', '.headRow')).toBe(headHeight);
    expect(pixels('gap', '.row')).toBe(columnGap);
    expect(pixels('padding-inline-start', '.withMarks .row') + pixels('padding-inline', '.row')).toBe(
      besideColumns,
    );
  });
});

/** Pixels of a token, a length, or a sum of them. */
function added(value: string): number {
  const meaning = (name: string): string =>
    [...tokens, ...named].find(({ prop }) => prop === name)?.value ?? '';
  const parts = value.replace(/^calc\((.*)\)$/, '$1').split(' + ');
  return parts.reduce((sum, part) => {
    const [name] = names(part);
    return sum + (name === undefined ? Number.parseFloat(part) : added(meaning(name)));
  }, 0);
}
