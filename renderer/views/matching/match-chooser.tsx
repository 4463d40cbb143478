import { type ReactElement, type RefObject, useState } from 'react';
import { Dialog as AriaDialog, Popover } from 'react-aria-components';
import { useFileMatching } from '../../store/file-matching.ts';
import { startChoosing } from '../../store/match-choices.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import popup from '../../ui/popup.module.css';
import { shown } from '../../ui/visible-text.ts';
import { ChooserList } from './chooser-list.tsx';
import styles from './matching.module.css';
import { NewReleaseForm } from './new-release-form.tsx';

type Props = { readonly index: number; readonly trigger: RefObject<Element | null> };

/** Where one file goes: what was matched, every release, a new one, or nowhere. */
export function MatchChooser({ index, trigger }: Props): ReactElement {
  const match = useFileMatching(({ matches }) => matches.find((each) => each.index === index));
  /** The version a new release begins with; null while releases are looked through. */
  const [newVersion, setNewVersion] = useState<string | null>(null);
  const close = () => startChoosing(null);

  return (
    <Popover
      className={cx(popup.popup, styles.chooser)}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      placement="bottom end"
      offset={2}
    >
      <AriaDialog
        className={cx(styles.chooserBody)}
        aria-label={texts.matching.chooser(shown(match?.name ?? ''))}
      >
        {match !== undefined &&
          (newVersion === null ? (
            <ChooserList match={match} onDone={close} onNew={setNewVersion} />
          ) : (
            <NewReleaseForm
              match={match}
              version={newVersion}
              onDone={close}
              onBack={() => setNewVersion(null)}
            />
          ))}
      </AriaDialog>
    </Popover>
  );
}
