import { describe, expect, it } from 'vitest';
import { placed, stepped } from '../../../renderer/views/batches/moved-order.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const set = (...ids: string[]) => new Set(ids);

describe('moving drafts of a batch by one place', () => {
  it('takes what stands together along together', () => {
    expect(stepped(order, set('b', 'c'), -1)).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(stepped(order, set('b', 'c'), 1)).toEqual(['a', 'd', 'b', 'c', 'e']);
  });

  it('moves each of those that stand apart', () => {
    expect(stepped(order, set('b', 'd'), -1)).toEqual(['b', 'a', 'd', 'c', 'e']);
  });

  it('stops at both ends, in the order they have', () => {
    expect(stepped(order, set('a', 'b'), -1)).toEqual(order);
    expect(stepped(order, set('d', 'e'), 1)).toEqual(order);
    expect(stepped(order, set('a', 'c'), -1)).toEqual(['a', 'c', 'b', 'd', 'e']);
  });
});

describe('dropping drafts of a batch', () => {
  it('puts them before or after the one they are dropped at, in the order they have', () => {
    expect(placed(order, set('a', 'e'), { id: 'c', where: 'before' })).toEqual(['b', 'a', 'e', 'c', 'd']);
    expect(placed(order, set('a', 'e'), { id: 'c', where: 'after' })).toEqual(['b', 'c', 'a', 'e', 'd']);
    expect(placed(order, set('a'), { id: 'e', where: 'after' })).toEqual(['b', 'c', 'd', 'e', 'a']);
  });

  it('leaves them where they are when they are dropped on themselves', () => {
    expect(placed(order, set('b', 'c'), { id: 'b', where: 'after' })).toEqual(order);
    expect(placed(order, set('e'), { id: 'e', where: 'after' })).toEqual(order);
  });
});
