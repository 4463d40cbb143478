import { type ReactElement, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '../store/announcements.ts';
import { copyText } from '../store/clipboard.ts';
import { texts } from '../texts/texts.ts';
import { cx } from './class-names.ts';
import styles from './copyable.module.css';
import { Icon } from './icon.tsx';
import { shown } from './visible-text.ts';

type Props = {
  /** What it is, for the button's name: "release id", "MD5". */
  readonly what: string;
  /** What is copied. */
  readonly value: string;
  /** What is shown of it. */
  readonly children?: string;
};

/** An id or a checksum that a click copies; where that fails, it is said. */
export function Copyable({ what, value, children }: Props): ReactElement {
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = async () => {
    if (!(await copyText(value))) return;
    setCopied(true);
    announce(texts.common.copied);
  };

  return (
    <Button className={cx(styles.copyable)} aria-label={texts.common.copy(what)} onPress={() => void copy()}>
      <span className={styles.value}>{shown(children ?? value)}</span>
      <Icon name={isCopied ? 'check' : 'copy'} size={12} />
    </Button>
  );
}
