import type { Answer } from './answer.ts';
import { authorize, checkId, findProduct, refuse, succeed } from './checks.ts';
import type { Exchange } from './exchange.ts';
import { isId } from './schema.ts';
import type { DemoRelease } from './state.ts';
import { listedLicense, listedRelease } from './wire.ts';

const statuses: readonly string[] = ['PUBLISHED', 'DRAFT', 'DEPRECATED', 'ARCHIVED'];

/** One product's releases: docs/lukittu.md, "Endpoints the product uses". */
export async function listReleases(exchange: Exchange, teamId: string): Promise<Answer> {
  checkId(exchange, 'teamId', teamId);
  const team = await authorize(exchange, teamId);
  const query = exchange.url.searchParams;
  const productId = query.get('productId') ?? '';
  if (!isId(productId)) return refuse(exchange, 400, 'Invalid or missing productId');
  findProduct(exchange, team, productId);

  const search = query.get('search')?.toLowerCase() ?? '';
  const status = query.get('status') ?? '';
  const found = [...team.releases.values()].filter(
    (release) =>
      release.productId === productId &&
      release.version.toLowerCase().includes(search) &&
      (!statuses.includes(status) || release.status === status),
  );
  const { rows, ...paging } = pageOf(sorted(found, releaseOrders, query), query);
  const releases = rows.map((release) => listedRelease(team, release));
  return succeed(exchange, 200, 'Releases found', { releases, ...paging });
}

const licenseKeyForm = /^[A-Z0-9]{5}(-[A-Z0-9]{5}){4}$/;

/** Licenses with their products and customers. Only a whole, upper-case license key is searched for. */
export async function listLicenses(exchange: Exchange, teamId: string): Promise<Answer> {
  checkId(exchange, 'teamId', teamId);
  const team = await authorize(exchange, teamId);
  const query = exchange.url.searchParams;
  const productIds = (query.get('productIds') ?? '').split(',').filter(isId);
  const search = query.get('search') ?? '';
  const found = [...team.licenses.values()].filter(
    (license) =>
      (productIds.length === 0 || license.productIds.some((id) => productIds.includes(id))) &&
      (!licenseKeyForm.test(search) || license.licenseKey === search),
  );
  const { rows, ...paging } = pageOf(sorted(found, timeOrders, query), query);
  const licenses = rows.map((license) => listedLicense(team, license));
  return succeed(exchange, 200, 'Licenses found', { ...paging, licenses });
}

/** The team's figures. Nobody runs the demo team's software, so it has no requests. */
export async function statistics(exchange: Exchange, teamId: string): Promise<Answer> {
  checkId(exchange, 'teamId', teamId);
  const team = await authorize(exchange, teamId);
  const licenses = [...team.licenses.values()];
  const topProducts = [...team.products.values()]
    .map(({ id, name }) => ({
      id,
      name,
      licenses: licenses.filter(({ productIds }) => productIds.includes(id)).length,
    }))
    .sort((a, b) => b.licenses - a.licenses)
    .slice(0, 5);
  return succeed(exchange, 200, 'Statistics retrieved', {
    overview: {
      totalLicenses: licenses.length,
      totalCustomers: team.customers.size,
      totalProducts: team.products.size,
      activeLicenses: 0,
      totalRequests: 0,
    },
    requests: { total: 0, successful: 0, failed: 0, successRate: 0, byType: {} },
    topCountries: [],
    topProducts,
    recentActivity: { last24h: 0, last7d: 0, last30d: 0 },
  });
}

type Orders<T> = Readonly<Record<string, (row: T) => string>>;

/** ISO 8601 sorts as text. */
const timeOrders: Orders<{ readonly createdAt: string; readonly updatedAt: string }> = {
  createdAt: (row) => row.createdAt,
  updatedAt: (row) => row.updatedAt,
};

/** Versions sort as text: 2.0.10 before 2.0.2. */
const releaseOrders: Orders<DemoRelease> = {
  ...timeOrders,
  version: (row) => row.version,
  latest: (row) => (row.latest ? '1' : '0'),
};

/** Newest first, unless the query knows better. */
function sorted<T extends { readonly createdAt: string }>(
  rows: T[],
  orders: Orders<T>,
  query: URLSearchParams,
): T[] {
  const column = query.get('sortColumn') ?? '';
  const by = (Object.hasOwn(orders, column) ? orders[column] : undefined) ?? ((row: T) => row.createdAt);
  const sign = query.get('sortDirection') === 'asc' ? 1 : -1;
  return rows.sort((a, b) => (by(a) < by(b) ? -sign : by(a) > by(b) ? sign : 0));
}

function pageOf<T>(rows: readonly T[], query: URLSearchParams) {
  const asked = Number.parseInt(query.get('pageSize') ?? '', 10);
  const size = [10, 25, 50, 100].includes(asked) ? asked : 25;
  const page = Math.max(1, Number.parseInt(query.get('page') ?? '', 10) || 1);
  const end = page * size;
  return { rows: rows.slice(end - size, end), hasNextPage: rows.length > end, totalResults: rows.length };
}
