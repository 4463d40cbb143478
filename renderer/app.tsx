import type { ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useConnections } from './store/connections.ts';
import { useNavigation } from './store/navigation.ts';
import { useSession } from './store/session.ts';
import { texts } from './texts/texts.ts';
import { LiveRegion } from './ui/live-region.tsx';
import { Toasts } from './ui/toasts.tsx';
import { ConnectScreen } from './views/connect/connect-screen.tsx';
import { CommandPalette } from './views/palette/command-palette.tsx';
import { MainWindow } from './views/shell/main-window.tsx';
import { StartFailed } from './views/shell/start-failed.tsx';

/** The window: what is wrong with the start, the first connection, or the work. */
export function App(): ReactElement {
  const phase = useSession((state) => state.phase);
  const hasConnection = useConnections((state) => state.connections.length > 0);
  const isConnecting = useNavigation((state) => state.connecting) || !hasConnection;
  return (
    <I18nProvider locale={texts.locale}>
      {phase === 'failed' && <StartFailed />}
      {/* While the first answers are on their way an empty window is calmer than a screen that flashes by. */}
      {phase === 'ready' && (isConnecting ? <ConnectScreen isFirst={!hasConnection} /> : <MainWindow />)}
      <CommandPalette />
      <Toasts />
      <LiveRegion />
    </I18nProvider>
  );
}
