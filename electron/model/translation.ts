/**
 * What a translation of some texts has to look like: the same names, each with a sentence of its own, or a function
 * of the same values that makes one.
 */
export type Translation<T> = T extends string
  ? string
  : T extends (...values: infer V) => unknown
    ? (...values: V) => T extends (...values: never) => infer R ? Translation<R> : never
    : T extends readonly (infer E)[]
      ? readonly Translation<E>[]
      : T extends object
        ? { readonly [K in keyof T]: Translation<T[K]> }
        : T;
