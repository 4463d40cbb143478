import { licenseKeys } from '../model/license-key.ts';

/** Frees texts of what is nobody's business before they are written or shown to others. */
export interface Redactor {
  /** The text on one line, without secrets, people and home folders, cut at 2,000 characters. Never throws. */
  redact(text: string): string;
  /** From now on this text, such as an API key, is taken out wherever it stands, also as URLs and JSON write it. */
  conceal(secret: string): void;
}

/** @param homes folders whose paths name the user; each is written as `~` */
export function createRedactor(homes: readonly string[]): Redactor {
  const secrets = new Set<string>();
  const folders = homes
    .filter((home) => home.length > 1)
    .flatMap((home) => [home, encodeURI(home.replaceAll('\\', '/'))])
    .sort((a, b) => b.length - a.length);
  return {
    redact: (text) => {
      let left = text.toWellFormed();
      // The longest first: one key may be the beginning of another.
      for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
        left = left.replaceAll(secret, removed);
      }
      for (const folder of folders) left = left.replaceAll(folder, '~');
      left = left.slice(0, longestLookedAt);
      for (const { pattern, by } of patterns) left = left.replace(pattern, by);
      return left.length > longest ? `${left.slice(0, longest)}…` : left;
    },
    conceal: (secret) => {
      if (secret.length < shortestSecret) return;
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
        secrets.add(form);
      }
    },
  };
}

const removed = '•••';
const longest = 2000;
/** What is behind it could only be seen if almost everything before were taken out. */
const longestLookedAt = 4 * longest;
/** Whatever is shorter would be found in every other word. */
const shortestSecret = 6;

const patterns: readonly { pattern: RegExp; by: string }[] = [
  { pattern: /\b(bearer|basic)\s+[^\s"',]+/gi, by: `$1 ${removed}` },
  {
    pattern:
      /(?<![a-z])(authorization|api[-_]?key|password|passwd|secret|token)(["']?\s*[:=]\s*)["']?[^\s"',]+/gi,
    by: `$1$2${removed}`,
  },
  { pattern: licenseKeys, by: removed },
  { pattern: /\/\/[^\s/@]{1,256}@/g, by: `//${removed}@` },
  { pattern: /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/g, by: removed },
  // What begins a line of its own, or hides one.
  { pattern: /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, by: ' ' },
];
