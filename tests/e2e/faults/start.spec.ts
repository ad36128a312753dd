// The page is opened while a store is slow, silent, or fails once: what is there is found, and nothing is begun in its place.
import { expect, test, type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { beside, expectWhole, names, placed, press, saying, told, visited } from './several';
import { Rig, UNTIL_HEALED, type ReadFault, type Weather } from './rig';
import { BESIDE, shelf } from './stores';

// Shown as saved are the amounts that stand in a line, unless the page says that they are kept nowhere yet.
async function shownAsSaved(page: Page, amounts: number[]): Promise<number[]> {
  if (/not kept yet|in memory/i.test(await saying(page).innerText())) return [];
  const rows = await new Workbench(page).entries.locator('summary').allInnerTexts();
  return amounts.filter((cents) => rows.some((row) => row.includes((cents / 100).toFixed(2))));
}

test('fault 45: a second tab is opened during a slow save: what either shows as saved is there', async ({ page, context }) => {
  test.setTimeout(90_000);
  const rig = await Rig.on(page);
  await visited(page, 13);
  const other = await beside(page);
  await rig.set({ commitMs: 6_000 });
  const first = [77_101, 77_102, 77_103];
  await press(page, 'Deposit', first);
  const second = await context.newPage();
  await second.goto('/#/bank');
  const there = new Workbench(second);
  await there.started('bank');
  await press(second, 'Deposit', [3_100, 3_200]);
  // Whatever it makes of them, it says so.
  await expect(saying(second)).toHaveText(/saving|wait|saved|kept|only/i);
  const asked = () => shownAsSaved(second, [3_100, 3_200]);
  const isSaved = await expect.poll(asked, { timeout: 5_000 }).toHaveLength(2).then(() => true, () => false);
  await rig.heal();
  const all = [...first, 3_100, 3_200];
  const right = { 'bank-1': expect.arrayContaining(all) as unknown as number[] };
  const message = `which amounts lie where (the second tab ${isSaved ? 'has shown both as saved' : 'has waited'})`;
  await expect.poll(() => placed(other, all), { timeout: 40_000, message }).toEqual(right);
  expect((await placed(other, all))['bank-1']).toHaveLength(all.length);
  expect(await names(other)).toEqual(['bank-1']);
  for (const tab of [page, second]) await expectWhole(tab, other, 'bank-1');
  await second.reload();
  await there.ready('bank');
  await expectWhole(second, other, 'bank-1');
  expect(Object.keys(await shelf(other)).filter((key) => key.includes('/broken/')), 'set aside').toEqual([]);
});

const READS: { of: 'get' | 'getAll'; how: ReadFault }[] = [
  { of: 'get', how: 'throw' },
  { of: 'get', how: 'error' },
  { of: 'get', how: 'silent' },
  { of: 'getAll', how: 'throw' },
  { of: 'getAll', how: 'silent' },
];

for (const { of, how } of READS) {
  test(`fault 46: one ${of} fails at the start (${how}): nothing is begun in the place of what can’t be read`, async ({ page }) => {
    test.setTimeout(120_000);
    const rig = await Rig.on(page);
    const diaries = await visited(page, 13);
    const other = await beside(page);
    for (let nth = 1; nth <= 6; nth += 1) {
      await rig.set({ reads: [{ of, nth, how }] });
      await page.reload();
      await page.locator('html:not([data-first])').waitFor({ timeout: 15_000 });
      const done = await rig.done();
      // It has not met so many reads.
      if (done.spoilt.length === 0) break;
      const what = `${of} ${nth} fails (${how})`;
      await expect.poll(() => names(other), { message: `${what}: the diaries there are` }).toEqual(['bank-1']);
      await rig.heal();
      await page.reload();
      await diaries.bench.ready('bank');
      await expect(diaries.bench.entryCount, `${what}: at the next start`).toHaveText('13');
      expect(await names(other), `${what}: the diaries there are`).toEqual(['bank-1']);
      expect(JSON.parse((await shelf(other))['event-diary/open/bank'] ?? '"bank-1"'), 'what is preferred').toBe('bank-1');
    }
    await expectWhole(page, other, 'bank-1');
  });
}

test('fault 51: localStorage throws when it is read: the page shows what the database has', async ({ page }) => {
  const rig = await Rig.on(page);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  const { bench } = await visited(page, 13);
  await rig.set({ localReads: 'throw' });
  await page.reload();
  await bench.ready('bank');
  await expect(bench.entryCount).toHaveText('13');
  await bench.wish('Deposit', '771.01');
  await expect(bench.entryCount).toHaveText('14');
  await expect.poll(() => told(page), { message: 'what is said' }).toMatch(/readable (copy|text)/i);
  await rig.heal();
  await page.reload();
  await bench.ready('bank');
  await expectWhole(page, await beside(page), 'bank-1');
  expect(broken).toEqual([]);
});

for (const when of ['from the start', 'while the page is open'] as const) {
  test(`fault 51: every call of localStorage throws ${when}: entries are safe in the database`, async ({ page }) => {
    const rig = await Rig.on(page);
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    const diaries = await visited(page, 13);
    const other = await beside(page);
    await rig.set({ localReads: 'throw', localWrites: 'throw' });
    if (when === 'from the start') {
      await page.reload();
      await diaries.bench.ready('bank');
    }
    await press(page, 'Deposit', [77_101, 77_102]);
    await expect(diaries.bench.entryCount).toHaveText('15');
    await expect(saying(page)).not.toHaveText(/saved in this browser/);
    expect(await placed(other, [77_101, 77_102])).toEqual({ 'bank-1': [77_101, 77_102] });
    await diaries.go();
    await expect(diaries.one('bank-1')).toBeVisible();
    await page.goto('/#/order');
    await diaries.bench.started('order');
    await rig.heal();
    await page.goto('/#/bank');
    await page.reload();
    await diaries.bench.ready('bank');
    await expectWhole(page, other, 'bank-1');
    expect(broken).toEqual([]);
  });
}

test('fault 14: the database is silent, and there is a readable text: it is shown, and commands wait visibly', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const { bench } = await visited(page, 13);
  const other = await beside(page);
  await page.goto(BESIDE);
  // The text lacks the last entry: it was written when there was no room.
  await other.evaluate(() => {
    const key = 'event-diary/bank-1/00000';
    const lines = localStorage.getItem(key)!.split('\n');
    localStorage.setItem(key, [...lines.slice(0, 12), ''].join('\n'));
  });
  await rig.set({ openMs: UNTIL_HEALED });
  await page.goto('/#/bank');
  await bench.started('bank');
  await expect(bench.entryCount).toHaveText('12');
  await expect.poll(() => told(page), { timeout: 15_000, message: 'what is said' }).toMatch(/database.*(not answer|silent|wait)/i);
  await expect.poll(() => told(page)).toMatch(/lack|missing|not have|newest|last entries/i);
  await press(page, 'Deposit', [77_101, 77_102]);
  await expect(saying(page)).toHaveText(/wait|saving/i);
  await expect(bench.entryCount).toHaveText('12');
  await expect(bench.refusal).toHaveCount(0);
  expect(await placed(other, [77_101, 77_102]), 'nobody writes beside it').toEqual({});
  await rig.heal();
  await expect.poll(() => placed(other, [77_101, 77_102]), { timeout: 30_000 }).toEqual({ 'bank-1': [77_101, 77_102] });
  await expect(bench.entryCount).toHaveText('15');
  await expectWhole(page, other, 'bank-1');
});

const QUIET: { how: string; weather: Partial<Weather> }[] = [
  { how: 'never answers', weather: { openMs: UNTIL_HEALED } },
  { how: 'says no when it is opened', weather: { openFails: true } },
];

for (const { how, weather } of QUIET) {
  test(`fault 14: IndexedDB ${how}, and somebody is new: the page works at once, and is kept when it answers`, async ({ page }) => {
    test.setTimeout(60_000);
    const rig = await Rig.on(page, weather);
    const bench = new Workbench(page);
    const other = await beside(page);
    await page.goto('/#/bank');
    await bench.command('Deposit').click();
    await bench.wish('Deposit', '771.01');
    await expect(bench.entryCount).toHaveText('13');
    await expect(saying(page)).toHaveText(/not kept yet/i);
    await bench.wish('Withdraw', '10');
    await expect(bench.entryCount).toHaveText('14');
    const texts = Object.keys(await shelf(other)).filter((key) => /\/bank-/.test(key));
    expect(texts, 'its name is not known yet').toEqual([]);
    // Whoever leaves now loses something, so the browser asks.
    const asked = page.waitForEvent('dialog', { timeout: 8_000 });
    asked.then((dialog) => dialog.dismiss(), () => {});
    await page.evaluate(() => { setTimeout(() => location.reload()); });
    expect((await asked.catch(() => null))?.type(), 'what the browser asks').toBe('beforeunload');
    await rig.heal();
    await expect(saying(page)).toHaveText(/saved in this browser/, { timeout: 30_000 });
    expect(Object.values(await placed(other, [77_101]))).toEqual([[77_101]]);
    await bench.wish('Deposit', '771.02');
    await expect(bench.entryCount).toHaveText('15');
    await page.reload();
    await bench.ready('bank');
    await expect(bench.entryCount).toHaveText('15');
    await expectWhole(page, other, 'bank-1');
  });
}
