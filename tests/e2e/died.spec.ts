// The page died when it read a diary: the next start notices, and lets its reader choose.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test.beforeEach(async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  // What a page leaves behind that was stopped in the middle of reading.
  await page.goto('/nothing');
  await page.evaluate(() => localStorage.setItem('event-diary/reading', JSON.stringify(`bank-1@${Date.now() - 60_000}`)));
  await page.goto('/#/bank');
});

test('it is not read again before its reader wants it', async ({ page }) => {
  const bench = new Workbench(page);
  await expect(bench.notice).toContainText('The page stopped when it read bank-1 last');
  await expect(bench.entryCount).toHaveText('0');
  await bench.notice.getByRole('button', { name: 'Try again' }).click();
  await expect(bench.entryCount).toHaveText('12');
  await bench.wish('Deposit', '5');
  await expect(bench.entryCount).toHaveText('13');
  await page.reload();
  await bench.ready('bank');
  await expect(bench.entryCount).toHaveText('13');
  await expect(bench.notice).toHaveCount(0);
});

test('another diary can be begun instead', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.notice.getByRole('button', { name: 'Begin another diary' }).click();
  await expect(bench.entryCount).toHaveText('11');
  await bench.goTo('diaries');
  await expect(bench.region('Bank').locator('.name')).toHaveText(['bank-1', 'bank-2']);
});

test('it can be exported without being opened', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.notice.getByRole('link', { name: 'Export it' }).click();
  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export bank-1' }).click();
  expect((await downloaded).suggestedFilename()).toBe('bank-1.jsonl');
});
