import { type ReactElement, useMemo } from 'react';
import { endImport, importDropped, useImport } from '../../store/imports.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { FileTarget } from '../../ui/file-target.tsx';
import { shown } from '../../ui/visible-text.ts';
import { ImportFooter } from './import-footer.tsx';
import { ImportReport } from './import-report.tsx';
import { reportRows } from './report-rows.ts';

/** A plan or CSV file: what it would do is shown first, and then made into drafts. */
export function ImportDialog(): ReactElement {
  const { phase, name, kind, report, failure } = useImport();
  const rows = useMemo(() => (report === null ? null : reportRows(report, kind)), [report, kind]);
  const words = texts.plans;

  return (
    <Dialog
      title={name === '' ? words.title : words.titleOf(shown(name))}
      isOpen={phase !== 'closed'}
      onClose={endImport}
      wide={rows !== null && rows.all.length > 0 ? 'table' : phase !== 'asking'}
      isDismissable={phase === 'asking'}
    >
      {failure !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={failure} />
        </Banner>
      )}
      {phase === 'asking' ? (
        <>
          <FileTarget
            title={words.chooseTitle}
            text={words.chooseText}
            choose={words.choose}
            onFiles={importDropped}
          />
          <DialogActions>
            <Button onPress={endImport}>{texts.common.cancel}</Button>
          </DialogActions>
        </>
      ) : (
        <>
          {report !== null && rows !== null && <ImportReport report={report} rows={rows} />}
          <ImportFooter rows={rows} />
        </>
      )}
    </Dialog>
  );
}
