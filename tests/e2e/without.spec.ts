// When the app can't start, the story stands there as text, and the page says why.
import { expect, test, type Page } from '@playwright/test';

async function expectStory(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const number of ['490.00', '505.00', '445.00']) {
    await expect(page.getByText(number).first()).toBeVisible();
  }
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(11);
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByText(/could not start/i)).toBeVisible();
  // Nothing keeps the reader waiting for what does not come.
  await expect(page.getByText(/opening the diary/i)).toBeHidden();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the story is there, and the message', async ({ page }) => {
    await page.goto('/');
    await expectStory(page);
    await expect(page.locator('noscript')).toBeVisible();
  });
});

test('the wasm does not come', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expectStory(page);
});

test('the wasm is missing on the server', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('/');
  await expectStory(page);
});

test('the wasm is something else', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'a captive portal' }));
  await page.goto('/');
  await expectStory(page);
});

test('the script of the app does not come', async ({ page }) => {
  await page.route('**/event-diary-*.js', (route) => route.abort());
  await page.goto('/');
  await expectStory(page);
});

test('the browser has no WebAssembly', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto('/');
  await expectStory(page);
  await expect(page.getByText(/no WebAssembly/)).toBeVisible();
});

test('while the app is on its way, the heading and the question are there and the story is not', async ({ page }) => {
  let go = () => {};
  const held = new Promise<void>((resolve) => { go = resolve; });
  await page.route('**/*.wasm', async (route) => { await held; await route.continue(); });
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/balance on the 1st/)).toBeVisible();
  await expect(page.getByText(/could not start/i)).toBeHidden();
  await expect(page.getByRole('table')).toBeHidden();
  go();
  await expect(page.getByRole('button', { name: 'Deposit', exact: true })).toBeVisible();
  await expect(page.getByText(/could not start/i)).toHaveCount(0);
});
