// A first visit gets the bank with all that keeps it. Everything else is fetched while one looks, or when it is opened, and
// the page says so when it can't be.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

const part = /\/split_.*\.wasm$/;

// Under data saver nothing is fetched that was not asked for.
const savesData = () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } });

test('a first visit under data saver fetches no part, and keeps the story', async ({ page }) => {
  await page.addInitScript(savesData);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const bench = new Workbench(page);
  await bench.open();
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((path) => path.endsWith('_bg.wasm'))).toHaveLength(1);
  expect(fetched.filter((path) => part.test(path))).toEqual([]);
  await expect(bench.kept).toContainText('saved in this browser');

  await bench.command('Deposit').click();
  await expect(bench.entries).toHaveCount(12);
  expect(fetched.filter((path) => part.test(path))).toEqual([]);
  await bench.goTo('order');
  expect(fetched.filter((path) => part.test(path)).length).toBeGreaterThan(0);
});

test('the rest comes by itself while one looks, and then no place asks for anything', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const bench = new Workbench(page);
  await bench.open();
  await expect.poll(() => fetched.filter((path) => part.test(path)).length).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  expect(fetched.filter((path) => path.endsWith('.wasm')).length).toBeLessThanOrEqual(5);
  const before = fetched.length;
  for (const place of ['order', 'parcel', 'diaries', 'bank'] as const) await bench.goTo(place);
  // Some browsers look for the icon anew at every address.
  expect(fetched.slice(before).filter((path) => !path.endsWith('.svg'))).toEqual([]);
});

test('the rest comes when the page is idle, not before', async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = (then) => {
      Object.assign(window, { then });
      return 1;
    };
  });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  // The tests' clock has an idle time of its own.
  await new Workbench(page).open('bank', null);
  await page.waitForFunction(() => 'then' in window);
  expect(fetched.filter((path) => part.test(path))).toEqual([]);
  await page.evaluate(() => (window as unknown as { then: () => void }).then());
  await expect.poll(() => fetched.filter((path) => part.test(path)).length).toBeGreaterThan(0);
});

test('a place that can’t be fetched leaves its notice alone, so that one gets to it by keyboard', async ({ page }) => {
  await page.route(part, (route) => route.abort());
  await page.goto('/#/order');
  const again = page.getByRole('region', { name: 'Not fetched' }).getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press('Tab');
    if (await again.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(again).toBeFocused();
  await page.unroute(part);
  await page.keyboard.press('Enter');
  await new Workbench(page).ready('order');
});

test('a question is answered on a first visit', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openUntouched();
  await bench.opening.getByRole('button', { name: /^(Ask both worlds|Back to now)$/ }).click();
  await bench.card(/balance on/).diarySays('505.00', '445.00');
});

test('every part is fetched once, however often its place is opened', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const bench = new Workbench(page);
  await bench.open();
  for (const place of ['order', 'bank', 'order', 'diaries', 'order'] as const) await bench.goTo(place);
  const parts = fetched.filter((path) => part.test(path));
  expect(new Set(parts).size).toBe(parts.length);
});

test('a part that can’t be fetched says so, loses nothing, and is fetched on the next try', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.command('Deposit').click();
  await expect(bench.entries).toHaveCount(12);

  await page.route(part, (route) => route.abort());
  await bench.places.getByRole('link', { name: 'Order', exact: true }).click();
  const sorry = page.getByRole('region', { name: 'Not fetched' });
  await expect(sorry).toContainText('could not be fetched');
  await bench.goTo('bank');
  await expect(bench.entries).toHaveCount(12);

  await bench.places.getByRole('link', { name: 'Order', exact: true }).click();
  await expect(sorry).toBeVisible();
  await page.unroute(part);
  await sorry.getByRole('button', { name: 'Try again' }).click();
  await bench.ready('order');
  await expect(bench.entries).toHaveCount(9);
});

test('a page that is opened at another place fetches its part at once', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  await expect(bench.entries).toHaveCount(9);
  await bench.goTo('bank');
  await expect(bench.entries).toHaveCount(11);
});
