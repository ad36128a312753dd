// Fault 40: when the app can't start, the story stands there as text, the page says why, and gives what is kept.
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from './workbench';

async function expectStory(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const number of ['490.00', '505.00', '445.00']) {
    await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
  }
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(11);
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByText(/could not start/i)).toBeVisible();
  // Nothing keeps the reader waiting for what does not come.
  await expect(page.getByText(/opening the diary/i)).toBeHidden();
}

test.describe('fault 40: without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the story is there, and the message', async ({ page }) => {
    await page.goto('/');
    await expectStory(page);
    await expect(page.locator('noscript')).toBeVisible();
  });
});

test('fault 40: the wasm does not come', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expectStory(page);
});

test('fault 40: the wasm is missing on the server', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('/');
  await expectStory(page);
});

test('fault 40: the wasm is something else', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'a captive portal' }));
  await page.goto('/');
  await expectStory(page);
});

test('fault 40: the script of the app does not come', async ({ page }) => {
  await page.route('**/event-diary-*.js', (route) => route.abort());
  await page.goto('/');
  await expectStory(page);
});

test('fault 40: the browser has no WebAssembly', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto('/');
  await expectStory(page);
  await expect(page.getByText(/no WebAssembly/)).toBeVisible();
});

test('fault 40: the page’s own scripts do not come', async ({ page }) => {
  await page.route('**/boot.js', (route) => route.abort());
  await page.goto('/');
  await expectStory(page);
});

test('fault 40: the wasm comes with a wrong type, and is good', async ({ page }) => {
  await page.route('**/*.wasm', async (route) => route.fulfill({
    response: await route.fetch(),
    contentType: 'application/octet-stream',
  }));
  const bench = new Workbench(page);
  await bench.open();
  await expect(page.getByText(/could not start/i)).toHaveCount(0);
});

test('fault 40: a policy of the host’s own forbids wasm', async ({ page }) => {
  await page.route('/', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    headers['content-security-policy'] = headers['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
    await route.fulfill({ response, headers });
  });
  await page.goto('/');
  await expectStory(page);
});

test('fault 40: what is kept can be taken along, and a reload that finds the wasm goes on', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '12.34');
  await expect(bench.entryCount).toHaveText('12');
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await expectStory(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export bank-1' }).click();
  expect((await download).suggestedFilename()).toBe('bank-1.jsonl');
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Reload' }).click();
  await bench.ready('bank');
  await expect(bench.diaryBalance).toHaveText('502.34');
});
