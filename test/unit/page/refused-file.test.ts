import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftReview } from '../../../electron/model/draft.ts';
import { useDrafts } from '../../../renderer/store/drafts.ts';
import { openEditor, useEditor } from '../../../renderer/store/editor.ts';
import { changeFields } from '../../../renderer/store/editor-changes.ts';
import { takeFiles } from '../../../renderer/store/editor-file.ts';
import { exampleOpenDraft, exampleRelease } from '../../support/examples.ts';

const release = exampleRelease();
const draft = exampleOpenDraft({ base: release });
const subject = {
  connectionId: draft.connectionId,
  productId: draft.productId,
  releaseId: release.id,
  draftId: null,
};
const row = { part: 'version', label: 'Version', server: '', draft: '', result: '', change: 'mine' } as const;
const refusal = { kind: 'file-unreadable', message: 'It cannot be read.', remedy: 'Look.', fields: [] };

/** Answers the file with its refusal. */
let refuse: () => void;
/** The draft as the main process has it. */
let kept: DraftReview;
const discard = vi.fn(async () => ({ ok: true, value: { batch: null } }));

beforeEach(() => {
  discard.mockClear();
  kept = { draft, findings: [], comparison: [row], changesAnything: false };
  const refused = Promise.withResolvers<unknown>();
  refuse = () => refused.resolve({ ok: false, failure: refusal });
  const reviewed = async () => ({ ok: true, value: kept });
  const change = async () => {
    kept = { ...kept, draft: { ...draft, updatedAt: '2026-01-02T00:00:00.000Z' }, changesAnything: true };
    return reviewed();
  };
  vi.stubGlobal('window', {
    lukittu: {
      'drafts.open': reviewed,
      'drafts.review': reviewed,
      'drafts.change': change,
      'drafts.attach': () => refused.promise,
      'drafts.discard': discard,
    },
  });
  useDrafts.setState({ connectionId: draft.connectionId, drafts: [], known: true });
  useEditor.setState({ subject, phase: 'ready', draft: null, release, pending: 0, intake: { kind: 'idle' } });
});

describe('a file that is refused', () => {
  it('leaves no draft of a release that had none, and is still spoken of', async () => {
    const taken = takeFiles([new File([], 'a.zip')]);
    refuse();
    await taken;
    expect(discard).toHaveBeenCalledExactlyOnceWith({ draftId: draft.id });
    expect(useDrafts.getState().drafts).toEqual([]);
    expect(useEditor.getState()).toMatchObject({ draft: null, intake: { kind: 'refused', name: 'a.zip' } });
  });

  it('leaves none either when its editor was left meanwhile', async () => {
    const taken = takeFiles([new File([], 'a.zip')]);
    await vi.waitFor(() => expect(useEditor.getState().draft).not.toBeNull());
    await openEditor(null);
    refuse();
    await taken;
    expect(discard).toHaveBeenCalledExactlyOnceWith({ draftId: draft.id });
    expect(useDrafts.getState().drafts).toEqual([]);
  });

  it('leaves alone what was typed meanwhile', async () => {
    const taken = takeFiles([new File([], 'a.zip')]);
    await vi.waitFor(() => expect(useEditor.getState().draft).not.toBeNull());
    changeFields({ version: '9.9.9' });
    refuse();
    await taken;
    expect(discard).not.toHaveBeenCalled();
    expect(useDrafts.getState().drafts).toHaveLength(1);
  });

  it('leaves alone a draft that was there before', async () => {
    useDrafts.setState({ drafts: [draft] });
    useEditor.setState({ draft });
    const taken = takeFiles([new File([], 'a.zip')]);
    refuse();
    await taken;
    expect(discard).not.toHaveBeenCalled();
  });
});
