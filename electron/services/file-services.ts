import { createExportService, type ExportService } from './exports.ts';
import { createImportService, type ImportService } from './imports.ts';
import { createMatchingService, type MatchingService } from './matching.ts';
import { createPlanService, type PlanService } from './plans.ts';

type Given<Create extends (given: never) => unknown> = Parameters<Create>[0];

type Dependencies = Omit<Given<typeof createPlanService>, 'added'> &
  Given<typeof createMatchingService> &
  Omit<Given<typeof createImportService>, 'plans'> &
  Omit<Given<typeof createExportService>, 'plans'>;

/** What becomes drafts out of files, and files out of drafts. */
export interface FileServices {
  readonly plans: PlanService;
  readonly matching: MatchingService;
  readonly imports: ImportService;
  readonly exports: ExportService;
}

export function createFileServices(given: Dependencies): FileServices {
  const plans = createPlanService({
    ...given,
    added: (connectionId, draftIds) =>
      given.events.emit('drafts.changed', { connectionId, draftIds: [...draftIds] }),
  });
  return {
    plans,
    matching: createMatchingService(given),
    imports: createImportService({ ...given, plans }),
    exports: createExportService({ ...given, plans }),
  };
}
