import { Component, type ReactNode } from 'react';
import { call } from '../../api.ts';
import { allSaved } from '../../store/editor-changes.ts';
import { reportPageError } from '../../store/page-errors.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LiveRegion } from '../../ui/live-region.tsx';
import { CopyDiagnosticsButton } from './copy-diagnostics-button.tsx';
import styles from './shell.module.css';

/** What stands in the window when drawing it failed. Drafts and jobs live in the main process and go on. */
export class CrashScreen extends Component<
  { readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportPageError('drawing', error);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className={styles.alone}>
        <h1 className="visually-hidden">{texts.appName}</h1>
        <EmptyState icon="problem" title={texts.crash.title} text={texts.crash.text}>
          <div className={styles.choices}>
            <Button kind="primary" autoFocus onPress={() => void reload()}>
              {texts.crash.reload}
            </Button>
            <CopyDiagnosticsButton />
          </div>
        </EmptyState>
        <LiveRegion />
      </main>
    );
  }
}

/** How long what was typed last is waited for, in ms: it is on its way to the main process. */
const longestSavingMs = 3000;

async function reload(): Promise<void> {
  await Promise.race([allSaved(), new Promise((resolve) => setTimeout(resolve, longestSavingMs))]);
  await call('app.reload', {});
}
