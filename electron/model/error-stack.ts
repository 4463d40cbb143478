/**
 * The part of a stack that says where: what comes after the error's text, which stands first and may look like places
 * itself. All of it where the text is not in it.
 */
export function afterText(stack: string, text: string): string {
  const begin = stack.indexOf(text);
  return begin < 0 ? stack : stack.slice(begin + text.length);
}
