// How do I take back a deposit? An opened entry says it, and asks for the opposite: nothing goes away.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('a deposit is taken back by a withdrawal, and its entry stays', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '70');
  await expect(bench.diaryBalance).toHaveText('560.00');
  const entry = bench.entry(12);
  const words = await entry.locator('summary').innerText();
  await entry.locator('summary').press('Enter');
  await expect(entry).toContainText('How do I take back a deposit? The entry stays. A new entry says the opposite.');
  const back = entry.getByRole('button', { name: 'Withdraw 70.00 from Everyday' });
  // It opens below the last entry, and comes into sight by itself.
  await expect(back).toBeInViewport({ ratio: 1 });
  await back.press('Enter');
  await expect(bench.entries).toHaveCount(13);
  await expect(bench.entry(13)).toContainText('Withdrawn 70.00');
  await expect(bench.diaryBalance).toHaveText('490.00');
  await expect(entry.locator('summary')).toHaveText(words);
  await expect(back).toBeFocused();
});

test('the rules refuse the opposite as they refuse any request', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '70');
  await bench.wish('Withdraw', '500');
  await expect(bench.diaryBalance).toHaveText('60.00');
  await bench.entry(12).locator('summary').click();
  const back = bench.entry(12).getByRole('button', { name: 'Withdraw 70.00 from Everyday' });
  await back.click();
  await expect(bench.refusal).toContainText('the balance of Everyday is 60.00');
  await expect(bench.entries).toHaveCount(13);
  // In the past nothing is written either.
  await bench.travelTo(12);
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  await back.click({ force: true });
  await expect(bench.refusal).toBeVisible();
  await expect(bench.entries).toHaveCount(13);
});

test('what nothing undoes says so, and each example says what its own entries are', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.entry(1).locator('summary').click();
  await expect(bench.entry(1)).toContainText('How do I take back the opening of an account? Nothing undoes this.');
  await expect(bench.entry(1).locator('.take-back').getByRole('button')).toHaveCount(0);
  await bench.goTo('parcel');
  await bench.entry(2).locator('summary').click();
  await expect(bench.entry(2)).toContainText('Nothing undoes this.');
  await bench.goTo('order');
  await bench.startAnotherOrder();
  await bench.wish('Create order');
  await bench.wish('Add item');
  await expect(bench.entryCount).toHaveText('2');
  await bench.entry(2).locator('summary').click();
  await expect(bench.entry(2)).toContainText('How do I take back an added item?');
  await bench.entry(2).getByRole('button', { name: 'Remove lamp' }).click();
  await expect(bench.entry(3)).toContainText('Item removed: lamp');
  // What was removed comes back at the price that it had.
  await bench.entry(3).locator('summary').click();
  await bench.entry(3).getByRole('button', { name: 'Add 1 × lamp' }).click();
  await expect(bench.entry(4)).toContainText('Item added: lamp, 39.00');
});

test('a chapter of the course doesn’t offer it', async ({ page }) => {
  // Also where one comes from a workbench, whose requests are for another diary.
  await new Workbench(page).open();
  await page.goto('/#/learn/a3');
  await expect(page.locator('.learn .lesson')).toBeVisible();
  const summary = page.getByRole('table', { name: 'Diary entries' }).locator('summary').first();
  if (await summary.count()) await summary.click();
  await expect(page.getByText('How do I take back')).toHaveCount(0);
});
