import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { Dialog as AriaDialog, Menu, MenuItem, Modal, ModalOverlay } from 'react-aria-components';
import { useBatches } from '../../store/batches.ts';
import { findEntries, type PaletteEntry, type PaletteKind } from '../../store/palette.ts';
import { findElsewhere, useElsewhere } from '../../store/releases-elsewhere.ts';
import { texts } from '../../texts/texts.ts';
import { cx } from '../../ui/class-names.ts';
import dialog from '../../ui/dialog.module.css';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import popup from '../../ui/popup.module.css';
import { SearchedMenu } from '../../ui/searched-menu.tsx';
import { useCover } from '../../ui/use-cover.ts';
import { useOffer } from '../../ui/use-offer.ts';
import styles from './palette.module.css';
import { entriesElsewhere, paletteEntries } from './palette-entries.ts';

/** Finds any command, release, draft, batch, product or team by its name, and does it or goes there. */
export function CommandPalette(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  useOffer('palette', () => setOpen(true));
  useCover('palette', isOpen);
  return (
    <ModalOverlay
      className={cx(dialog.veil, styles.veil)}
      isOpen={isOpen}
      onOpenChange={setOpen}
      isDismissable
    >
      <Modal className={cx(dialog.modal, styles.modal)}>
        <AriaDialog aria-label={texts.palette.title} className={cx(styles.palette)}>
          <Palette onDone={() => setOpen(false)} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * What the window holds is gathered when the palette opens, and stays much the same while it is. The releases of other products
 * come a moment after what is typed: until then those of the former text stay, as far as they hold the new one.
 */
function Palette({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [text, setText] = useState('');
  const { connectionId, found: elsewhere, answered } = useElsewhere();
  useEffect(() => void findElsewhere(text), [text]);
  const [held, setHeld] = useState(paletteEntries);
  // What can be done with a batch is known once it was played.
  useEffect(
    () =>
      useBatches.subscribe(({ review }, former) => {
        if (review !== former.review) setHeld(paletteEntries());
      }),
    [],
  );
  const found = useMemo(() => {
    const others = connectionId === null ? [] : entriesElsewhere(connectionId, elsewhere);
    return findEntries([...held, ...others], text);
  }, [held, connectionId, elsewhere, text]);

  const run = (key: unknown) => {
    const entry = found.find(({ id }) => id === key);
    onDone();
    // In the next frame: the palette gives the focus back first, then the command may take it elsewhere.
    if (entry !== undefined) requestAnimationFrame(entry.run);
  };
  return (
    <SearchedMenu label={texts.palette.search} text={text} onText={setText}>
      <Menu
        aria-label={texts.palette.found}
        items={found}
        onAction={run}
        renderEmptyState={() => (
          <div className={popup.empty}>{answered === text ? texts.common.noMatch : noText}</div>
        )}
      >
        {(entry) => <Entry entry={entry} />}
      </Menu>
    </SearchedMenu>
  );
}

/** As high as the words that may come in its place. */
const noText = '\u00a0';

function Entry({ entry }: { readonly entry: PaletteEntry }): ReactElement {
  const { id, kind, text, accelerator, why } = entry;
  const second = why ?? entry.second;
  return (
    <MenuItem id={id} textValue={`${text} ${texts.palette.kinds[kind]}`} className={cx(popup.item)}>
      <span className={cx(popup.mark, styles.mark)}>
        <Icon name={icons[kind]} size={14} />
      </span>
      <span className={cx(popup.words, styles.words)}>
        <span className={cx(styles.text, why !== null && styles.cannot)}>{text}</span>
        {second !== '' && <span className={styles.second}>{second}</span>}
      </span>
      {accelerator === null ? (
        <span className={styles.kind}>{kind === 'command' ? '' : texts.palette.kinds[kind]}</span>
      ) : (
        <Keys accelerator={accelerator} />
      )}
    </MenuItem>
  );
}

const icons: Readonly<Record<PaletteKind, IconName>> = {
  command: 'command',
  release: 'releases',
  draft: 'drafts',
  batch: 'batch',
  product: 'releases',
  team: 'team',
};
