// Two clocks: what was true on a day, as it was known on a day; and a letter that comes late.
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { COURSE_NOW, Workbench, expectNoSidewaysScroll } from './workbench';

async function open(page: Page, place: 'bank' | 'order' = 'bank') {
  const bench = new Workbench(page);
  await page.clock.setFixedTime(COURSE_NOW);
  await page.goto(`/#/${place}/clocks`);
  await bench.ready(place);
  await expect(page.getByRole('heading', { name: 'Two clocks' })).toBeVisible();
  return bench;
}

const grid = (page: Page) => page.getByRole('table', { name: 'True on a day, as known on a day' });
const cell = (page: Page, down: number, across: number) =>
  grid(page).locator('tbody').getByRole('row').nth(down).getByRole('button').nth(across);
const opened = (page: Page) => page.locator('#clocks-opened');
const letter = (page: Page) => page.getByRole('group', { name: 'A late entry' });
const amounts = (page: Page) => grid(page).locator('tbody b').allInnerTexts();

test('a late entry changes what was true, and not what was known', async ({ page }) => {
  const bench = await open(page);
  await expect(grid(page).getByRole('columnheader')).toHaveText([
    'the start of 1 March 2026', 'the end of 1 March 2026', 'the end of 20 March 2026',
  ]);
  expect(await amounts(page)).toEqual(['505.00', '505.00', '505.00', '505.00', '445.00', '445.00', '505.00', '445.00', '490.00']);

  await expect(letter(page).getByLabel('True on')).toHaveValue('2026-02-27');
  await letter(page).getByRole('button', { name: 'Write a late entry' }).click();
  await expect(bench.entryCount).toHaveText('12');
  await expect(bench.entry(12)).toContainText('true on 27 February 2026');
  await expect(letter(page)).toContainText('It is in your diary now, as entry 12.');
  await expect(bench.entry(12).locator('.when')).toContainText('20 Mar 09:00');

  // As known now: 535.00. As known on that day: 505.00, as ever.
  expect(await amounts(page)).toEqual(['505.00', '505.00', '535.00', '505.00', '445.00', '475.00', '505.00', '445.00', '520.00']);
  await cell(page, 0, 2).click();
  await expect(opened(page)).toContainText('True at the start of 1 March 2026, as known at the end of 20 March 2026');
  await expect(opened(page).locator('.value')).toHaveText('535.00');
  await expect(opened(page).getByRole('button', { name: '+ 30.00' })).toHaveAttribute('data-entry', '12');
  await cell(page, 0, 0).click();
  await expect(cell(page, 0, 0)).toHaveAttribute('aria-pressed', 'true');
  await expect(opened(page).locator('.value')).toHaveText('505.00');
  await expect(opened(page).locator('.late').getByRole('button')).toHaveText(['entry 12 (30.00)']);

  // Both worlds have one present, and only the diary has two clocks.
  await expect(bench.diaryBalance).toHaveText('520.00');
  await expect(bench.snapshotBalance).toContainText('520.00');
});

test('a late entry is kept with its day', async ({ page }) => {
  const bench = await open(page);
  await letter(page).getByRole('textbox', { name: 'A cheque of' }).fill('12.50');
  await letter(page).getByLabel('True on').fill('2026-01-31');
  await letter(page).getByRole('button', { name: 'Write a late entry' }).click();
  await expect(bench.entryCount).toHaveText('12');
  await expect(page.getByTestId('kept')).toContainText('saved in this browser');
  await page.reload();
  await bench.ready('bank');
  await expect(bench.entry(12)).toContainText('true on 31 January 2026');
  await expect(cell(page, 0, 2)).toContainText('517.50');
});

test('a day that can’t be is refused in words, and nothing is written', async ({ page }) => {
  const bench = await open(page);
  const day = letter(page).getByLabel('True on');
  const write = letter(page).getByRole('button', { name: 'Write a late entry' });
  for (const [typed, words] of [
    ['2026-03-21', 'That day has not come yet'],
    ['2025-12-31', 'The account was opened on 5 January 2026'],
    ['', 'It is not complete yet'],
  ]) {
    await day.fill(typed);
    await write.click();
    await expect(letter(page)).toContainText(words);
    await expect(day).toBeFocused();
    await expect(day).toHaveAttribute('aria-invalid', 'true');
  }
  await day.fill('2026-02-01');
  await expect(day).not.toHaveAttribute('aria-invalid', 'true');
  await letter(page).getByRole('textbox', { name: 'A cheque of' }).fill('a lot');
  await write.click();
  await expect(letter(page).getByRole('textbox', { name: 'A cheque of' })).toBeFocused();
  // The past can be read but not written.
  await letter(page).getByRole('textbox', { name: 'A cheque of' }).fill('30');
  await bench.travelTo(4);
  // A button that explains itself counts as disabled, and can be pressed all the same.
  await write.press('Enter');
  await expect(letter(page)).toContainText('Go back to now first');
  await expect(bench.entryCount).toHaveText('11');
});

test('other days and the other account can be chosen, by keyboard', async ({ page }) => {
  const bench = await open(page);
  await page.getByLabel('Compare').fill('2026-02-10');
  await page.getByLabel('with', { exact: true }).fill('2026-01-15');
  // From the earliest to the latest.
  await expect(grid(page).getByRole('columnheader')).toHaveText([
    'the end of 15 January 2026', 'the start of 10 February 2026', 'the end of 10 February 2026',
  ]);
  await bench.commands.getByLabel('Account', { exact: true }).selectOption('Savings');
  await expect(cell(page, 0, 0)).toContainText('not there');
  await cell(page, 2, 1).focus();
  await page.keyboard.press('Enter');
  await expect(opened(page)).toContainText('True at the end of 10 February 2026, as known at the start of 10 February 2026');
});

test('an order has two clocks as well', async ({ page }) => {
  const bench = await open(page, 'order');
  await expect(grid(page)).toBeVisible();
  await expect(page.locator('.lead-in').filter({ hasText: 'The order’s Total' })).toBeVisible();
  expect(await amounts(page)).toContain('20.50');
  // What is paid for is not changed any more, late or not.
  await letter(page).getByLabel('True on').fill('2026-02-19');
  await letter(page).getByRole('button', { name: 'Write a late entry' }).click();
  await expect(page.getByTestId('refusal')).toContainText('was shipped');
  await bench.commands.getByRole('button', { name: 'Start another order' }).click();
  await bench.commands.getByRole('button', { name: 'Create order' }).click();
  await expect(bench.entryCount).toHaveText('1');
  await letter(page).getByLabel('True on').fill('2026-03-20');
  await letter(page).getByRole('button', { name: 'Write a late entry' }).click();
  await expect(bench.entry(2)).toContainText('true on 20 March 2026');
  await expect(cell(page, 2, 2)).toContainText('8.50');
});

test('nothing scrolls sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await expectNoSidewaysScroll(page, 'clocks');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
    test.describe(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing in it', async ({ page }) => {
        test.slow();
        await open(page);
        await letter(page).getByLabel('True on').fill('2027-01-01');
        await letter(page).getByRole('button').click();
        await expectNoViolations(page, 'clocks');
      });
    });
  }
}
