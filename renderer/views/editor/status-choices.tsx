import type { ReleaseStatus } from '../../../electron/model/release.ts';
import { releaseStatuses } from '../../../electron/model/release-status.ts';
import { texts } from '../../texts/texts.ts';
import type { Choice } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';

/** The four statuses, each with its shape. */
export const statusChoices: readonly Choice<ReleaseStatus>[] = releaseStatuses.map((status) => ({
  key: status,
  text: texts.status[status],
  content: <Status status={status} />,
}));
