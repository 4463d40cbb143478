/*
 * What the server takes in the fields of a release; more, or less, it refuses (docs/lukittu.md, "The update (PUT) in
 * full").
 */

/** In characters, none of them white space. */
export const versionLength = { least: 3, most: 255 } as const;

export const mostMetadataEntries = 20;

/** Of a key and of a value, in characters. */
export const longestMetadataText = 255;
