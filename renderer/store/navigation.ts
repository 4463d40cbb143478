import { create } from 'zustand';

/** The places of the sidebar. */
export type Place = 'releases' | 'drafts' | 'queue' | 'history' | 'settings';
/** Those whose detail is the editor. */
export type ListPlace = Exclude<Place, 'history' | 'settings'>;

/** What the editor shows: a release, a draft, or the draft of a release that does not exist yet. */
export type Subject = {
  readonly connectionId: string;
  readonly productId: string;
  readonly releaseId: string | null;
  readonly draftId: string | null;
};

type Navigation = {
  readonly place: Place;
  /** What is open in each place; each keeps its own. */
  readonly subjects: Readonly<Record<ListPlace, Subject | null>>;
  /** Whether the detail stands in the list's place; only counts in a narrow window. */
  readonly detailInFront: boolean;
  /** The form for another connection covers the window. */
  readonly connecting: boolean;
  /** The team whose form is open in the settings. */
  readonly editing: string | null;
};

const nothingOpen = { releases: null, drafts: null, queue: null } as const;

export const useNavigation = create<Navigation>(() => ({
  place: 'releases',
  subjects: nothingOpen,
  detailInFront: false,
  connecting: false,
  editing: null,
}));

export function go(place: Place): void {
  useNavigation.setState({ place, detailInFront: false, connecting: false, editing: null });
}

/** Opens something in the editor of a place. `inFront`: also where there is room for only one pane. */
export function open(place: ListPlace, subject: Subject, inFront: boolean): void {
  useNavigation.setState((state) => ({
    place,
    subjects: { ...state.subjects, [place]: subject },
    detailInFront: inFront,
    connecting: false,
  }));
}

export function showDetail(inFront: boolean): void {
  useNavigation.setState({ detailInFront: inFront });
}

/** Closes what is open in one place. */
export function close(place: ListPlace): void {
  useNavigation.setState((state) => ({
    subjects: { ...state.subjects, [place]: null },
    detailInFront: false,
  }));
}

/** Another team or product is shown: nothing of the former one stays open. */
export function closeAll(): void {
  useNavigation.setState({ subjects: nothingOpen, detailInFront: false });
}

/** Opens the form of a team, for example to type its key again. */
export function editTeam(connectionId: string): void {
  useNavigation.setState({ place: 'settings', connecting: false, editing: connectionId });
}

export function stopEditingTeam(): void {
  useNavigation.setState({ editing: null });
}

export function setConnecting(connecting: boolean): void {
  useNavigation.setState({ connecting });
}

/** What the editor shows now, if the place has one. */
export function openSubject(): Subject | null {
  const { place, subjects } = useNavigation.getState();
  return isListPlace(place) ? subjects[place] : null;
}

export function isListPlace(place: Place): place is ListPlace {
  return place !== 'history' && place !== 'settings';
}

export function sameSubject(a: Subject | null, b: Subject | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.connectionId !== b.connectionId || a.productId !== b.productId) return false;
  return a.releaseId === null && b.releaseId === null ? a.draftId === b.draftId : a.releaseId === b.releaseId;
}
