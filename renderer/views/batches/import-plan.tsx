import type { ReactElement } from 'react';
import { count } from '../../format.ts';
import { closePlan, lookAtPlan, makeDrafts, usePlanImport } from '../../store/plan-import.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { useFilePicker } from '../../ui/use-file-picker.tsx';
import { shown } from '../../ui/visible-text.ts';
import { PlanReportView } from './plan-report-view.tsx';

/** Chooses a plan file, shows what it would do, and makes its drafts when that is what is wanted. */
export function ImportPlan(): ReactElement {
  const { file, isBusy, report, failure, onStale } = usePlanImport();
  const words = texts.plans;
  const picker = useFilePicker(words.file, ([first]) => {
    if (first !== undefined) void lookAtPlan(first);
  });
  const drafts =
    report?.steps.filter(({ outcome }) => outcome === 'change' || outcome === 'blocked').length ?? 0;
  const isRefused = report !== null && report.problems.length > 0;
  const isOnlyStale = isRefused && report.problems.every(({ kind }) => kind === 'stale');

  return (
    <>
      {picker.input}
      <Button kind="quiet" onPress={() => void picker.choose()}>
        {words.import}
      </Button>
      <Dialog title={words.title} isOpen={file !== null} onClose={closePlan} wide>
        {file !== null && report === null && isBusy && <p role="status">{words.reading(shown(file.name))}</p>}
        {failure !== null && (
          <Banner tone="danger" role="alert">
            <FailureText failure={failure} />
          </Banner>
        )}
        {report !== null && <PlanReportView report={report} />}
        <DialogActions>
          <Button onPress={closePlan}>{isRefused ? texts.common.close : texts.common.cancel}</Button>
          {isOnlyStale && onStale === 'refuse' && file !== null && (
            <Button isDisabled={isBusy} onPress={() => void lookAtPlan(file, 'take')}>
              {words.takeStale}
            </Button>
          )}
          {report !== null && !isRefused && drafts > 0 && (
            <Button kind="primary" isDisabled={isBusy} onPress={() => void makeDrafts()}>
              {words.make(drafts, count(drafts))}
            </Button>
          )}
        </DialogActions>
      </Dialog>
    </>
  );
}
