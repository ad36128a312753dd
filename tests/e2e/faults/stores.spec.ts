// Stores that are blocked, missing, throwing, silent, or taken away while the page is open.
import { COURSE_NOW, Workbench } from '../workbench';
import { judge } from './judge';
import { expect, test } from './machine';
import { BESIDE, holdAnswers, ledger, linesIn, shelf, wipeLedger } from './stores';
import { amounts, type as typeOn } from './typist';

test('fault 11: the user has blocked storage', async ({ machine }) => {
  // What Chromium writes down when its user forbids sites to keep anything.
  const page = await machine.start({ preferences: { profile: { default_content_setting_values: { cookies: 2 } } } });
  await page.goto('/#/bank');
  const bench = new Workbench(page);
  await bench.ready('bank');
  expect(await page.evaluate(() => { try { return localStorage.length; } catch (error) { return (error as Error).name; } }))
    .toBe('SecurityError');
  await expect(bench.notice).toContainText(/Nothing is kept/);
  await bench.wish('Deposit', '10');
  await expect(bench.diaryBalance).toHaveText('500.00');
  await expect(bench.kept).toContainText('in memory only');
  await expect(bench.notice).toBeVisible();
  // Whoever leaves now loses something, so the browser asks.
  const asked = page.waitForEvent('dialog');
  page.close({ runBeforeUnload: true }).catch(() => {});
  expect((await asked).type()).toBe('beforeunload');
});

test('fault 12: localStorage is null, and the database keeps everything', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { value: null }));
  const bench = new Workbench(page);
  await bench.open();
  await expect(bench.notice).toContainText(/readable text can’t be kept/);
  await bench.wish('Deposit', '10');
  await expect(bench.diaryBalance).toHaveText('500.00');
  await expect(bench.kept).toContainText('saved in one place');
  await page.reload();
  await bench.ready('bank');
  expect(await judge(page, [1_000], { shelf: false })).toHaveLength(12);
});

// How a browser can have no IndexedDB. Each is an init script. One that is there and says no is another matter: see start.spec.ts.
const LEDGERS = {
  'is missing': () => { Object.defineProperty(window, 'indexedDB', { value: undefined }); },
  'throws when it is named': () => {
    Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });
  },
  'throws when it is opened': () => {
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); };
  },
};

async function expectShelfOnly(bench: Workbench) {
  await expect(bench.notice).toContainText(/browser’s database can’t be used/);
  await expect(bench.notice).toContainText(/last minutes may be lost if the browser is killed/);
  await bench.wish('Deposit', '10');
  await expect(bench.diaryBalance).toHaveText('500.00');
  await expect(bench.kept).toContainText('written, not safe yet');
  await bench.page.reload();
  await bench.ready('bank');
  await expect(bench.diaryBalance).toHaveText('500.00');
  expect(linesIn(await shelf(bench.page), 'bank-1')).toHaveLength(12);
}

for (const [how, script] of Object.entries(LEDGERS)) {
  test(`fault 14: IndexedDB ${how}`, async ({ page }) => {
    await page.addInitScript(script);
    const bench = new Workbench(page);
    await bench.open();
    await expectShelfOnly(bench);
  });
}

test('fault 14: without IndexedDB one tab writes, and another takes its place when it goes', async ({ page, context }) => {
  await context.addInitScript(LEDGERS['is missing']);
  const first = new Workbench(page);
  await first.open();
  const second = new Workbench(await context.newPage());
  await second.open();
  await second.wish('Deposit', '10');
  await expect(second.refusal).toContainText(/another tab is writing/);
  await first.wish('Deposit', '20');
  await expect(first.diaryBalance).toHaveText('510.00');
  await expect(second.diaryBalance).toHaveText('510.00');
  await page.close();
  await second.page.reload();
  await second.ready('bank');
  await second.wish('Deposit', '5');
  await expect(second.diaryBalance).toHaveText('515.00');
});

test('fault 14: IndexedDB answers late: nothing that may be written is said not to be', async ({ page, context }) => {
  await page.clock.install({ time: COURSE_NOW });
  const bench = new Workbench(page);
  await page.goto('/#/bank');
  await bench.ready('bank');
  await holdAnswers(page);
  await bench.wish('Deposit', '10');
  const beside = await context.newPage();
  await beside.goto(BESIDE);
  await expect.poll(async () => linesIn((await ledger(beside)).entries, 'bank-1').length).toBe(12);
  await page.clock.runFor(10_000);
  // It is in the database. The answer does not come, so the page looks whether it is there, and says nothing before.
  await expect(bench.entryCount).toHaveText('12');
  await expect(bench.refusal).toHaveCount(0);
  // What comes too late changes nothing.
  await page.evaluate(() => (window as unknown as { answer(): void }).answer());
  await expect(bench.entryCount).toHaveText('12');
  await expect(bench.kept).toContainText('saved in this browser');
  await judge(page, [1_000]);
});

test('fault 14: another tab holds the database: the request waits where it is seen, and is written when the other lets go', async ({ page, context }) => {
  await page.clock.install({ time: COURSE_NOW });
  const bench = new Workbench(page);
  await page.goto('/#/bank');
  await bench.ready('bank');
  const holder = await context.newPage();
  await holder.goto(BESIDE);
  await holder.evaluate(() => new Promise<void>((resolve) => {
    indexedDB.open('event-diary').onsuccess = (event) => {
      const transaction = (event.target as IDBOpenDBRequest).result.transaction(['entries', 'meta', 'broken'], 'readwrite');
      let isHeld = true;
      Object.assign(window, { release: () => { isHeld = false; } });
      // A transaction lives for as long as it is asked something.
      const ask = () => {
        transaction.objectStore('meta').get('bank-1').onsuccess = () => { if (isHeld) ask(); };
        resolve();
      };
      ask();
    };
  }));
  await bench.wish('Deposit', '10');
  // A disk that stalls is not a disk that says no.
  await page.clock.runFor(20_000);
  await expect(bench.kept).toContainText(/saving|wait/);
  await expect(bench.entryCount).toHaveText('11');
  await expect(bench.refusal).toHaveCount(0);
  await bench.wish('Deposit', '20');
  await holder.evaluate(() => (window as unknown as { release(): void }).release());
  // Whatever it waits for now, it does not wait for long.
  await page.clock.resume();
  await expect(bench.diaryBalance).toHaveText('520.00', { timeout: 20_000 });
  const lines = await judge(page, [1_000, 2_000]);
  expect(lines).toHaveLength(13);
});

test('fault 15: the browser closes the connection', async ({ page }) => {
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    const all = new Set<IDBDatabase>();
    Object.assign(window, { closeAll: () => all.forEach((database) => database.close()) });
    IDBDatabase.prototype.transaction = function known(...how: Parameters<typeof transaction>) {
      all.add(this);
      return transaction.apply(this, how);
    } as typeof transaction;
  });
  const bench = new Workbench(page);
  await bench.open();
  for (const [times, amount] of [10, 20, 30].entries()) {
    await page.evaluate(() => (window as unknown as { closeAll(): void }).closeAll());
    await bench.wish('Deposit', String(amount));
    await expect(bench.entryCount).toHaveText(String(12 + times));
  }
  await expect(bench.kept).toContainText('saved in this browser');
  await judge(page, [1_000, 2_000, 3_000]);
});

test('fault 15: the database is deleted while it is open', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open();
  const saved = (await typeOn(page, amounts(0, 3))).saved;
  const other = await context.newPage();
  await other.goto(BESIDE);
  const deleted = await other.evaluate(() => new Promise<string>((resolve) => {
    const request = indexedDB.deleteDatabase('event-diary');
    request.onsuccess = () => resolve('deleted');
    request.onblocked = () => resolve('blocked');
  }));
  expect(deleted, 'the page lets go of it').toBe('deleted');
  saved.push(...(await typeOn(page, amounts(1, 3))).saved);
  await judge(page, saved);
  await expect(bench.notice).toContainText(/database had lost entries of bank-1/);
});

test('fault 15: the browser takes the database away while the page is open', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  const saved = (await typeOn(page, amounts(0, 3))).saved;
  await wipeLedger(page);
  saved.push(...(await typeOn(page, amounts(1, 3))).saved);
  await judge(page, saved);
  await expect(bench.notice).toContainText(/database had lost entries of bank-1/);
});

test('fault 9: localStorage is full indeed: later entries are safe in the database, and the page says so', async ({ machine }) => {
  test.slow();
  let page = await machine.start();
  await page.goto('/#/bank');
  let bench = new Workbench(page);
  await bench.ready('bank');
  // Another page of the same origin has taken all but a few hundred characters.
  await page.evaluate(() => {
    let room = 5_242_880;
    while (room >= 1) {
      const text = localStorage.getItem('another-page') ?? '';
      try {
        localStorage.setItem('another-page', text + 'x'.repeat(room));
      } catch {
        room = Math.floor(room / 2);
      }
    }
    localStorage.setItem('another-page', localStorage.getItem('another-page')!.slice(400));
  });
  const saved = (await typeOn(page, amounts(0, 12))).saved;
  await expect(bench.kept).toContainText('saved in one place');
  await expect(bench.notice).toContainText(/safe in the browser’s database. Its readable text is not up to date: .* is full/);
  expect(linesIn(await shelf(page), 'bank-1').length).toBeLessThan(23);
  await judge(page, saved, { shelf: false });
  await machine.kill();

  page = await machine.start();
  await page.goto('/#/bank');
  bench = new Workbench(page);
  await bench.ready('bank');
  await judge(page, saved, { shelf: false });
  // With room again, the copy is made whole.
  await page.evaluate(() => localStorage.removeItem('another-page'));
  await page.reload();
  await bench.ready('bank');
  await judge(page, saved);
});
