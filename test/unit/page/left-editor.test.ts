import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftReview } from '../../../electron/model/draft.ts';
import { useDrafts } from '../../../renderer/store/drafts.ts';
import { openEditor, useEditor } from '../../../renderer/store/editor.ts';
import { changeFields, setOut } from '../../../renderer/store/editor-changes.ts';
import { exampleOpenDraft, exampleRelease } from '../../support/examples.ts';

const release = exampleRelease();
const draft = exampleOpenDraft({ base: release });
const subject = {
  connectionId: draft.connectionId,
  productId: draft.productId,
  releaseId: release.id,
  draftId: null,
};

/** The changes that were sent, in their order: a test answers each when it wants to. */
let sent: PromiseWithResolvers<DraftReview>[];
const discard = vi.fn(async () => ({ ok: true, value: { batch: null } }));
const row = { part: 'version', label: 'Version', server: '', draft: '', result: '', change: 'mine' } as const;
const answered = (changesAnything: boolean): DraftReview => ({
  draft,
  findings: [],
  comparison: [row],
  changesAnything,
});

beforeEach(() => {
  sent = [];
  discard.mockClear();
  const change = async () => {
    const answer = Promise.withResolvers<DraftReview>();
    sent.push(answer);
    return { ok: true, value: await answer.promise };
  };
  vi.stubGlobal('window', { lukittu: { 'drafts.change': change, 'drafts.discard': discard } });
  useDrafts.setState({ connectionId: draft.connectionId, drafts: [draft], known: true });
  useEditor.setState({ subject, phase: 'ready', draft, fields: draft.fields, release, pending: 0 });
});

/** Answers what was sent, in its order, and lets the page take that in. */
async function answer(...said: readonly boolean[]): Promise<void> {
  await vi.waitFor(() => expect(sent).toHaveLength(said.length));
  for (const [at, changesAnything] of said.entries()) {
    sent[at]?.resolve(answered(changesAnything));
    await sent[at]?.promise;
  }
  await new Promise(setImmediate);
}

describe('a draft whose editor was left before its last change was saved', () => {
  it('is put away when that has left nothing of it', async () => {
    changeFields({ version: release.version });
    await openEditor(null);
    await answer(false);
    expect(discard).toHaveBeenCalledExactlyOnceWith({ draftId: draft.id });
    expect(useDrafts.getState().drafts).toEqual([]);
  });

  it('is kept when it changes something', async () => {
    changeFields({ version: '1.4.1' });
    await openEditor(null);
    await answer(true);
    expect(discard).not.toHaveBeenCalled();
    expect(useDrafts.getState().drafts).toHaveLength(1);
  });

  it('is kept while another change is on its way, whatever it held in between', async () => {
    changeFields({ version: release.version });
    changeFields({ version: '1.4.1' });
    await openEditor(null);
    await answer(false, true);
    expect(discard).not.toHaveBeenCalled();
  });

  it('is kept while a file is on its way into it', async () => {
    const arrived = setOut(subject);
    changeFields({ version: release.version });
    await openEditor(null);
    await answer(false);
    expect(discard).not.toHaveBeenCalled();
    expect(arrived()).toBe(true);
  });
});
