// A store is emptied, by its user, by the browser, or by a disk that went bad.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { judge } from './judge';
import { expect, test, type Machine } from './machine';
import { BESIDE, linesIn, shelf, wipeLedger } from './stores';
import { amounts, type as typeOn } from './typist';

// A page in which three entries were written, and whoever is asked to wipe something.
async function written(page: Page) {
  const bench = new Workbench(page);
  await bench.open();
  const { saved } = await typeOn(page, amounts(0, 3));
  return { bench, saved };
}

async function wipeShelf(page: Page) {
  await page.evaluate(() => localStorage.clear());
}

test('fault 19: localStorage is wiped while the page is open', async ({ page }) => {
  const { bench, saved } = await written(page);
  await wipeShelf(page);
  saved.push(...(await typeOn(page, amounts(1, 2))).saved);
  await judge(page, saved);
  await expect(bench.notice).toContainText(/readable text of bank-1 was not what was left there. It has been written again/);
});

test('fault 19: another tab wipes localStorage, and the copy is written again at once', async ({ page, context }) => {
  const { saved } = await written(page);
  const other = await context.newPage();
  await other.goto(BESIDE);
  await wipeShelf(other);
  await expect.poll(async () => linesIn(await shelf(other), 'bank-1').length).toBe(14);
  await judge(page, saved);
});

test('fault 19: localStorage is wiped while the page is closed', async ({ page }) => {
  const { bench, saved } = await written(page);
  await page.goto(BESIDE);
  await wipeShelf(page);
  await bench.open();
  await expect(bench.notice).toContainText(/14 entries missing from the readable text, restored from the browser’s database/);
  await judge(page, saved);
});

test('fault 20: IndexedDB is wiped while the page is open', async ({ page }) => {
  const { bench, saved } = await written(page);
  await wipeLedger(page);
  saved.push(...(await typeOn(page, amounts(1, 2))).saved);
  await judge(page, saved);
  await expect(bench.notice).toContainText(/database had lost entries of bank-1. They have been written again/);
});

test('fault 20: IndexedDB is wiped while the page is closed', async ({ page }) => {
  const { bench, saved } = await written(page);
  await page.goto(BESIDE);
  await wipeLedger(page);
  await bench.open();
  await expect(bench.notice).toContainText(/14 entries missing from the browser’s database, restored from the readable text/);
  await judge(page, saved);
});

test('fault 21: both are wiped while the page is open', async ({ page }) => {
  const { bench, saved } = await written(page);
  await wipeLedger(page);
  await wipeShelf(page);
  saved.push(...(await typeOn(page, amounts(1, 2))).saved);
  await judge(page, saved);
  await expect(bench.notice).toContainText(/had lost entries of bank-1/);
});

test('fault 21: both are wiped while the page is closed: nobody is greeted as new', async ({ page }) => {
  const { bench } = await written(page);
  await page.goto(BESIDE);
  await wipeLedger(page);
  await wipeShelf(page);
  await bench.open();
  await expect(bench.notice).toContainText(/There were diaries here, and this browser has cleared them/);
  await expect(bench.notice.getByRole('link')).toHaveAttribute('href', '#/diaries');
  await judge(page, []);
  // On a first visit there is nothing to say.
  await page.context().clearCookies();
  await page.goto(BESIDE);
  await wipeLedger(page);
  await wipeShelf(page);
  await bench.open();
  await expect(bench.notice).toHaveCount(0);
});

// Overwrites every file of a store with what is no database.
async function spoil(machine: Machine, ...folders: string[]) {
  for (const folder of folders) {
    const path = join(machine.profile, 'Default', folder);
    const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length, `${folder} has files`).toBeGreaterThan(0);
    for (const file of files) await writeFile(join(file.parentPath, file.name), 'not a database, '.repeat(200));
  }
}

const SHELF = join('Local Storage', 'leveldb');
const SPOILT = [
  { what: 'localStorage', folders: [SHELF], says: /14 entries missing from the readable text, restored/, keeps: true },
  { what: 'IndexedDB', folders: ['IndexedDB'], says: /14 entries missing from the browser’s database, restored/, keeps: true },
  { what: 'both', folders: [SHELF, 'IndexedDB'], says: /There were diaries here, and this browser has cleared them/, keeps: false },
];

for (const { what, folders, says, keeps } of SPOILT) {
  test(`fault 22: the browser’s files of ${what} are overwritten between two visits`, async ({ machine }) => {
    let page = await machine.start();
    await page.goto('/#/bank');
    await new Workbench(page).ready('bank');
    const { saved } = await typeOn(page, amounts(0, 3));
    await machine.stop();
    await spoil(machine, ...folders);

    page = await machine.start();
    await page.goto('/#/bank');
    const bench = new Workbench(page);
    await bench.ready('bank');
    await expect(bench.notice).toContainText(says);
    if (keeps) await judge(page, saved);
    // Whatever is said to be saved now is saved.
    const more = (await typeOn(page, amounts(1, 3))).saved;
    await expect(bench.kept).toContainText('saved in this browser');
    await machine.stop();
    page = await machine.start();
    await page.goto('/#/bank');
    await new Workbench(page).ready('bank');
    await judge(page, keeps ? [...saved, ...more] : more);
  });
}
