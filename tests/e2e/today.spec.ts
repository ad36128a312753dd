// The page stays open over midnight: what it suggests follows the calendar, and what its reader has set stays.
import { expect, test, type Page } from '@playwright/test';
import { Own } from './own';
import { Workbench } from './workbench';

const MIDNIGHT = Date.parse('2026-04-01T00:00:00Z');
const HOUR = 3_600_000;

// Opens an address on a clock that runs, so long before midnight.
async function open(page: Page, address: string, before = 120_000, midnight = MIDNIGHT) {
  await page.clock.install({ time: midnight - before });
  await page.goto(`/#/${address}`);
  const bench = new Workbench(page);
  await bench.ready('bank');
  return bench;
}

// Waits two minutes and a bit, as long as it was before midnight.
const wait = (page: Page) => page.clock.runFor(125_000);

const fees = (bench: Workbench) => bench.card(/^Which fees/).group;
const deposits = (bench: Workbench) => bench.card(/^Show me all the deposits/);

test('from 31 March to 1 April, last month becomes March, and so do all days that are suggested', async ({ page }) => {
  const bench = await open(page, 'bank');
  const month = deposits(bench).group.getByLabel('Month');
  const day = bench.card(/balance on/).group.getByLabel('Day');
  const goTo = bench.timeMachine.getByLabel('Go to');
  await deposits(bench).ask();
  await expect(deposits(bench).line!).toContainText('Show me all the deposits from last month');
  await expect(month).toHaveValue('2026-02');
  await expect(day).toHaveValue('2026-03-01');
  await expect(fees(bench).getByLabel('From')).toHaveValue('2026-02-01');
  await expect(fees(bench).getByLabel('to')).toHaveValue('2026-02-28');
  await expect(goTo).toHaveValue('2026-03-01');
  const february = await deposits(bench).value().innerText();

  await wait(page);
  await expect(month).toHaveValue('2026-03');
  await expect(deposits(bench).line!).toContainText('Show me all the deposits from last month');
  await expect(day).toHaveValue('2026-04-01');
  await expect(bench.ask).toContainText('What was my balance on 1 April 2026?');
  await expect(fees(bench).getByLabel('From')).toHaveValue('2026-03-01');
  await expect(fees(bench).getByLabel('to')).toHaveValue('2026-03-31');
  await expect(goTo).toHaveValue('2026-04-01');
  // The answer is that of March, as if the month had been set by hand.
  await expect(deposits(bench).value()).not.toHaveText(february);
  const march = await deposits(bench).value().innerText();
  await month.fill('2026-02');
  await expect(deposits(bench).line!).toContainText('the deposits from February 2026');
  await expect(deposits(bench).value()).toHaveText(february);
  await month.fill('2026-03');
  await expect(deposits(bench).value()).toHaveText(march);
});

test('what the reader has set stays, also a day that is half typed', async ({ page }) => {
  const bench = await open(page, 'bank');
  const [from, to] = [fees(bench).getByLabel('From'), fees(bench).getByLabel('to')];
  const day = bench.card(/balance on/).group.getByLabel('Day');
  await deposits(bench).ask();
  await deposits(bench).group.getByLabel('Month').fill('2026-01');
  await bench.card(/^Which fees/).ask();
  await from.fill('2026-01-15');
  await bench.card(/balance on/).ask();
  await bench.timeMachine.getByLabel('Go to').fill('2026-02-05');
  await day.focus();
  // Past the month, which stands first here.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(day).toHaveValue('');

  await wait(page);
  // What was not set follows.
  await expect(to).toHaveValue('2026-03-31');
  await expect(from).toHaveValue('2026-01-15');
  await expect(deposits(bench).group.getByLabel('Month')).toHaveValue('2026-01');
  await expect(bench.timeMachine.getByLabel('Go to')).toHaveValue('2026-02-05');
  // The month and the year still stand in the field.
  await expect(day).toBeFocused();
  await page.keyboard.type('15');
  await expect(day).toHaveValue('2026-03-15');
});

test('a question of one’s own follows, until its time is set', async ({ page }) => {
  const bench = await open(page, 'bank');
  const own = new Own(page);
  await own.open();
  await expect(own.preview).toContainText('February 2026');
  await wait(page);
  await expect(own.field('Month')).toHaveValue('2026-03');
  await expect(own.preview).toContainText('March 2026');
  await own.when.selectOption('between');
  await expect(own.field('From')).toHaveValue('2026-03-01');
  await own.field('to').fill('2026-03-10');
  await page.clock.runFor(24 * HOUR * 31);
  await expect(own.field('From')).toHaveValue('2026-04-01');
  await expect(own.field('to')).toHaveValue('2026-03-10');
  await expect(bench.notice).toHaveCount(0);
});

test('another choice of time begins with what is usual for it', async ({ page }) => {
  const bench = await open(page, 'bank');
  const own = new Own(page);
  await own.open();
  await own.when.selectOption('before');
  await own.field('Entry number').fill('5');
  await own.when.selectOption('after');
  await expect(own.preview).toContainText('after entry 11');
  await expect(own.field('Entry number')).toHaveValue('11');
  await expect(bench.notice).toHaveCount(0);
});

test('two clocks follow, and a late entry with them', async ({ page }) => {
  const bench = await open(page, 'bank/clocks', 120_000, MIDNIGHT + 24 * HOUR);
  const letter = page.getByRole('group', { name: 'A late entry' }).getByLabel('True on');
  await expect(page.getByLabel('Compare')).toHaveValue('2026-03-01');
  await expect(page.getByLabel('with', { exact: true })).toHaveValue('2026-04-01');
  await expect(letter).toHaveValue('2026-02-27');
  await expect(letter).toHaveAttribute('max', '2026-04-01');
  await wait(page);
  await expect(page.getByLabel('Compare')).toHaveValue('2026-04-01');
  await expect(page.getByLabel('with', { exact: true })).toHaveValue('2026-04-02');
  await expect(letter).toHaveValue('2026-03-30');
  await expect(letter).toHaveAttribute('max', '2026-04-02');
  const grid = page.getByRole('table', { name: 'True on a day, as known on a day' });
  await expect(grid.getByRole('columnheader').first()).toHaveText('the start of 1 April 2026');
  // A letter of today can be written, also when today has just begun.
  await letter.fill('2026-04-02');
  await page.getByRole('button', { name: 'Write a late entry' }).click();
  await expect(bench.entryCount).toHaveText('12');
});

test('two moments: the first is when the month began, until it is chosen', async ({ page }) => {
  const bench = await open(page, 'bank/moments');
  const first = bench.region('Two moments').getByLabel('First moment', { exact: true });
  await expect(first).toHaveValue('8');
  await wait(page);
  // April has begun, and nothing has been written in it yet.
  await expect(first).toHaveValue('8');
  await bench.wish('Deposit', '10');
  await expect(first).toHaveValue('11');
  await first.selectOption('3');
  await page.clock.runFor(24 * HOUR * 31);
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('13');
  await expect(first).toHaveValue('3');
});

test('a clock that is put is noticed when the page is shown again, at the next press, and after a minute', async ({ page }) => {
  const bench = await open(page, 'bank', 12 * HOUR);
  const month = deposits(bench).group.getByLabel('Month');
  await expect(month).toHaveValue('2026-02');
  // The computer has slept: its timers did not run.
  await page.clock.setSystemTime('2026-04-20T09:00:00Z');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(month).toHaveValue('2026-03');
  await page.clock.setSystemTime('2026-06-20T09:00:00Z');
  await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
  await expect(month).toHaveValue('2026-05');
  await page.clock.setSystemTime('2026-09-20T09:00:00Z');
  await page.keyboard.press('Shift');
  await expect(month).toHaveValue('2026-08');
  // Back again, and nobody does anything.
  await page.clock.setSystemTime('2026-02-20T09:00:00Z');
  await page.clock.runFor(61_000);
  await expect(month).toHaveValue('2026-01');
});

test.describe('in Auckland', () => {
  test.use({ timezoneId: 'Pacific/Auckland' });

  test('midnight is the reader’s own', async ({ page }) => {
    const bench = await open(page, 'bank', 120_000, Date.parse('2026-03-31T11:00:00Z'));
    const month = deposits(bench).group.getByLabel('Month');
    await expect(month).toHaveValue('2026-02');
    await wait(page);
    await expect(month).toHaveValue('2026-03');
  });
});

test.describe('in Apia', () => {
  test.use({ timezoneId: 'Pacific/Apia' });

  test('a day that was left out is never today', async ({ page }) => {
    await open(page, 'bank/clocks', 120_000, Date.parse('2011-12-30T10:00:00Z'));
    const today = page.getByLabel('with', { exact: true });
    await expect(today).toHaveValue('2011-12-29');
    await wait(page);
    await expect(today).toHaveValue('2011-12-31');
  });
});

test('a chapter’s clock stands still', async ({ page }) => {
  await page.clock.install({ time: MIDNIGHT - 120_000 });
  await page.goto('/#/learn/a2');
  await page.getByRole('button', { name: 'Show me without guessing' }).click();
  const day = page.getByRole('region', { name: 'Time machine' }).getByLabel('Go to');
  await expect(day).toHaveValue('2026-03-01');
  await wait(page);
  await expect(day).toHaveValue('2026-03-01');
});
