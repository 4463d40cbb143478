import type { ReactElement } from 'react';
import { count } from '../../format.ts';
import { applyBulk, closeBulk, useBulk } from '../../store/bulk-change.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { focusPaneNamed } from '../../ui/panes.ts';
import styles from './bulk.module.css';
import { BulkBatchSelect } from './bulk-batch-select.tsx';
import { BulkControls } from './bulk-controls.tsx';
import { BulkPreviewView } from './bulk-preview-view.tsx';
import { draftNumbers } from './draft-numbers.ts';

/** One change for many releases: what it is, what it does to each, and the button that does it. */
export function BulkDialog(): ReactElement {
  const { chosen, preview, isLooking, isApplying, failure, refusal } = useBulk();
  const words = texts.bulk;
  const releases = chosen?.releaseIds.length ?? 0;
  const all = releases + (chosen?.draftIds.length ?? 0);
  const title = releases === 0 ? words.titleDrafts(all, count(all)) : words.title(all, count(all));
  const numbers = draftNumbers(preview?.rows ?? []);
  const isNothing = numbers.made + numbers.changed === 0;
  const what = preview === null ? words.make : isNothing ? words.nothing : words.apply(numbers);
  const does = isApplying ? words.applying : what;
  const said = refusal ?? failure;

  const apply = async () => {
    if (await applyBulk()) keepFocus(() => focusPaneNamed('list'));
  };
  return (
    <Dialog title={title} isOpen={chosen !== null} onClose={closeBulk} wide>
      {chosen !== null && <BulkControls chosen={chosen} />}
      {said !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={said} />
        </Banner>
      )}
      <BulkPreviewView preview={preview} isLooking={isLooking} />
      <div className={styles.foot}>
        {preview !== null && !isNothing && <BulkBatchSelect rows={preview.rows} />}
        <DialogActions>
          <Button isDisabled={isApplying} onPress={closeBulk}>
            {texts.common.cancel}
          </Button>
          <Button
            kind="primary"
            isDisabled={isNothing || isLooking || isApplying}
            onPress={() => void apply()}
          >
            {does}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
