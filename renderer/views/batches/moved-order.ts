/** An order with some of it moved one place up or down together; the same where they stand at that end already. */
export function stepped(
  order: readonly string[],
  moved: ReadonlySet<string>,
  step: 1 | -1,
): readonly string[] {
  const walk = step === 1 ? order.toReversed() : [...order];
  for (let at = 1; at < walk.length; at += 1) {
    const [before, here] = [walk[at - 1], walk[at]];
    if (before === undefined || here === undefined || !moved.has(here) || moved.has(before)) continue;
    walk[at - 1] = here;
    walk[at] = before;
  }
  return step === 1 ? walk.reverse() : walk;
}

/** An order with some of it moved together to before or after another; they keep their order among themselves. */
export function placed(
  order: readonly string[],
  moved: ReadonlySet<string>,
  target: { readonly id: string; readonly where: 'before' | 'after' },
): readonly string[] {
  const rest = order.filter((id) => !moved.has(id));
  // What it is put beside may be one of those that move: then it is the next one that stays.
  const from = order.indexOf(target.id) + (target.where === 'after' ? 1 : 0);
  const beside = order.slice(from).find((id) => !moved.has(id));
  const at = beside === undefined ? rest.length : rest.indexOf(beside);
  return rest.toSpliced(at, 0, ...order.filter((id) => moved.has(id)));
}
