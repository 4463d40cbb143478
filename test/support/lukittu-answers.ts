/** Small answers of a server, with every field the app uses. */

export const teamId = '961d2bcb-2ecb-4b18-a63f-1f40e13b2a11';
export const productId = 'cee40412-cfa3-488e-a46f-fb2cd7056268';
export const releaseId = 'b2f21b53-baae-4021-a3ed-ff2caa7e565d';

export const releaseData = (change: object = {}) => ({
  id: releaseId,
  productId,
  version: '1.4.0',
  status: 'PUBLISHED',
  latest: false,
  branchId: null,
  branch: null,
  metadata: [],
  file: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-01T12:00:00.000Z',
  lastSeenAt: null,
  allowedLicenses: [],
  product: { id: productId, name: 'Northwind' },
  ...change,
});

export const releaseFields = {
  productId,
  version: '1.4.0',
  status: 'PUBLISHED',
  setAsLatest: false,
  branchId: null,
  metadata: [{ key: 'changelog', value: 'Ääkköset ☃', locked: true }],
  licenseIds: [],
} as const;
