import { createFakeClock, type FakeClock } from './fake-clock.ts';

/** A computer's clock that can be set, in a world whose time goes on: the server's, and that of every timer. */
export interface SetClock extends FakeClock {
  readonly world: FakeClock;
}

export function createSetClock(): SetClock {
  const world = createFakeClock();
  let offset = 0;
  return {
    world,
    now: () => world.now() + offset,
    after: world.after,
    advance: world.advance,
    jump: (ms) => {
      offset += ms;
    },
    due: () => world.due().map((at) => at + offset),
  };
}
