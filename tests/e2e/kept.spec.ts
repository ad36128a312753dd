// What was written stays: over a reload, in another tab, and when it can't be kept the page says so.
import { expect, test } from '@playwright/test';
import { Workbench, damage } from './workbench';

test('what was written is there after a reload', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '12.34');
  await expect(bench.diaryBalance).toHaveText('502.34');
  await bench.goTo('order');
  await bench.command('Start another order').click();
  await bench.command('Create order').click();
  await expect(bench.entryCount).toHaveText('1');
  await page.reload();
  await bench.ready('order');
  await expect(bench.entryCount).toHaveText('1');
  await bench.goTo('bank');
  await expect(bench.diaryBalance).toHaveText('502.34');
  await expect(bench.snapshotBalance).toHaveText('502.34');
  await expect(bench.entry(12)).toContainText('12.34');
});

test('a new page of the same browser has it too', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Withdraw', '90');
  await expect(bench.diaryBalance).toHaveText('400.00');
  await page.close();
  const next = new Workbench(await context.newPage());
  await next.open('bank', '2026-04-20T09:00:00Z');
  await expect(next.diaryBalance).toHaveText('400.00');
  await expect(next.entries).toHaveCount(12);
});

test('what one tab writes appears in the other', async ({ page, context }) => {
  const here = new Workbench(page);
  await here.open();
  const there = new Workbench(await context.newPage());
  await there.open();
  await here.wish('Deposit', '10');
  await expect(there.diaryBalance).toHaveText('500.00');
  await expect(there.snapshotBalance).toContainText('500.00');
  await there.wish('Deposit', '20');
  await expect(here.diaryBalance).toHaveText('520.00');
  await expect(here.entries).toHaveCount(13);
  await expect(there.entries).toHaveCount(13);
});

test('a tab that looks at the past stays there while the other writes', async ({ page, context }) => {
  const here = new Workbench(page);
  await here.open();
  await here.travelTo(9);
  const there = new Workbench(await context.newPage());
  await there.open();
  await there.wish('Deposit', '10');
  await expect(here.entryCount).toHaveText('12');
  await expect(here.slider).toHaveValue('9');
  await expect(here.diaryBalance).toHaveText('445.00');
});

test('without storage the page works, and a lasting notice says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
  });
  const bench = new Workbench(page);
  await bench.open();
  await expect(bench.notice).toBeVisible();
  await bench.wish('Deposit', '10');
  await expect(bench.diaryBalance).toHaveText('500.00');
  await expect(bench.notice).toBeVisible();
});

test('an entry that cannot be kept is not shown, and the page says why', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await bench.wish('Deposit', '10');
  await expect(bench.refusal).toBeVisible();
  await expect(bench.entries).toHaveCount(11);
  await expect(bench.diaryBalance).toHaveText('490.00');
  await expect(bench.snapshotBalance).toHaveText('490.00');
});

test('a value that cannot be read is set aside, told and never lost', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.entries).toHaveCount(12);
  await damage(page);
  await page.reload();
  await bench.ready('bank');
  await expect(bench.notice).toBeVisible();
  await expect(bench.entries).toHaveCount(2);
  // Every line is still somewhere, the damaged one and those after it too.
  const kept = await page.evaluate(() => Object.values({ ...localStorage }).join('\n'));
  expect(kept).toContain('1x000');
  expect(kept).toContain('[12,');
  await bench.goTo('diaries');
  await expect(page.getByText(/set aside/i).first()).toBeVisible();
});

test('start empty asks first, and the old diary can be opened again', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  await bench.goTo('diaries');
  const bank = page.getByRole('region', { name: /^bank$/i });
  await bank.getByRole('button', { name: 'Start empty' }).click();
  await bench.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(bench.dialog).toBeHidden();
  await bank.getByRole('button', { name: 'Start empty' }).click();
  await bench.dialog.getByRole('button', { name: 'Start empty' }).click();
  await bench.ready('bank');
  await expect(bench.entryCount).toHaveText('0');
  await bench.command('Open account').click();
  await bench.wish('Deposit', '5');
  await expect(bench.diaryBalance).toHaveText('5.00');
  await bench.goTo('diaries');
  await bank.getByRole('button', { name: 'Open bank-1' }).click();
  await bench.ready('bank');
  await expect(bench.entryCount).toHaveText('12');
});
