/** Ids and checksums, which can be copied. */
export const idTexts = {
  branchId: 'branch ID',
  licenseId: 'license ID',
  licenseIdOf: (name: string) => `license ID of ${name}`,
  md5Of: { server: 'MD5 on the server', result: 'MD5 of the result' },
  md5: (start: string) => `MD5 ${start}`,
  copyProductId: 'Copy the product’s ID',
  copiedOfProduct: (name: string) => `The ID of ${name} is copied.`,
  copiedProductId: 'The product’s ID is copied.',
  copiedOfRelease: (version: string) => `The ID of ${version} is copied.`,
  noRelease: 'Open a release that is on the server first.',
  notCopied: 'It could not be put on the clipboard.',
  notCopiedRemedy: 'Click into the window, then copy it again.',
};
