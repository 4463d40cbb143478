/** License keys in a text: groups of five (docs/lukittu.md), five of them, or fewer where one was cut. */
export const licenseKeys = /\b[A-Z0-9]{5}(?:-[A-Z0-9]{5}){2,}\b/gi;
