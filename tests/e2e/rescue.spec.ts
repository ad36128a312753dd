// Fault 39: a mistake stops the wasm. The page says so in its place, and gives what is kept here without any wasm.
// There is no door for tests in the page: a function of the browser that the app needs is made to fail from outside.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { bankLines, chained, exported as fileOf, stored } from './faults/diary';
import { ledger, linesIn, shelf } from './faults/stores';
import { Workbench } from './workbench';

const heading = (page: Page) => page.getByRole('heading', { name: 'Something went wrong' });

async function expectRescue(page: Page, mistake: RegExp) {
  await expect(heading(page)).toBeVisible();
  await expect(heading(page)).toBeFocused();
  await expect(page.getByText('The page stopped because of a mistake in it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(page.getByText('Opening the diary…')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Deposit', exact: true })).toHaveCount(0);
  await page.getByText('What went wrong').click();
  await expect(page.locator('details pre')).toHaveText(mistake);
}

// The next element that the app wants is refused, and its `unwrap` panics.
async function panicAtNextElement(page: Page) {
  await page.evaluate(() => {
    const own = { createElement: document.createElement, cloneNode: Node.prototype.cloneNode };
    const refuse = () => {
      Object.assign(Document.prototype, { createElement: own.createElement });
      Object.assign(Node.prototype, { cloneNode: own.cloneNode });
      throw new DOMException('refused by the test', 'NotSupportedError');
    };
    Object.assign(Document.prototype, { createElement: refuse });
    Object.assign(Node.prototype, { cloneNode: refuse });
  });
}

async function exported(page: Page, name: string) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: `Export ${name}` }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${name}.jsonl`);
  return readFileSync(await download.path(), 'utf8');
}

// The browser gives none of these away.
function block(names: string[]) {
  const blocked = () => { throw new DOMException('blocked', 'SecurityError'); };
  for (const name of names) Object.defineProperty(window, name, { configurable: true, get: blocked });
}

const linesOf = (text: string) => text.trimEnd().split('\n').map((line) => JSON.parse(line));

test('fault 39: a panic: the page says so, gives every diary, and a reload has all that was written', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '12.34');
  await expect(bench.entryCount).toHaveText('12');
  await bench.goTo('order');
  await bench.goTo('bank');
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expectRescue(page, /panicked at .*refused by the test/s);
  await expect(page.getByText('What you wrote is still kept in this browser.')).toBeVisible();
  // The story is for those who never saw the page.
  await expect(page.getByRole('table')).toHaveCount(0);

  const stored = await page.evaluate(() => ({ ...localStorage }));
  const text = await exported(page, 'bank-1');
  const meta = JSON.parse(stored['event-diary/bank-1/meta']);
  const [head, ...entries] = linesOf(text);
  expect(text.split('\n')[0]).toBe(JSON.stringify({
    'event-diary': 1, kind: 'bank', name: 'bank-1', created: meta.created, entries: 12, fingerprint: meta.fingerprint,
  }));
  expect(Object.keys(head)).toEqual(['event-diary', 'kind', 'name', 'created', 'entries', 'fingerprint']);
  const lines = stored['event-diary/bank-1/00000'].trimEnd().split('\n');
  expect(text).toBe(`${text.split('\n')[0]}\n${lines.map((line) => line.replace(/\]\|(\w{8})$/, ',"$1"]')).join('\n')}\n`);
  expect(entries).toHaveLength(12);
  expect(entries[11].slice(2)).toEqual(['deposited', { account: 'everyday', cents: 1234 }, meta.fingerprint]);
  expect(linesOf(await exported(page, 'order-1'))[0]).toMatchObject({ kind: 'order', name: 'order-1' });

  await page.goto('/#/bank');
  await page.getByRole('button', { name: 'Reload' }).click();
  await bench.ready('bank');
  await expect(bench.diaryBalance).toHaveText('502.34');
});

test('fault 39: a panic while the app starts', async ({ page }) => {
  await page.addInitScript(() => {
    const own = Document.prototype.getElementById;
    // The page's own scripts ask for the element first; the app is the second to ask.
    let asked = 0;
    Document.prototype.getElementById = function (id) {
      asked += 1;
      return asked === 2 ? null : own.call(this, id);
    };
  });
  await page.goto('/');
  await expectRescue(page, /panicked at .*index\.html has an element #app/s);
});

test('fault 39: a trap that says nothing', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.evaluate(() => {
    // The smallest module with a function `f` that can only trap.
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f as () => never;
    Date.prototype.getTime = trap;
    Date.now = trap;
  });
  await bench.wish('Deposit', '10');
  await expectRescue(page, /unreachable/);
  await expect(page.getByRole('button', { name: 'Export bank-1' })).toBeVisible();
});

test('fault 39: what could not be read comes along, word for word', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const [good, , later] = chained([1, 2, 3].map((at) => `[${at},${at},"deposited",{"account":"everyday","cents":500}]`));
  await page.evaluate(({ good, later }) => {
    localStorage.setItem('event-diary/bank-7/meta', '{"format":1,"crea');
    localStorage.setItem('event-diary/bank-7/00000', `${good}\n[2,17\n`);
    localStorage.setItem('event-diary/bank-7/00001', `${later}\n[4,1,"\ud83d"]|01234567\n[5,1,"torn`);
    localStorage.setItem('event-diary/bank-7/broken/1/00002', 'half: \ud83d, null: \0, line: \n, end');
    localStorage.setItem('event-diary/order-12/meta', '{"format":1,"title":"Åse’s <b>order</b>","created":7,"head":0,"fingerprint":"00000000"}');
    localStorage.setItem('event-diary/bank-8', 'no diary of ours');
  }, { good, later });
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expectRescue(page, /panicked/);
  await expect(page.getByRole('button', { name: /^Export/ })).toHaveText(
    ['Export bank-1', 'Export bank-7', 'Export order-12'],
  );
  const text = await exported(page, 'bank-7');
  // After a gap nothing follows: the third line can't be known to be the next.
  expect(text.split('\n')).toEqual([
    `{"event-diary":1,"kind":"bank","name":"bank-7","entries":1,"fingerprint":"${good.slice(-8)}"}`,
    `${good.slice(0, -10)},"${good.slice(-8)}"]`,
    String.raw`{"set aside":"00000","text":"[2,17"}`,
    JSON.stringify({ 'set aside': '00001', text: later }),
    String.raw`{"set aside":"00001","text":"[4,1,\"\ud83d\"]|01234567"}`,
    String.raw`{"set aside":"00001","text":"[5,1,\"torn"}`,
    String.raw`{"set aside":"broken/1/00002","text":"half: \ud83d, null: \u0000, line: \n, end"}`,
    String.raw`{"set aside":"meta","text":"{\"format\":1,\"crea"}`,
    '',
  ]);
  await expect(page.getByRole('alert')).toHaveText(/^bank-7: Lines that are damaged or stand behind a gap .*: 4\.$/);
  expect(await exported(page, 'order-12')).toBe(
    '{"event-diary":1,"kind":"order","name":"order-12","title":"Åse’s <b>order</b>","created":7,"entries":0,"fingerprint":"00000000"}\n',
  );
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('entries that did not fit into localStorage are in the file of the rescue page as well', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      try { localStorage.setItem(`room-${size}`, 'x'.repeat(size)); } catch { /* A smaller one then. */ }
    }
  });
  for (let at = 1; at <= 5; at += 1) {
    await bench.wish('Deposit', `${at}`);
    await expect(bench.entryCount).toHaveText(`${11 + at}`);
  }
  expect(linesIn(await shelf(page), 'bank-1').length).toBeLessThan(16);
  const { entries } = await ledger(page);
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expectRescue(page, /panicked/);
  const text = await exported(page, 'bank-1');
  expect(linesOf(text)[0]).toMatchObject({ entries: 16 });
  const lines = linesIn(entries, 'bank-1').map((line) => `${line.slice(0, -10)},"${line.slice(-8)}"]`);
  expect(lines).toHaveLength(16);
  expect(text.trimEnd().split('\n').slice(1)).toEqual(lines);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the rescue page says which store it could not reach, and gives what the other has', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.evaluate(() => {
    // From now on nobody gets an answer. The record counts a line that only the database has.
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
    const meta = 'event-diary/bank-1/meta';
    localStorage.setItem(meta, localStorage.getItem(meta)!.replace('"head":11', '"head":12'));
  });
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expectRescue(page, /panicked/);
  await expect(page.getByText('This browser’s database could not be read (it does not answer).')).toBeVisible();
  expect(linesOf(await exported(page, 'bank-1'))[0]).toMatchObject({ entries: 11 });
  const said = page.getByRole('alert');
  await expect(said).toContainText('bank-1: This browser’s database could not be read (it does not answer).');
  await expect(said).toContainText('Entry 12 was written once and could not be read.');
});

test('a diary that its reader has deleted is not handed out by the rescue page', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.evaluate(async () => {
    // A deletion that was cut off leaves this behind.
    localStorage.setItem('event-diary/bank-2/00000', localStorage.getItem('event-diary/bank-1/00000')!);
    const request = indexedDB.open('event-diary');
    await new Promise((resolve) => { request.onsuccess = resolve; });
    const transaction = request.result.transaction(['meta'], 'readwrite');
    transaction.objectStore('meta').put('{"format":1,"deleted":true}', 'bank-2');
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    request.result.close();
  });
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expectRescue(page, /panicked/);
  await expect(page.getByRole('button', { name: 'Export bank-1' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export bank-2' })).toHaveCount(0);
});

test('where localStorage is blocked, the rescue page gives what the database has', async ({ page }) => {
  await page.addInitScript(block, ['localStorage']);
  const bench = new Workbench(page);
  await bench.open();
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expectRescue(page, /panicked/);
  await expect(page.getByText('This browser’s localStorage could not be read (blocked).')).toBeVisible();
  expect(linesOf(await exported(page, 'bank-1'))[0]).toMatchObject({ entries: 11 });
});

test('fault 39: where storage is blocked the page does not promise what it cannot know', async ({ page }) => {
  await page.addInitScript(block, ['localStorage', 'indexedDB']);
  const bench = new Workbench(page);
  await bench.open();
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expectRescue(page, /panicked/);
  await expect(page.getByText('It can’t be told here whether what you wrote is kept.')).toBeVisible();
  await expect(page.getByText('is still kept')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Export/ })).toHaveCount(0);
});

for (const where of ['in both stores', 'without localStorage']) {
  test(`two texts that were set aside at the same place are both here after an import, ${where}`, async ({ page }) => {
    if (where === 'without localStorage') await page.addInitScript(block, ['localStorage']);
    const bench = new Workbench(page);
    await bench.open('diaries');
    const torn = [String.raw`{"set aside":"00000","text":"[6,17"}`, String.raw`{"set aside":"00000","text":"[7,\ud83d"}`];
    const text = `${fileOf(stored('bank-1', bankLines(5)))}${torn.join('\n')}\n`;
    await page.locator('#import-file').setInputFiles({ name: 'rescued.jsonl', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(page.getByTestId('import-preview')).toContainText('Texts that were set aside: 2.');
    await page.getByRole('button', { name: 'Open beside the others' }).click();
    await expect(bench.entryCount).toHaveText('5');

    await page.reload();
    await bench.goTo('diaries');
    const row = page.getByRole('listitem').filter({ hasText: 'bank-2' });
    await row.getByText('Set aside: what could not be read').click();
    await expect(row.locator('pre')).toHaveText(['[6,17', /\[7,/]);
    const coming = page.waitForEvent('download');
    await row.getByRole('button', { name: 'Export' }).click();
    const file = readFileSync(await (await coming).path(), 'utf8');
    expect(file.trimEnd().split('\n').slice(6)).toEqual([
      String.raw`{"set aside":"broken/1/00000","text":"[6,17"}`, String.raw`{"set aside":"broken/2/00000","text":"[7,\ud83d"}`,
    ]);
  });
}

test('fault 39: the server is gone as well: the page says what happened all the same', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.route('**/*', (route) => route.abort());
  await panicAtNextElement(page);
  await bench.places.getByRole('link', { name: 'Order' }).click();
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText('What you wrote is still kept in this browser.')).toBeVisible();
});

test('a mistake of somebody else’s, such as an extension’s, leaves the page alone', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const seen = page.waitForEvent('pageerror', (error) => error.message.includes('second'));
  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent('error', { message: 'first', error: new Error('first') }));
    Promise.reject(new Error('second'));
  });
  await seen;
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  await expect(heading(page)).toHaveCount(0);
});
