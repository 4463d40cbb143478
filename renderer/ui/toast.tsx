import { type ReactElement, useEffect, useState } from 'react';
import { percent } from '../format.ts';
import { useNavigation } from '../store/navigation.ts';
import { dismissNotice, type Notice } from '../store/notices.ts';
import { texts } from '../texts/texts.ts';
import { Button } from './button.tsx';
import { cx } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { keepFocus } from './keep-focus.ts';
import { focusPaneNamed } from './panes.ts';
import { ProgressBar } from './progress-bar.tsx';
import styles from './toasts.module.css';
import { shown } from './visible-text.ts';

const lastsMs = 8000;

/** One notice. It stays while it is pointed at or has the focus. */
export function Toast({ notice }: { readonly notice: Notice }): ReactElement {
  const [isHeld, setHeld] = useState(false);
  const { id, lasts, tone } = notice;
  const place = useNavigation((state) => state.place);
  const actions = notice.actions.filter(({ leadsTo }) => leadsTo !== place);

  useEffect(() => {
    if (lasts === 'until-dismissed' || isHeld) return;
    const timer = setTimeout(() => dismissNotice(id), lastsMs);
    return () => clearTimeout(timer);
  }, [id, lasts, isHeld]);

  const dismiss = () => {
    dismissNotice(id);
    keepFocus(
      () => focusPaneNamed('detail'),
      () => focusPaneNamed('list'),
    );
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the notice from going while it is read
    <div
      className={cx(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={icons[tone]} />
      <div className={styles.words}>
        <p>{shown(notice.message)}</p>
        {notice.detail !== null && <p className={styles.detail}>{shown(notice.detail)}</p>}
        {notice.share !== null && (
          <ProgressBar label={shown(notice.message)} share={notice.share} words={percent(notice.share)} />
        )}
      </div>
      {actions.map(({ label, run }) => (
        <Button
          key={label}
          kind="link"
          onPress={() => {
            dismiss();
            run();
          }}
        >
          {label}
        </Button>
      ))}
      <IconButton small icon="close" label={texts.common.dismiss} onPress={dismiss} />
    </div>
  );
}

const icons: Readonly<Record<Notice['tone'], IconName>> = {
  info: 'note',
  success: 'check',
  warning: 'warning',
  danger: 'problem',
};
