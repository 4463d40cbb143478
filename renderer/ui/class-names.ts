/** Joins the class names that are there; always a string, as React Aria's exact types want it. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
