import { isSamePlace } from './checks.ts';
import type { Exchange } from './exchange.ts';
import type { CreateBody, UpdateBody } from './schema.ts';
import type { DemoFile, DemoRelease, DemoTeam } from './state.ts';

/** Step 20 of docs/lukittu.md for an update: a full replacement. */
export function replaceRelease(
  exchange: Exchange,
  team: DemoTeam,
  release: DemoRelease,
  wanted: UpdateBody,
  file: DemoFile | null,
): void {
  Object.assign(release, writtenFields(exchange, team, wanted, file));
}

/** The same for a creation. What the API makes was made by no user. */
export function insertRelease(
  exchange: Exchange,
  team: DemoTeam,
  wanted: CreateBody,
  file: DemoFile | null,
): DemoRelease {
  const fields = writtenFields(exchange, team, wanted, file);
  const release = {
    ...fields,
    id: exchange.world.newId(),
    createdByUserId: null,
    lastSeenAt: null,
    createdAt: fields.updatedAt,
  };
  team.releases.set(release.id, release);
  return release;
}

/** Whatever a request writes. Takes "latest" from the others first, if this release is to have it. */
function writtenFields(
  { world }: Exchange,
  team: DemoTeam,
  wanted: CreateBody,
  file: DemoFile | null,
): Omit<DemoRelease, 'id' | 'createdByUserId' | 'lastSeenAt' | 'createdAt'> {
  const now = new Date(world.clock.now()).toISOString();
  const latest = wanted.setAsLatest && wanted.status === 'PUBLISHED';
  if (latest) clearLatest(team, wanted, now);
  return {
    version: wanted.version,
    productId: wanted.productId,
    branchId: wanted.branchId,
    status: wanted.status,
    latest,
    licenseIds: wanted.licenseIds,
    // Metadata is never changed, only replaced: each entry is a new row.
    metadata: wanted.metadata.map(({ key, value, locked }) => {
      return { id: world.newId(), key, value, locked, createdAt: now, updatedAt: now };
    }),
    file,
    updatedAt: now,
  };
}

/** Moves `updatedAt` of every release of the product and branch, latest or not. */
function clearLatest(team: DemoTeam, place: CreateBody, now: string): void {
  for (const release of team.releases.values())
    if (isSamePlace(release, place)) Object.assign(release, { latest: false, updatedAt: now });
}
