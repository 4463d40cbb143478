import { type ReactElement, useState } from 'react';
import { chooseConnection, useConnections } from '../../store/connections.ts';
import { copyProductId } from '../../store/copy-ids.ts';
import { go, setConnecting } from '../../store/navigation.ts';
import { chooseProduct, refreshProducts, useProducts } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { Pill } from '../../ui/pill.tsx';
import { Switcher } from '../../ui/switcher.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import { shown } from '../../ui/visible-text.ts';
import { PaletteButton } from '../palette/palette-button.tsx';
import { AddProductDialog } from '../releases/add-product-dialog.tsx';
import { OnlineState } from './online-state.tsx';
import styles from './shell.module.css';

/** Which team and product are shown, the way to the others, and whether there is a network. */
export function TitleBar(): ReactElement {
  const { connections, currentId } = useConnections();
  const { products, currentId: productId, known } = useProducts();
  const [isAdding, setAdding] = useState(false);
  const current = connections.find(({ id }) => id === currentId);
  useOffer('add-product', () => setAdding(true));

  return (
    <header data-pane="header" className={styles.bar}>
      <Switcher
        label={texts.bar.team}
        icon="team"
        items={connections.map(({ id, name, serverUrl, demo }) => ({
          id,
          text: shown(name),
          second: demo ? texts.bar.demo : shown(serverUrl.replace(/^https?:\/\//, '')),
        }))}
        currentId={currentId}
        placeholder={texts.bar.team}
        onChoose={chooseConnection}
        actions={[
          { id: 'add team', text: texts.bar.addTeam, icon: 'plus', run: () => setConnecting(true) },
          { id: 'manage teams', text: texts.bar.manageTeams, icon: 'settings', run: () => go('settings') },
        ]}
        searchLabel={texts.bar.findTeam}
        mark={current?.demo === true && <Pill>{texts.bar.demo}</Pill>}
      />
      <span className={styles.slash} aria-hidden="true">
        /
      </span>
      <Switcher
        label={texts.bar.product}
        icon="releases"
        items={products.map(({ id, name }) => ({ id, text: shown(name) }))}
        currentId={productId}
        placeholder={
          known ? texts.bar[products.length === 0 ? 'noProduct' : 'chooseProduct'] : texts.bar.product
        }
        onChoose={(id) => {
          chooseProduct(id);
          go('releases');
        }}
        actions={[
          { id: 'add product', text: texts.bar.addProduct, icon: 'plus', run: () => setAdding(true) },
          {
            id: 'refresh products',
            text: texts.bar.refreshProducts,
            icon: 'refresh',
            run: () => void refreshProducts(),
          },
          ...(productId === null
            ? []
            : [
                {
                  id: 'copy product id',
                  text: texts.ids.copyProductId,
                  icon: 'copy',
                  run: () => void copyProductId(productId),
                } as const,
              ]),
        ]}
        searchLabel={texts.bar.findProduct}
      />
      <PaletteButton />
      <OnlineState />
      <AddProductDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </header>
  );
}
