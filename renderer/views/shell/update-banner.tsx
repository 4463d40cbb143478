import { type ReactElement, type ReactNode, useState } from 'react';
import type { UpdateHindrance, UpdateState } from '../../../electron/model/update.ts';
import { fileSize } from '../../format.ts';
import {
  fetchUpdate,
  putOffKey,
  putOffUpdate,
  restartToUpdate,
  stopUpdate,
  useUpdates,
} from '../../store/updates.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './update-banner.module.css';

type Known = Extract<UpdateState, { update: unknown }>;

/** A newer version of the app, and what can be done about it; nothing while there is none, or it was put off. */
export function UpdateBanner(): ReactElement | null {
  const { state, putOff } = useUpdates();
  const [showsNotes, setShowsNotes] = useState(false);
  if (!('update' in state) || putOffKey(state) === putOff) return null;
  const { notes } = state.update;
  const words = texts.updates;

  return (
    <section aria-label={words.region} data-pane="update" className={styles.update}>
      <Banner
        tone={state.at === 'failed' ? 'warning' : 'info'}
        actions={
          <>
            <Button kind="quiet" aria-expanded={showsNotes} onPress={() => setShowsNotes(!showsNotes)}>
              {showsNotes ? words.hideNotes : words.notes}
            </Button>
            <Choices state={state} />
          </>
        }
      >
        <Standing state={state} />
      </Banner>
      {showsNotes && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard
        <section className={styles.notes} tabIndex={0} aria-label={words.notes}>
          {notes === '' ? words.noNotes : notes.split('\n').map(noteLine).join('\n')}
        </section>
      )}
    </section>
  );
}

/** A line of the notes, with the dot that its hyphen stands for. */
const noteLine = (line: string): string => shown(line.replace(/^- /, '• '));

/** Where it stands; told once for each step, not at every tick of the download. */
function Standing({ state }: { readonly state: Known }): ReactElement {
  const version = shown(state.update.version);
  const words = texts.updates;
  switch (state.at) {
    case 'found':
      return <p role="status">{words.found(version)}</p>;
    case 'waiting':
      return <p role="status">{words.waiting(version)}</p>;
    case 'fetching':
      return <Fetching state={state} version={version} />;
    case 'ready':
      return (
        <p role="status">
          {words.ready(version)} {whenItTakesOver(state.waitsFor)}
        </p>
      );
    case 'failed':
      return (
        <p role="alert">
          {words.failed(version)} {shown(state.failure.message)} {shown(state.failure.remedy)}
        </p>
      );
  }
}

function whenItTakesOver(waitsFor: UpdateHindrance | null): string {
  const { takesOver, restartLater, putOff } = texts.updates;
  if (waitsFor === null) return takesOver;
  return waitsFor === 'here' ? `${takesOver} ${restartLater.here}` : `${restartLater.elsewhere} ${putOff}`;
}

function Fetching({
  state: { doneBytes, totalBytes },
  version,
}: {
  readonly state: Extract<UpdateState, { at: 'fetching' }>;
  readonly version: string;
}): ReactElement {
  const words = texts.updates;
  const progress = totalBytes > 0 ? words.progress(fileSize(doneBytes), fileSize(totalBytes)) : '';
  return (
    <div className={styles.fetching}>
      <p>
        <span role="status">{words.fetching(version)}</span>
        <span className={styles.progress}>{progress}</span>
      </p>
      <ProgressBar
        label={words.fetching(version)}
        share={totalBytes > 0 ? Math.min(1, doneBytes / totalBytes) : null}
        words={progress}
      />
    </div>
  );
}

function Choices({ state }: { readonly state: Known }): ReactNode {
  const words = texts.updates;
  switch (state.at) {
    case 'found': {
      const { bytes } = state.update;
      return (
        <>
          <Later />
          <Button onPress={() => void fetchUpdate()}>
            {bytes === null ? words.fetch : words.fetchOf(fileSize(bytes))}
          </Button>
        </>
      );
    }
    case 'waiting':
    case 'fetching':
      return <Button onPress={() => void stopUpdate()}>{texts.common.cancel}</Button>;
    case 'ready':
      return (
        <>
          <Later />
          <Button isDisabled={state.waitsFor !== null} onPress={() => void restartToUpdate()}>
            {words.restart}
          </Button>
        </>
      );
    case 'failed':
      return (
        <>
          <Later />
          <Button onPress={() => void fetchUpdate()}>{texts.common.tryAgain}</Button>
        </>
      );
  }
}

function Later(): ReactElement {
  return (
    <Button kind="quiet" onPress={putOffUpdate}>
      {texts.updates.later}
    </Button>
  );
}
