// What was written stays: over a reload, in another tab, and when it can't be kept the page says so.
import { expect, test, type Page } from '@playwright/test';
import { Workbench, damage } from './workbench';

test('what was written is there after a reload', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '12.34');
  await expect(bench.diaryBalance).toHaveText('502.34');
  await bench.goTo('order');
  await bench.startAnotherOrder();
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

// A full localStorage, as the page meets it.
function fill(page: Page) {
  return page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
}

// A browser without IndexedDB: localStorage is all there is then.
function withoutLedger(page: Page) {
  return page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
}

test('a full localStorage refuses nothing: the entry is in the database, and the page says what lags', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await fill(page);
  await bench.wish('Deposit', '10');
  await expect(bench.entries).toHaveCount(12);
  await expect(bench.diaryBalance).toHaveText('500.00');
  await expect(bench.refusal).toHaveCount(0);
  await expect(bench.kept).toContainText('saved in one place');
  await expect(bench.notice).toContainText(/bank-1 is safe in the browser’s database\. Its readable text is not up to date/);
  // A browser with room again finds it there, and mends the copy.
  await page.reload();
  await bench.ready('bank');
  await expect(bench.diaryBalance).toHaveText('500.00');
  await expect(bench.notice).toContainText(/1 entry missing from the readable text, restored from the browser’s database/);
  await expect(bench.kept).toContainText('saved in this browser');
});

test('without IndexedDB, an entry that cannot be kept is not shown, and the page says why', async ({ page }) => {
  await withoutLedger(page);
  const bench = new Workbench(page);
  await bench.open();
  await fill(page);
  await bench.wish('Deposit', '10');
  await expect(bench.refusal).toContainText(/is full/);
  await expect(bench.entries).toHaveCount(11);
  await expect(bench.diaryBalance).toHaveText('490.00');
  await expect(bench.snapshotBalance).toHaveText('490.00');
});

test('a value that cannot be read is set aside, and its lines are brought back from the database', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.entries).toHaveCount(12);
  await damage(page);
  await page.reload();
  await bench.ready('bank');
  await expect(bench.notice).toContainText(/restored from the browser’s database/);
  await expect(bench.notice).toContainText(/set aside, unchanged/);
  await expect(bench.entries).toHaveCount(12);
  await expect(bench.diaryBalance).toHaveText('500.00');
  const broken = await page.evaluate(() => Object.entries({ ...localStorage })
    .filter(([key]) => key.startsWith('event-diary/bank-1/broken/')).map(([, text]) => text).join('\n'));
  expect(broken).toContain('1x000');
  const healed = await page.evaluate(() => localStorage.getItem('event-diary/bank-1/00000')!);
  expect(healed).not.toContain('1x000');
  expect(healed.trimEnd().split('\n')).toHaveLength(12);
  await bench.goTo('diaries');
  await expect(page.getByText(/set aside/i).first()).toBeVisible();
});

test('without IndexedDB, a value that cannot be read is set aside, told and never lost', async ({ page }) => {
  await withoutLedger(page);
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.entries).toHaveCount(12);
  await damage(page);
  await page.reload();
  await bench.ready('bank');
  await expect(bench.notice).toContainText(/could be read up to entry 2/);
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
