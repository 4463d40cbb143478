/** What the lists compute with, in pixels: the same as in `tokens.css` and `virtual-grid.module.css`. */
export const usualRowHeight = 32;
export const headHeight = 30;

/** Between two columns. */
export const columnGap = 8;

/** Beside the columns of a list whose rows have boxes. */
export const besideColumns = 50;
