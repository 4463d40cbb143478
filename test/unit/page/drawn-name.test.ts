import { expect, test } from 'vitest';
import { drawnName } from '../../../renderer/ui/drawn-name.ts';

/** Every character, and the dots, ten pixels wide. */
const drawnIn = (name: string, room: number) =>
  drawnName(name, room, { upTo: (place) => [...name.slice(0, place)].length * 10, dots: 10 });

test('a name is drawn as it is where it fits, and where it all but fits', () => {
  expect(drawnIn('ClaimsGuard-2.4.0.jar', 210)).toBeNull();
  expect(drawnIn('ClaimsGuard-2.4.0.jar', 209.6)).toBeNull();
  expect(drawnIn('', 0)).toBeNull();
});

test.each([
  [209, 'ClaimsGua…-2.4.0.jar'],
  [199, 'ClaimsGu…-2.4.0.jar'],
  [120, 'C…-2.4.0.jar'],
  [119, '…-2.4.0.jar'],
  [110, '…-2.4.0.jar'],
])('in %i pixels, as many whole letters as there is room for, and the end', (room, drawn) => {
  expect(drawnIn('ClaimsGuard-2.4.0.jar', room)).toBe(drawn);
});

test.each([
  [109, '…2.4.0.jar'],
  [55, '….jar'],
  [20, '…r'],
  [12, '…'],
  [3, '…'],
])('in %i pixels, as much of the end as there is room for', (room, drawn) => {
  expect(drawnIn('ClaimsGuard-2.4.0.jar', room)).toBe(drawn);
});

test('no character is cut in two, however it is written', () => {
  expect(drawnIn('🦊🦊🦊🦊🦊🦊-2.jar', 90)).toBe('🦊🦊…-2.jar');
  expect(drawnIn('-🦊🦊.jar', 60)).toBe('…🦊.jar');
});
