// The page talks to nobody but its own server, says nothing in the console, and would run under a strict policy.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('no request to another origin, and no word in the console, whatever one does', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const words: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== baseURL) foreign.push(request.url());
  });
  page.on('websocket', (socket) => foreign.push(socket.url()));
  page.on('pageerror', (error) => words.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) words.push(`${message.type()}: ${message.text()}`);
  });

  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await bench.wish('Withdraw', '10000');
  await expect(bench.refusal).toBeVisible();
  await bench.askEverything();
  await bench.travelTo(3);
  await bench.theme.click();
  await bench.goTo('order');
  await bench.askEverything();
  await bench.travelTo(0);
  await bench.now();
  await bench.startAnotherOrder();
  await bench.goTo('diaries');
  await page.getByRole('button', { name: 'Start from the story' }).first().click();
  await bench.dialog.getByRole('button', { name: 'Start from the story' }).click();
  await bench.ready('bank');
  await page.reload();
  await bench.ready('bank');
  expect(foreign).toEqual([]);
  expect(words).toEqual([]);
});

test('no handler, no script address and no frame stands in the markup', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  for (const place of ['bank', 'order', 'parcel', 'diaries'] as const) {
    await bench.goTo(place);
    if (place !== 'diaries') await bench.askEverything();
    const found = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((at) => {
      const handlers = at.getAttributeNames().filter((name) => name.startsWith('on'));
      const address = at.getAttribute('href') ?? at.getAttribute('src') ?? at.getAttribute('action') ?? '';
      const runs = /^\s*javascript:/i.test(address) || ['IFRAME', 'OBJECT', 'EMBED'].includes(at.tagName);
      return handlers.length > 0 || runs ? [at.outerHTML.slice(0, 120)] : [];
    }));
    expect(found, place).toEqual([]);
  }
});

test('names and amounts are text, never markup', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  await bench.startAnotherOrder();
  await bench.command('Create order').click();
  const name = '<img src=x onerror=alert(1)>';
  await bench.commands.getByLabel('Item').fill(name);
  await bench.command('Add item').click();
  await expect(bench.entry(2)).toContainText(name);
  await expect(bench.snapshot).toContainText(name);
  await bench.askEverything();
  await expect(page.locator('main img')).toHaveCount(0);
});
