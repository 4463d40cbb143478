import { type ReactElement, useState } from 'react';
import { announce } from '../../store/announcements.ts';
import { copyDiagnostics } from '../../store/diagnostics.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';

/** Copies the diagnostics and says on itself what came of it: where it stands there may be nothing else left to say it. */
export function CopyDiagnosticsButton(): ReactElement {
  const [said, setSaid] = useState<string | null>(null);

  const copy = async (): Promise<void> => {
    const failure = await copyDiagnostics();
    const words = failure === null ? texts.crash.copied : failure.message;
    setSaid(words);
    announce(words);
  };

  return (
    <Button icon={said === texts.crash.copied ? 'check' : 'copy'} onPress={() => void copy()}>
      {said ?? texts.crash.copy}
    </Button>
  );
}
