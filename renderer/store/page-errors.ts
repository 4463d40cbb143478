import { afterText } from '../../electron/model/error-stack.ts';
import { call } from '../api.ts';

type Where = 'drawing' | 'script' | 'promise';

/** Has errors that nobody caught written down, until the returned function is called. */
export function reportPageErrors(): () => void {
  const onError = ({ error }: ErrorEvent): void => {
    // A browser's own remark, such as one on layout that took two rounds, comes without an error.
    if (error !== null && error !== undefined) reportPageError('script', error);
  };
  const onRejection = ({ reason }: PromiseRejectionEvent): void => reportPageError('promise', reason);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}

/** Has an error written down: its class and where it came through. */
export function reportPageError(where: Where, error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : { name: typeof error, message: '' };
  const places = afterText(stack, message).slice(0, 20_000);
  void call('app.pageFailed', { where, name: name.slice(0, 200), stack: places });
}
