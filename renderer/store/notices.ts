import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type { Place } from './navigation.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

export type NoticeAction = {
  readonly label: string;
  readonly run: () => void;
  /** Where it only leads to; it is not offered there. */
  readonly leadsTo?: Place;
};

/** A short message that floats over the window until it is dismissed or has been there long enough. */
export type Notice = {
  readonly id: number;
  readonly tone: NoticeTone;
  readonly message: string;
  readonly detail: string | null;
  /** What can be done about it, the nearest first. */
  readonly actions: readonly NoticeAction[];
  /** What it is about, where something can come of that: a job's id. */
  readonly about: string | null;
  /** How far it is, where it tells of something under way: between 0 and 1. */
  readonly share: number | null;
  /** Whether it goes by itself. What went wrong stays until it has been read. */
  readonly lasts: 'a-while' | 'until-dismissed';
};

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

/** Shows a message, in place of an older one about the same. At most four stand at a time; the oldest makes room. */
export function notify(notice: Pick<Notice, 'tone' | 'message'> & Partial<Notice>): void {
  lastId += 1;
  const full: Notice = {
    detail: null,
    actions: [],
    about: null,
    share: null,
    lasts: notice.tone === 'danger' || notice.tone === 'warning' ? 'until-dismissed' : 'a-while',
    ...notice,
    id: lastId,
  };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((other) => !isReplaced(other, full)), full].slice(-4),
  }));
}

/** Tells of a failure that has no place of its own in the view. */
export function notifyFailure(failure: Failure): void {
  notify({ tone: 'danger', message: failure.message, detail: failure.remedy });
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Shows how far it is what a notice tells of. Answers false when there is no such notice. */
export function moveNotice(about: string, share: number): boolean {
  const { notices } = useNotices.getState();
  const isThere = notices.some((notice) => notice.about === about && notice.share !== null);
  if (isThere) {
    useNotices.setState({
      notices: notices.map((notice) => (notice.about === about ? { ...notice, share } : notice)),
    });
  }
  return isThere;
}

/** What they are about has come to its end: what they say is no longer so. */
export function withdrawNotices(about: string): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.about !== about) }));
}

function isReplaced(older: Notice, { message, about }: Notice): boolean {
  return older.message === message || (about !== null && older.about === about);
}

let lastId = 0;
