// Back and forward: the browser keeps a page that was left, and shows it again as it was. Others have written meanwhile.
import { type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { judge } from './judge';
import { expect, test, type Machine } from './machine';
import { BESIDE } from './stores';
import { amounts, type as typeOn } from './typist';

// Goes somewhere else, lets something happen, and comes back.
async function away(machine: Machine, page: Page, meanwhile: () => Promise<void> = async () => {}): Promise<Page> {
  // A tab keeps its name wherever it goes.
  await page.evaluate(() => { window.name = 'left'; Object.assign(window, { isTheSame: true }); });
  await page.goto(BESIDE);
  await meanwhile();
  await page.evaluate(() => history.back()).catch(() => {});
  const isBack = (tab: Page) => tab.evaluate(() => window.name === 'left' && location.hash === '#/bank').catch(() => false);
  let back = page;
  await expect.poll(async () => {
    for (const tab of await machine.tabs()) if (await isBack(tab)) back = tab;
    return back !== page;
  }).toBe(true);
  await new Workbench(back).ready('bank');
  return back;
}

test('fault 42: back to a page that waited in the cache, and on', async ({ machine }) => {
  const page = await machine.start();
  await page.goto('/#/bank');
  await new Workbench(page).ready('bank');
  const { saved } = await typeOn(page, amounts(0, 3));
  const back = await away(machine, page);
  expect(await back.evaluate(() => 'isTheSame' in window), 'the browser has kept the page').toBe(true);
  await judge(back, saved);
  saved.push(...(await typeOn(back, amounts(1, 3))).saved);
  expect(await judge(back, saved)).toHaveLength(17);
});

test('fault 42: another tab writes while the page waits in the cache', async ({ machine }) => {
  const page = await machine.start();
  await page.goto('/#/bank');
  await new Workbench(page).ready('bank');
  const { saved } = await typeOn(page, amounts(0, 3));
  const other = await machine.newTab();
  await other.goto('/#/bank');
  await new Workbench(other).ready('bank');
  const back = await away(machine, page, async () => { saved.push(...(await typeOn(other, amounts(1, 3))).saved); });
  // Whether the browser has kept it or loads it anew: what is shown is what is kept.
  await judge(back, saved);
  saved.push(...(await typeOn(back, amounts(2, 2))).saved);
  expect(await judge(back, saved)).toHaveLength(19);
  expect(await judge(other, saved)).toHaveLength(19);
});

test('fault 42: without IndexedDB, a page that comes back does not write beside the one that took its place', async ({ machine }) => {
  const page = await machine.start();
  const without = () => Object.defineProperty(window, 'indexedDB', { value: undefined });
  await page.addInitScript(without);
  await page.goto('/#/bank');
  const bench = new Workbench(page);
  await bench.ready('bank');
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  const other = await machine.newTab();
  await other.addInitScript(without);
  const next = new Workbench(other);
  const back = new Workbench(await away(machine, page, async () => {
    await other.goto('/#/bank');
    await next.ready('bank');
    await next.wish('Deposit', '20');
    await expect(next.entryCount).toHaveText('13');
  }));
  await expect(back.entryCount).toHaveText('13');
  await back.wish('Deposit', '30');
  await expect(back.refusal).toContainText(/another tab is writing/);
  await next.wish('Deposit', '40');
  await expect(next.diaryBalance).toHaveText('560.00');
  await expect(back.diaryBalance).toHaveText('560.00');
});

test('fault 42: without IndexedDB, another tab has become the one that writes and has written nothing yet', async ({ machine }) => {
  const page = await machine.start();
  const without = () => Object.defineProperty(window, 'indexedDB', { value: undefined });
  await page.addInitScript(without);
  await page.goto('/#/bank');
  await new Workbench(page).ready('bank');
  const other = await machine.newTab();
  await other.addInitScript(without);
  const next = new Workbench(other);
  const back = new Workbench(await away(machine, page, async () => {
    await other.goto('/#/bank');
    await next.ready('bank');
  }));
  await next.wish('Deposit', '20');
  await expect(next.entryCount).toHaveText('12');
  await expect(back.entryCount).toHaveText('12');
  await back.wish('Deposit', '30');
  await expect(back.refusal).toContainText(/another tab is writing/);
  await expect(back.entryCount).toHaveText('12');
});
