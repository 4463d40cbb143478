import { type ReactElement, useRef } from 'react';
import { useNavigation } from '../../store/navigation.ts';
import { useProducts } from '../../store/products.ts';
import { focusNextPane, focusPaneNamed } from '../../ui/panes.ts';
import { useOffer } from '../../ui/use-offer.ts';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { DraftsPlace } from '../drafts/drafts-place.tsx';
import { HistoryPlace } from '../history/history-place.tsx';
import { ImportDialog } from '../imports/import-dialog.tsx';
import { MatchFiles } from '../matching/match-files.tsx';
import { QueuePlace } from '../queue/queue-place.tsx';
import { NoRelease } from '../releases/no-release.tsx';
import { ReleasePane } from '../releases/release-pane.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { SendingStrip } from './sending-strip.tsx';
import styles from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { StartNotices } from './start-notices.tsx';
import { TitleBar } from './title-bar.tsx';
import { UpdateBanner } from './update-banner.tsx';
import { usePlaceFocus } from './use-place-focus.ts';
import { useWindowTitle } from './use-window-title.ts';
import { Workbench } from './workbench.tsx';

/** The window once a team is connected: title bar, places, the place chosen, and what is being sent. */
export function MainWindow(): ReactElement {
  const place = useNavigation((state) => state.place);
  const product = useProducts(({ products, currentId }) => products.find(({ id }) => id === currentId)?.name);
  const main = useRef<HTMLElement>(null);

  useOffer('next-pane', () => focusNextPane(1));
  // In the next frame: what was just opened has to be drawn first.
  useOffer('go-to-detail', () => requestAnimationFrame(() => focusPaneNamed('detail')));
  useWindowTitle(product);
  usePlaceFocus(place, main);

  return (
    <div className={styles.window}>
      <TitleBar />
      <div className={styles.middle}>
        <Sidebar />
        <main ref={main} className={styles.main}>
          <StartNotices />
          <UpdateBanner />
          {place === 'releases' && (
            <Workbench place="releases" list={<ReleasePane />} nothing={<NoRelease />} />
          )}
          {place === 'drafts' && <DraftsPlace />}
          {place === 'queue' && <QueuePlace />}
          {place === 'history' && <HistoryPlace />}
          {place === 'settings' && <SettingsScreen />}
        </main>
      </div>
      <SendingStrip />
      <MatchFiles />
      <BulkDialog />
      <ImportDialog />
    </div>
  );
}
