import { Component, type ReactNode } from 'react';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What stands in the window when drawing it failed. Drafts and jobs live in the main process and go on. */
export class CrashScreen extends Component<
  { readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main>
        <EmptyState icon="problem" title={texts.crash.title} text={texts.crash.text}>
          <Button kind="primary" onPress={() => window.location.reload()}>
            {texts.crash.reload}
          </Button>
        </EmptyState>
      </main>
    );
  }
}
