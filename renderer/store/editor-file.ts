import { attachFile, call } from '../api.ts';
import { texts } from '../texts/texts.ts';
import { announce } from './announcements.ts';
import { adoptReview, isOpen, tidyUpRefused, useEditor } from './editor.ts';
import { allSaved, changeDraft, ensureDraft, setOut } from './editor-changes.ts';

/** Takes one file into the open draft; what is wrong with several, none, or a folder is said where it was dropped. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const [file, ...others] = files;
  if (file === undefined) return refuse('', texts.file.noFile, texts.file.noFileRemedy);
  if (others.length > 0) {
    return refuse('', texts.file.several(files.length), texts.file.severalRemedy, files);
  }
  await takeFile(file);
}

/** Takes what was dropped, unless it is a folder. */
export async function takeDropped(files: readonly File[], hasFolder: boolean): Promise<void> {
  if (hasFolder) refuse(files[0]?.name ?? '', texts.file.folder, texts.file.folderRemedy, files);
  else await takeFiles(files);
}

/** Says why something that was dropped is not taken. */
export function refuse(name: string, message: string, remedy: string, files: readonly File[] = []): void {
  useEditor.setState({ intake: { kind: 'refused', name, message, remedy, files } });
  announce(`${message} ${remedy}`);
}

export function dismissRefusal(): void {
  useEditor.setState({ intake: { kind: 'idle' } });
}

/** Takes the newer file from where the artifact came from in its place. */
export async function takeNewerFile(): Promise<void> {
  const { draft, subject, file } = useEditor.getState();
  if (draft === null || subject === null || file.kind !== 'replace') return;
  const { name } = file.artifact;
  useEditor.setState({ intake: { kind: 'copying', name } });
  const answer = await call('drafts.reattach', { draftId: draft.id });
  if (!isOpen(subject)) return;
  if (!answer.ok) return refuse(name, answer.failure.message, answer.failure.remedy);
  dismissRefusal();
  adoptReview(answer.value);
}

export function keepFile(): void {
  dismissRefusal();
  changeDraft({ file: 'keep' });
}

export function removeFile(): void {
  dismissRefusal();
  changeDraft({ file: 'remove' });
}

async function takeFile(file: File): Promise<void> {
  const { subject, draft, intake } = useEditor.getState();
  if (subject === null || intake.kind === 'copying') return;
  const isFirstChange = draft === null && subject.releaseId !== null;
  useEditor.setState({ intake: { kind: 'copying', name: file.name } });
  const arrived = setOut(subject);
  const draftId = await ensureDraft(subject);
  if (draftId === null) {
    arrived();
    return isOpen(subject) ? dismissRefusal() : undefined;
  }
  const answer = await attachFile(draftId, file);
  const isLast = arrived();
  await allSaved();
  if (!answer.ok) {
    if (isOpen(subject)) refuse(file.name, answer.failure.message, answer.failure.remedy);
    if (isLast && isFirstChange) await tidyUpRefused(subject, draftId);
    return;
  }
  if (!isOpen(subject)) return;
  dismissRefusal();
  adoptReview(answer.value);
  announce(texts.file.added(file.name));
}
