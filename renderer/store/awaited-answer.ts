import { isCovered, onUncovered } from './covers.ts';
import { useNavigation } from './navigation.ts';

/** Whether somebody is in the middle of an answer: a dialog is open, or the form of a team. What is below is not to change. */
export function isAnswerAwaited(): boolean {
  const { connecting, editing } = useNavigation.getState();
  return isCovered('dialog') || connecting || editing !== null;
}

/** Runs it as soon as no answer is awaited any more. */
export function onceAnswered(run: () => void): void {
  const look = (): void => {
    if (isAnswerAwaited()) return;
    for (const stop of stops) stop();
    // What closes a dialog may go on to something itself, another dialog among it: that comes first.
    queueMicrotask(() => (isAnswerAwaited() ? onceAnswered(run) : run()));
  };
  const stops = [onUncovered(look), useNavigation.subscribe(look)];
}
