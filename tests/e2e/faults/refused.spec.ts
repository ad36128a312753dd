// A refusal stays until its reader has seen it, and whoever leaves while something is on its way is asked.
import { type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { figure } from './figures';
import { expect, test } from './machine';
import { beside, expectWhole, placed, press, saying, visited, words } from './several';
import { Rig } from './rig';
import { ledger, linesIn } from './stores';

// Every refusal that a page shows, also those that it has folded away.
const refusals = (page: Page) => page.getByTestId('refusal').allTextContents();

// How many of these amounts are named in refusals, and how many more are counted there.
async function refused(page: Page, amounts: number[]): Promise<number> {
  const all = await refusals(page);
  const named = amounts.filter((cents) => all.some((text) => text.includes(words(cents)))).length;
  const more = all.map((text) => Number(/(\d+) (?:more|others?)\b/.exec(text)?.[1] ?? 0));
  return named + more.reduce((sum, count) => sum + count, 0);
}

test('fault 47: the first of three quick deposits fails: its refusal stays until it is dismissed', async ({ page }) => {
  const rig = await Rig.on(page);
  const { bench } = await visited(page, 13);
  const other = await beside(page);
  await rig.set({ commitMs: 200, writes: ['full'] });
  await press(page, 'Deposit', [77_101, 77_102, 77_103]);
  await expect(bench.entryCount).toHaveText('15');
  expect(await placed(other, [77_101, 77_102, 77_103])).toEqual({ 'bank-1': [77_102, 77_103] });
  await expect(bench.refusal).toHaveCount(1);
  await expect(bench.refusal).toContainText('771.01');
  // Also when another is accepted, later on.
  await bench.wish('Deposit', '771.04');
  await expect(bench.entryCount).toHaveText('16');
  await expect(bench.refusal).toContainText('771.01');
  await bench.refusal.getByRole('button').first().click();
  await expect(bench.refusal).toHaveCount(0);
  await expectWhole(page, other, 'bank-1');
});

test('fault 47: many quick deposits fail: none of the refusals is lost', async ({ page }) => {
  const rig = await Rig.on(page);
  const { bench } = await visited(page, 13);
  const other = await beside(page);
  const twelve = Array.from({ length: 12 }, (_, at) => 77_101 + at);
  await rig.set({ commitMs: 50, writes: ['full', '', 'full', 'full', '', 'full', 'full', 'full', 'full', '', 'full', 'full'] });
  await press(page, 'Deposit', twelve);
  await expect(bench.entryCount).toHaveText('16');
  await expect.poll(() => refused(page, twelve), { message: 'refusals that are shown' }).toBe(9);
  expect((await placed(other, twelve))['bank-1']).toEqual([77_102, 77_105, 77_110]);
});

test('fault 47: four tabs with twelve quick deposits each: what was pressed is written, or refused where it is seen', async ({ machine }) => {
  test.setTimeout(120_000);
  const pages = [await machine.start()];
  while (pages.length < 4) pages.push(await machine.newTab());
  for (const page of pages) {
    await page.goto('/#/bank');
    await new Workbench(page).ready('bank');
  }
  const mine = (tab: number) => Array.from({ length: 12 }, (_, at) => 100_001 + tab * 1_000 + at);
  await Promise.all(pages.map((page, tab) => press(page, 'Deposit', mine(tab))));
  for (const page of pages) await expect(saying(page)).toHaveText(/\bsaved in this browser\b/, { timeout: 45_000 });
  const all = pages.flatMap((_, tab) => mine(tab));
  const written = (await placed(pages[0], all))['bank-1'];
  expect(new Set(written).size, 'none is written twice').toBe(written.length);
  let shown = 0;
  for (const [tab, page] of pages.entries()) {
    const unwritten = mine(tab).filter((cents) => !written.includes(cents));
    shown += await refused(page, unwritten);
  }
  figure('48 pressed in four tabs', `${written.length} written, ${shown} refused where it is seen`);
  expect({ written: written.length, refused: shown, together: written.length + shown }).toMatchObject({ together: 48 });
  const counts = await Promise.all(pages.map((page) => new Workbench(page).entryCount.innerText()));
  expect(new Set(counts), 'all tabs show the same').toEqual(new Set([String(11 + written.length)]));
});

test('fault 48: the page is left while six deposits are on their way: the browser asks, and who stays loses nothing', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const { bench } = await visited(page, 13);
  const other = await beside(page);
  const six = Array.from({ length: 6 }, (_, at) => 77_101 + at);
  await rig.set({ commitMs: 800 });
  // A browser asks only where somebody has done something.
  await bench.amount.click();
  await press(page, 'Deposit', six);
  const asked = page.waitForEvent('dialog', { timeout: 8_000 });
  asked.then((dialog) => dialog.dismiss(), () => {});
  await page.evaluate(() => { setTimeout(() => location.reload()); });
  expect((await asked.catch(() => null))?.type(), 'what the browser asks').toBe('beforeunload');
  await expect.poll(() => placed(other, six), { timeout: 15_000 }).toEqual({ 'bank-1': six });
  await expect(bench.entryCount).toHaveText('19');
  await expectWhole(page, other, 'bank-1');
  // Now there is nothing to lose, so nobody is asked.
  await rig.heal();
  page.on('dialog', (dialog) => { throw new Error(`asked for nothing: ${dialog.type()}`); });
  await page.reload();
  await bench.ready('bank');
  await expect(bench.entryCount).toHaveText('19');
});

test('fault 48: who leaves all the same: each of the six is there once or not at all, in their order', async ({ page }) => {
  const rig = await Rig.on(page);
  const { bench } = await visited(page, 13);
  const other = await beside(page);
  const six = Array.from({ length: 6 }, (_, at) => 77_101 + at);
  await rig.set({ commitMs: 300 });
  await press(page, 'Deposit', six);
  // Two of them, or more: how often this looks is up to the machine.
  const count = async () => Number(await bench.entryCount.textContent());
  await expect.poll(count, { intervals: [50] }).toBeGreaterThanOrEqual(15);
  await page.reload();
  await bench.ready('bank');
  const kept = (await placed(other, six))['bank-1'];
  expect(kept.length).toBeGreaterThanOrEqual(2);
  expect(kept).toEqual(six.slice(0, kept.length));
  expect(linesIn((await ledger(other)).entries, 'bank-1')).toHaveLength(13 + kept.length);
  await rig.heal();
  await page.reload();
  await bench.ready('bank');
  await expectWhole(page, other, 'bank-1');
});
