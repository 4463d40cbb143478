/** As the server writes them, in the order in which they are offered. */
export const releaseStatuses = ['PUBLISHED', 'DRAFT', 'DEPRECATED', 'ARCHIVED'] as const;
