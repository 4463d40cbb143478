/**
 * The page's policy lets no text become markup. React Aria empties what it announces to screen readers by setting it
 * to an empty text as markup, which makes none: that alone is let through, and the policy has room for one such rule.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown;
}

const trustedTypes: TrustedTypes | undefined = Reflect.get(window, 'trustedTypes');
trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? text : null) });
