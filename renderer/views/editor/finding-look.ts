import type { Finding } from '../../../electron/model/draft.ts';
import type { IconName } from '../../ui/icon.tsx';

/** A shape for each severity: never colour alone. */
export const findingIcons = {
  blocks: 'problem',
  warns: 'warning',
  tells: 'note',
} as const satisfies Record<Finding['severity'], IconName>;

/** Tells findings of one draft apart: a rule can speak of several things. */
export function findingKey({ rule, part, message }: Finding): string {
  return `${rule} ${part} ${message}`;
}
