// An older page meets what a newer one has written: it reads what it can, says so, and touches nothing.
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { bankLines, chained, stored, type Stored } from './diary';
import { BESIDE, ledger, seed, shelf } from './stores';

// Nothing of the diary has changed in either store. Settings are no part of it.
async function untouched(page: Page, before: unknown) {
  expect(await both(page)).toEqual(before);
}

async function both(page: Page) {
  const onShelf = Object.entries(await shelf(page)).filter(([key]) => /^event-diary\/bank-1\//.test(key)).sort();
  return { onShelf, inLedger: await bankOnly(page) };
}

async function bankOnly(page: Page) {
  const { entries, meta, broken } = await ledger(page);
  return { entries: Object.entries(entries).filter(([key]) => key.startsWith('bank-1/')), meta: meta['bank-1'], broken };
}

async function expectReadOnly(bench: Workbench, entries: number, why: RegExp) {
  await expect(bench.notice).toContainText(why);
  await expect(bench.entryCount).toHaveText(String(entries));
  await bench.wish('Deposit', '10');
  await expect(bench.refusal).toContainText(/can only be read/);
  await expect(bench.entryCount).toHaveText(String(entries));
}

async function left(page: Page, diary: Stored) {
  await page.goto(BESIDE);
  await seed(page, diary);
  return both(page);
}

test('fault 8: a diary in a newer format can be read and not written', async ({ page }) => {
  const diary = stored('bank-1', bankLines(20));
  const before = await left(page, { ...diary, record: diary.record.replace('"format":1', '"format":2,"new":[]') });
  const bench = new Workbench(page);
  await bench.open();
  await expectReadOnly(bench, 20, /a newer version of this page wrote it \(format 2\)/);
  await untouched(page, before);
});

test('fault 8: an event of a newer version is shown as such, and nothing is written after it', async ({ page }) => {
  const known = bankLines(20).map((line) => line.slice(0, -9));
  const at = JSON.parse(known[19])[1];
  const lines = chained([...known, `[21,${at},"tax_paid",{"account":"everyday","cents":1}]`, `[22,${at},"deposited",{"account":"everyday","cents":5}]`]);
  const before = await left(page, stored('bank-1', lines));
  const bench = new Workbench(page);
  await bench.open();
  await expectReadOnly(bench, 20, /“tax_paid” is not a kind of entry that this version can read/);
  await untouched(page, before);
});

test('fault 8: a newer page writes in another tab meanwhile', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  const newer = await context.newPage();
  await newer.goto(BESIDE);
  const line = '[13,4102444800000,"deposited",{"account":"everyday","cents":1,"currency":"EUR"}]|00000000';
  await newer.evaluate(async (line) => {
    const record = '{"format":2,"created":0,"head":13,"fingerprint":"00000000"}';
    localStorage.setItem('event-diary/bank-1/meta', record);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('event-diary');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction(['entries', 'meta'], 'readwrite');
    transaction.objectStore('entries').put(line, 'bank-1/0000000013');
    transaction.objectStore('meta').put(record, 'bank-1');
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
    new BroadcastChannel('event-diary').postMessage(JSON.stringify({ name: 'bank-1', from: 13, lines: [line], record }));
  }, line);
  const before = await both(newer);
  await bench.wish('Deposit', '20');
  await expect(bench.refusal).toBeVisible();
  await expect(bench.entryCount).toHaveText('12');
  await untouched(page, before);
});

test('fault 8: a database of a higher version: nothing is written beside it', async ({ page }) => {
  const diary = stored('bank-1', bankLines(20));
  await page.goto(BESIDE);
  await seed(page, diary, 2);
  const before = await both(page);
  const bench = new Workbench(page);
  await bench.open();
  await expectReadOnly(bench, 20, /newer version/);
  await untouched(page, before);
});

test('fault 8: an old page does not stand in the way of a newer one', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open();
  const newer = await context.newPage();
  await newer.goto(BESIDE);
  // The newer page changes the database, for which every older connection must close.
  const version = newer.evaluate(() => new Promise<number>((resolve, reject) => {
    const request = indexedDB.open('event-diary', 2);
    request.onsuccess = () => resolve(request.result.version);
    request.onerror = () => reject(request.error);
  }));
  expect(await version).toBe(2);
  const before = await both(newer);
  await bench.wish('Deposit', '10');
  await expect(bench.refusal).toBeVisible();
  await expect(bench.entryCount).toHaveText('11');
  await untouched(newer, before);
});
