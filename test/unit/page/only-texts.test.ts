import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

/** Attributes whose content a person sees, or hears from a screen reader. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'errorMessage',
  'heading',
  'label',
  'placeholder',
  'title',
]);

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text);
/** From a capital to the end of a sentence. */
const isSentence = (text: string): boolean => /^\p{Lu}.* .*[.?!]$/su.test(text.trim());

/** A piece of the syntax of a file; what it is made of is asked for by `at`. */
type Piece = Readonly<Record<string, unknown>>;

/** What stands in a file for a person to read, each with its line. */
function wordsIn(name: string, source: string): string[] {
  const found = new Set<string>();
  const note = (piece: Piece, texts: readonly string[]): void => {
    const line = source.slice(0, Number(piece.start)).split('\n').length;
    for (const text of texts) found.add(`${name}:${line}: ${text.trim()}`);
  };
  const visit = (piece: Piece): void => {
    // What is thrown is for whoever mends the app.
    if (piece.type === 'NewExpression' && /Error$/.test(String(at(piece, 'callee').name))) return;
    if (piece.type === 'JSXText') note(piece, [String(piece.value)].filter(isWord));
    if (piece.type === 'JSXAttribute') {
      if (spoken.has(String(at(piece, 'name').name))) note(piece, shownBy(at(piece, 'value')).filter(isWord));
    }
    for (const child of childrenOf(piece)) {
      if (/^JSX(Element|Fragment)$/.test(String(piece.type)) && child.type === 'JSXExpressionContainer') {
        note(child, shownBy(child).filter(isWord));
      }
      visit(child);
    }
    note(piece, textsOf(piece).filter(isSentence));
  };
  visit(asPiece(parseAst(source, { lang: 'tsx' })));
  return [...found];
}

/** The texts that an expression may come to as it stands there, whichever way it goes. */
function shownBy(piece: Piece): string[] {
  const own = textsOf(piece);
  if (own.length > 0) return own;
  if (piece.type === 'JSXExpressionContainer') return shownBy(at(piece, 'expression'));
  if (piece.type === 'ConditionalExpression') {
    return [...shownBy(at(piece, 'consequent')), ...shownBy(at(piece, 'alternate'))];
  }
  if (piece.operator === '&&') return shownBy(at(piece, 'right'));
  if (/^(\|\||\?\?|\+)$/.test(String(piece.operator))) {
    return [...shownBy(at(piece, 'left')), ...shownBy(at(piece, 'right'))];
  }
  return [];
}

/** The text that a piece is; of a template, with a sign for each thing that is put in. */
function textsOf(piece: Piece): string[] {
  if (piece.type === 'Literal' && typeof piece.value === 'string') return [piece.value];
  if (piece.type !== 'TemplateLiteral' || !Array.isArray(piece.quasis)) return [];
  return [piece.quasis.map((part) => String(at(asPiece(part), 'value').cooked)).join('…')];
}

const at = (piece: Piece, part: string): Piece => asPiece(piece[part]);
const asPiece = (value: unknown): Piece => Object(value);

const childrenOf = (piece: Piece): Piece[] =>
  Object.values(piece)
    .flat()
    .filter((value) => typeof value === 'object' && value !== null && Object.hasOwn(value, 'type'))
    .map(asPiece);

describe('what a person reads in the window', () => {
  test('stands nowhere but among the texts', () => {
    const folder = join(import.meta.dirname, '../../../renderer');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('texts/'));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((name) => wordsIn(name, readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });

  test.each([
    ['between tags', '<p>Nothing here</p>'],
    ['in a name for screen readers', '<button aria-label="Close" />'],
    ['in one that depends', "<button title={open ? 'Close' : texts.open} />"],
    ['beside what is put in', `<p>{\`\${count} files\`}</p>`],
    ['where it may be shown', "<p>{isEmpty && 'Nothing here'}</p>"],
    ['beside an attribute that is none', '<p className="wide">Nothing here</p>'],
    ['outside of all tags', "const message = 'The server is not there.';"],
  ])('would be found %s', (_where, source) => {
    expect(wordsIn('example.tsx', source)).toHaveLength(1);
  });

  test.each([
    ['signs', '<p>·</p>'],
    ['names of styles', '<p className="wide row">{texts.nothing}</p>'],
    ['what is compared', "<p>{at === 'over' && texts.over}</p>"],
    ['what developers are told', "throw new Error('There is no such row.');"],
  ])('is not %s', (_what, source) => {
    expect(wordsIn('example.tsx', source)).toEqual([]);
  });
});
