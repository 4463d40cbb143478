import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followPointer } from '../../../renderer/ui/follow-pointer.ts';

const page = new EventTarget();
const onMove = vi.fn();
const onEnd = vi.fn();

/** What is done with a pointer: the first unless said otherwise, pressed. */
function send(type: string, given: { pointerId?: number; buttons?: number; clientX?: number } = {}): void {
  page.dispatchEvent(Object.assign(new Event(type), { pointerId: 1, buttons: 1, clientX: 0, ...given }));
}
const places = () => onMove.mock.calls.map(([event]) => event.clientX);

beforeEach(() => {
  vi.stubGlobal('window', page);
  followPointer({ pointerId: 1 }, { onMove, onEnd });
});
afterEach(() => {
  send('pointerup');
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

it('follows the pointer until it is let go of, and no longer', () => {
  send('pointermove', { clientX: 10 });
  send('pointermove', { clientX: 20 });
  expect(onEnd).not.toHaveBeenCalled();
  send('pointerup');
  send('pointermove', { clientX: 30 });
  expect(places()).toEqual([10, 20]);
  expect(onEnd).toHaveBeenCalledOnce();
});

it('is over as well when the system takes the pointer away', () => {
  send('pointercancel');
  send('pointermove', { clientX: 10 });
  expect(places()).toEqual([]);
  expect(onEnd).toHaveBeenCalledOnce();
});

it('does not go where the system says that its own pointer is, which is not pressed', () => {
  send('pointermove', { clientX: 10 });
  send('pointermove', { clientX: 500, buttons: 0 });
  expect(places()).toEqual([10]);
  expect(onEnd).not.toHaveBeenCalled();
});

it('leaves other pointers alone', () => {
  send('pointermove', { pointerId: 2, clientX: 10 });
  send('pointerup', { pointerId: 2 });
  expect(places()).toEqual([]);
  expect(onEnd).not.toHaveBeenCalled();
});
