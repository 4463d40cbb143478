import './trusted-html.ts';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { guardShortcuts, takeUndoKeys } from './shortcuts.ts';
import { startFeed } from './store/feed.ts';
import { reportPageErrors } from './store/page-errors.ts';
import { texts } from './texts/texts.ts';
import { CrashScreen } from './views/shell/crash-screen.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

document.documentElement.lang = texts.locale;
reportPageErrors();
guardShortcuts();
takeUndoKeys();
startFeed();
createRoot(root).render(
  <StrictMode>
    <CrashScreen>
      <App />
    </CrashScreen>
  </StrictMode>,
);
