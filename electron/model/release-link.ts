/** The scheme of the app's own links, and what the system's registration of it is held to. */
export const linkScheme = 'lukittu-releases';

/** Whether it is, or wants to be taken for, one of the app's own links. */
export const isAppLink = (text: string): boolean =>
  text.slice(0, linkScheme.length + 1).toLowerCase() === `${linkScheme}:`;

/** What a link to a release says: everything that tells it apart on any computer. */
export interface ReleasePlace {
  /** As a connection has it. */
  readonly serverUrl: string;
  readonly teamId: string;
  readonly productId: string;
  readonly releaseId: string;
}

/** The link that shows a release in the app of whoever has its team connected. Holds no secret. */
export function releaseLink({ serverUrl, teamId, productId, releaseId }: ReleasePlace): string {
  const query = new URLSearchParams({
    server: serverUrl,
    team: teamId,
    product: productId,
    release: releaseId,
  });
  return `${linkScheme}://release?${query}`;
}
