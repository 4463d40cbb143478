import type { Opening } from '../../electron/model/opening.ts';
import { releaseLink } from '../../electron/model/release-link.ts';
import { call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { isAnswerAwaited, onceAnswered } from './awaited-answer.ts';
import { chooseConnection, currentConnection, useConnections } from './connections.ts';
import { useEditor } from './editor.ts';
import { importFile } from './imports.ts';
import { go, open } from './navigation.ts';
import { notify, withdrawNotices } from './notices.ts';
import { chooseProduct } from './products.ts';

/** Shows what the system has asked the app to open, one after the other. */
export async function showOpenings(): Promise<void> {
  const answer = await call('opening.next', {});
  if (!answer.ok) return;
  for (const opening of answer.value) {
    if (opening.shows === 'nothing' || !isAnswerAwaited()) show(opening);
    else showLater(opening);
  }
}

/** A question is about what is shown below it, and a form is lost with its place: both come first. */
function showLater(opening: Opening): void {
  const about = 'opening that waits';
  notify({ tone: 'info', message: texts.links.waits[opening.shows === 'plan' ? 'plan' : 'release'], about });
  onceAnswered(() => {
    withdrawNotices(about);
    show(opening);
  });
}

function show(opening: Opening): void {
  switch (opening.shows) {
    case 'release':
      showRelease(opening.connectionId, opening.productId, opening.releaseId);
      break;
    case 'plan':
      showPlan(opening);
      break;
    case 'nothing':
      showWhy(opening);
  }
}

/** Opens a release in the list of its product, whichever team and product are shown. */
export function showRelease(connectionId: string, productId: string, releaseId: string): void {
  chooseConnection(connectionId);
  chooseProduct(productId);
  open('releases', { connectionId, productId, releaseId, draftId: null }, true);
}

function showPlan({ planId, name, connectionId }: Opening & { shows: 'plan' }): void {
  if (connectionId !== null) chooseConnection(connectionId);
  if (useConnections.getState().currentId === null) {
    notify({ tone: 'warning', message: texts.links.connectFirst(shown(name)) });
    return;
  }
  go('drafts');
  void importFile({ planId, name });
}

function showWhy({ why, about }: Opening & { shows: 'nothing' }): void {
  const remedy = texts.links.remedy[why];
  notify({
    tone: 'warning',
    message: texts.links.nothing[why],
    detail: typeof remedy === 'string' ? remedy : remedy(shown(about)),
  });
}

/** Puts the link to the release that is open on the clipboard. */
export async function copyReleaseLink(): Promise<void> {
  const { subject, release } = useEditor.getState();
  const connection = currentConnection();
  if (subject === null || release === null || connection === null) {
    notify({ tone: 'info', message: texts.links.noRelease });
    return;
  }
  const { serverUrl, teamId } = connection;
  const link = releaseLink({ serverUrl, teamId, productId: subject.productId, releaseId: release.id });
  try {
    await navigator.clipboard.writeText(link);
    notify({ tone: 'success', message: texts.links.copied(shown(release.version)) });
  } catch {
    notify({ tone: 'danger', message: texts.links.notCopied });
  }
}
