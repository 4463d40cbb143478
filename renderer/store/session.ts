import { create } from 'zustand';
import type { CallOutput } from '../../electron/contract.ts';
import type { Failure } from '../../electron/model/failure.ts';
import { call } from '../api.ts';
import { writeNumbersAndTimesAs } from '../format.ts';

type Session = {
  readonly phase: 'starting' | 'ready' | 'failed';
  readonly info: CallOutput<'app.info'> | null;
  /** Choices of the window remembered from last time, by name. */
  readonly settings: Readonly<Record<string, string>>;
  readonly online: boolean;
  readonly failure: Failure | null;
};

/** What is known of the app itself since it started. */
export const useSession = create<Session>(() => ({
  phase: 'starting',
  info: null,
  settings: {},
  online: true,
  failure: null,
}));

/** Asks the main process what the window needs before anything else. */
export async function startSession(): Promise<boolean> {
  const [info, settings] = await Promise.all([call('app.info', {}), call('app.settings', {})]);
  if (!info.ok) {
    useSession.setState({ phase: 'failed', failure: info.failure });
    return false;
  }
  writeNumbersAndTimesAs(info.value.regionalLocales);
  useSession.setState({
    info: info.value,
    online: info.value.online,
    settings: settings.ok ? settings.value : {},
  });
  return true;
}

export function sessionIsReady(): void {
  useSession.setState({ phase: 'ready', failure: null });
}

export function sessionFailed(failure: Failure): void {
  useSession.setState({ phase: 'failed', failure });
}

/** One of the notices of the start has been read; no window shows it again. */
export function dismissStartNotice(notice: string): void {
  useSession.setState(({ info }) => ({
    info: info && { ...info, notices: info.notices.filter((each) => each !== notice) },
  }));
  void call('app.dismissNotice', { notice });
}

export function setOnline(online: boolean): void {
  useSession.setState({ online });
}

export function remembered(name: string): string | undefined {
  return useSession.getState().settings[name];
}

/** Remembers a choice of the window for the next start. A choice that cannot be saved is no one's concern. */
export function remember(name: string, value: string): void {
  if (remembered(name) === value) return;
  useSession.setState(({ settings }) => ({ settings: { ...settings, [name]: value } }));
  void call('app.remember', { key: name, value });
}
