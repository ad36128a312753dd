// What is typed and done by hand: dates digit by digit, dialogs, and where one is afterwards.
import { expect, test } from '@playwright/test';
import { Workbench, focused } from './workbench';

test('a day is typed digit by digit, also with zeros in front, and goes where it says', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const day = bench.timeMachine.getByLabel('Go to');
  await day.focus();
  await page.keyboard.type('02052026');
  await expect(day).toHaveValue('2026-02-05');
  await bench.step('End of day').click();
  await expect(bench.slider).toHaveValue('4');
});

test('a question follows the day that is typed, and is answered aloud again', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const card = bench.card(/balance on/);
  await card.ask();
  await card.diarySays('505.00', '445.00');
  const day = card.group.getByLabel('Day');
  await day.focus();
  await page.keyboard.type('02042026');
  await expect(day).toHaveValue('2026-02-04');
  await card.diarySays('580.00', '580.00');
  await expect(bench.voice).toContainText('What was my balance on 4 February 2026?');
  await expect(bench.voice).toContainText('580.00');
});

test('a day that is not complete is told at the field and aloud, and nobody travels', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const day = bench.timeMachine.getByLabel('Go to');
  await day.focus();
  await page.keyboard.press('Delete');
  await bench.step('Start of day').click();
  await expect(bench.timeMachine).toContainText('not complete');
  await expect(bench.voice).toContainText('not complete');
  await expect(day).toBeFocused();
  await expect(bench.slider).toHaveValue('11');
});

test('Enter in a dialog does what it asks, but deletes only under the right name', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  const bank = bench.region('Bank');
  await bank.getByRole('button', { name: 'Rename' }).click();
  await bench.dialog.getByLabel('Title').fill('Ana’s account');
  await page.keyboard.press('Enter');
  await expect(bench.dialog).toHaveCount(0);
  await expect(bank.locator('.title')).toHaveText('Ana’s account');
  await expect(bench.voice).toContainText('bank-1 is called “\u2068Ana’s account\u2069” now.');

  await bank.getByRole('button', { name: 'Delete' }).click();
  await expect(bench.dialog).toHaveAccessibleDescription(/will be gone/);
  await bench.dialog.getByRole('textbox').fill('bank-2');
  await page.keyboard.press('Enter');
  await expect(bench.dialog).toBeVisible();
  await bench.dialog.getByRole('textbox').fill('bank-1');
  await page.keyboard.press('Enter');
  await expect(bench.voice).toContainText('bank-1 is deleted.');
  await expect(bank.locator('.name')).toHaveText(['bank-2']);
  await expect(bank.getByRole('heading', { level: 2 })).toBeFocused();
});

test('another order is begun: the page says where the old one is, and the focus is where one goes on', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  await bench.commands.getByRole('button', { name: 'Start another order' }).press('Enter');
  await expect(bench.entryCount).toHaveText('0');
  await expect(bench.kept).toContainText('order-1 is kept under Diaries.');
  await expect(bench.opening).toBeFocused();
  for (let stop = 0; stop < 2; stop += 1) await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('Create order');
});

test('an honest none is no link, and says where the diary begins and ends', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.ask.getByRole('button', { name: 'Put a question together' }).click();
  const builder = bench.ask.getByRole('group', { name: 'Ask your own' });
  await builder.getByLabel('I want to know').selectOption('biggest');
  await builder.getByLabel('of', { exact: false }).first().selectOption('withdrawals');
  await builder.getByRole('button', { name: 'Ask', exact: true }).click();
  const answer = builder.getByTestId('answer-diary');
  await expect(answer.locator('.value')).toHaveText('none');
  await expect(answer).toContainText('The diary goes from 5 January 2026 to 12 March 2026 so far.');
  await expect(answer.locator('.value').getByRole('button')).toHaveCount(0);
  await expect(answer, 'the answer is in sight').toBeInViewport({ ratio: 1 });
});

test('the same link to a copy works again after another copy was open', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.entry(2).locator('summary').click();
  const link = bench.entry(2).getByRole('link', { name: 'What if this had not happened?' });
  await link.click();
  const panel = bench.region('What if?');
  await expect(panel.getByLabel('Entry', { exact: true })).toHaveValue('2');
  await panel.getByLabel('Entry', { exact: true }).selectOption('4');
  await panel.getByRole('button', { name: 'Leave it out' }).click();
  await expect(page).toHaveURL(/#\/bank\/what-if\/4$/);
  await link.click();
  await expect(panel.getByLabel('Entry', { exact: true })).toHaveValue('2');
});
