/** Characters. */
const longest = 20_000;

/** Tags after which a new line begins, and those that stand for a point of a list. */
const blocks = /<\/?(?:p|div|h[1-6]|ul|ol|pre|table|tr|blockquote|br|hr)\b[^<>]*>/gi;
const points = /<li\b[^<>]*>/gi;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * Release notes as plain text, to be shown as that: what stands in the changelog, without the marks of its headings and
 * names. GitHub gives HTML where a release brings no such text; of it the words and the shape of lists are kept. Cut at
 * 20,000 characters.
 */
export function plainNotes(notes: string): string {
  const text = looksLikeHtml(notes) ? wordsOf(notes) : withoutMarks(notes);
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, longest);
}

const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|div|h[1-6]|ul|ol|li|br|pre|a|strong|em|code)\b/i.test(text);

function withoutMarks(markdown: string): string {
  return markdown.replace(/^#{1,6} +/gm, '').replace(/`([^`\n]+)`/g, '$1');
}

function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/\s+/g, ' ')
    .replace(points, '\n- ')
    .replace(blocks, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (all, decimal, hex, name) =>
      characterOf(all, decimal, hex, name),
    )
    .replace(/^ +/gm, '');
}

function characterOf(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? all;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
}
