// A dialog belongs to the diary that it was opened for, and keeps what is typed in it, whatever other tabs do meanwhile.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { Workbench } from './workbench';

const diary = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const names = (page: Page) => new Workbench(page).region('Bank').locator('.name');

// Two tabs: in the first, bank-1 and an empty bank-2 are listed.
async function tabs(page: Page, context: BrowserContext) {
  const here = new Workbench(page);
  await here.open('diaries');
  await begin(here);
  await here.goTo('diaries');
  await expect(names(page)).toHaveText(['bank-1', 'bank-2']);
  const there = new Workbench(await context.newPage());
  await there.open();
  await expect(there.entryCount).toHaveText('0');
  return { here, there };
}

async function begin(bench: Workbench) {
  await bench.region('Bank').getByRole('button', { name: 'Start empty' }).click();
  await bench.dialog.getByRole('button', { name: 'Start empty' }).click();
  await bench.ready('bank');
}

// Another tab lists anew when the diary that it has open grows: bank-2.
async function write(bench: Workbench) {
  await bench.goTo('diaries');
  await expect(diary(bench.page, 'bank-2')).toBeVisible();
  const open = diary(bench.page, 'bank-2').getByRole('button', { name: 'Open bank-2' });
  if (await open.count()) await open.click();
  else await bench.goTo('bank');
  await bench.ready('bank');
  const before = Number(await bench.entryCount.innerText());
  await bench.command(before ? 'Deposit' : 'Open account').click();
  await expect(bench.entryCount).toHaveText(String(before + 1));
}

async function remove(bench: Workbench, name: string) {
  await diary(bench.page, name).getByRole('button', { name: 'Delete' }).click();
  await bench.dialog.getByRole('textbox').fill(name);
  await bench.page.keyboard.press('Enter');
  await expect(names(bench.page).filter({ hasText: name })).toHaveCount(0);
}

test('a title that is being typed stays while another tab writes, begins and deletes', async ({ page, context }) => {
  const { here, there } = await tabs(page, context);
  await diary(page, 'bank-2').getByRole('button', { name: 'Rename' }).click();
  const title = here.dialog.getByLabel('Title');
  await title.fill('Holi');
  await write(there);
  await expect(here.region('Bank').locator('li').nth(1).locator('.entries')).toHaveText('1');
  await expect(title).toHaveValue('Holi');
  await there.goTo('diaries');
  await begin(there);
  await write(there);
  await expect(names(page)).toHaveText(['bank-1', 'bank-2', 'bank-3']);
  await there.goTo('diaries');
  // The row above it goes, and the diary stays the one that the dialog was opened for.
  await remove(there, 'bank-1');
  await write(there);
  await expect(names(page)).toHaveText(['bank-2', 'bank-3']);
  await expect(title).toBeFocused();
  await expect(title).toHaveValue('Holi');
  await page.keyboard.type('day');
  await page.keyboard.press('Enter');
  await expect(here.dialog).toHaveCount(0);
  await expect(here.region('Bank').locator('.title')).toHaveText(['Holiday', '']);
  await expect(diary(page, 'bank-2').getByRole('button', { name: 'Rename' })).toBeFocused();
});

test('a name that is being typed stays, and deletes the diary that was asked about', async ({ page, context }) => {
  const { here, there } = await tabs(page, context);
  await diary(page, 'bank-2').getByRole('button', { name: 'Delete' }).click();
  const typed = here.dialog.getByRole('textbox');
  await typed.fill('bank-');
  await there.goTo('diaries');
  await begin(there);
  await there.goTo('diaries');
  await remove(there, 'bank-1');
  await write(there);
  await expect(names(page)).toHaveText(['bank-2', 'bank-3']);
  await expect(typed).toHaveValue('bank-');
  await expect(here.dialog).toContainText('Delete bank-2 for good?');
  await typed.press('End');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['bank-3']);
});

test('a dialog stays when its diary goes, and says so when it is confirmed', async ({ page, context }) => {
  const { here, there } = await tabs(page, context);
  await diary(page, 'bank-1').getByRole('button', { name: 'Rename' }).click();
  await here.dialog.getByLabel('Title').fill('Too late');
  await there.goTo('diaries');
  await remove(there, 'bank-1');
  await write(there);
  await expect(names(page)).toHaveText(['bank-2']);
  await expect(here.dialog.getByLabel('Title')).toHaveValue('Too late');
  await page.keyboard.press('Enter');
  await expect(here.notice).toContainText('bank-1 was not renamed');
  await expect(here.region('Bank').getByRole('heading', { level: 2 })).toBeFocused();
  await expect(names(page)).toHaveText(['bank-2']);
});

test('a dialog begins anew each time, with the title of then', async ({ page, context }) => {
  const { here, there } = await tabs(page, context);
  const rename = diary(page, 'bank-2').getByRole('button', { name: 'Rename' });
  await rename.click();
  await here.dialog.getByLabel('Title').fill('Never mind');
  await here.dialog.getByRole('button', { name: 'Cancel' }).click();
  await rename.click();
  await expect(here.dialog.getByLabel('Title')).toHaveValue('');
  await page.keyboard.press('Escape');
  await there.goTo('diaries');
  await diary(there.page, 'bank-2').getByRole('button', { name: 'Rename' }).click();
  await there.dialog.getByLabel('Title').fill('Savings');
  await there.page.keyboard.press('Enter');
  await expect(there.region('Bank').locator('.title')).toHaveText(['', 'Savings']);
  await write(there);
  await expect(here.region('Bank').locator('.title')).toHaveText(['', 'Savings']);
  await rename.click();
  await expect(here.dialog.getByLabel('Title')).toHaveValue('Savings');
});
