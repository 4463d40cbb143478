import { expect, test } from 'vitest';
import { runApp } from '../support/running-app.ts';

test('a release is found in every product that was read, by version, branch and product', async () => {
  const { services, connection } = await runApp();
  const { handlers } = services;
  const connectionId = connection.id;
  const { items: products } = await handlers['products.list']({ connectionId }, []);
  const find = async (text: string, exceptOf: string | null = null) =>
    (await handlers['releases.find']({ connectionId, text, exceptOf, count: 50 }, [])).map(
      ({ productName, version, branchName }) => [productName, version, branchName],
    );
  const idOf = (name: string) => products.find((product) => product.name === name)?.id ?? '';

  expect(await find('economy')).toEqual([]);
  await handlers['releases.refresh']({ connectionId, productId: idOf('Northwind Economy') }, []);

  const economy = await find('ECONOMY');
  expect(economy.length).toBeGreaterThan(1);
  expect(new Set(economy.map(([productName]) => productName))).toEqual(new Set(['Northwind Economy']));

  expect(await find('econ DEV 1.4.0-dev.1')).toEqual([['Northwind Economy', '1.4.0-dev.1', 'dev']]);
  expect(await find('economy', idOf('Northwind Economy'))).toEqual([]);
  expect(await find('claims 2.2.1')).toEqual([['Claims Guard', '2.2.1', null]]);
  expect(await find('   ')).toEqual([]);
});
