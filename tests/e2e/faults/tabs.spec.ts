// Several tabs write in one diary, and agree on one order.
import { expect, test, type Machine } from './machine';
import { type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { figure, many } from './figures';
import { judge } from './judge';
import { shelf } from './stores';
import { amounts, type as typeOn } from './typist';

// The last line as a tab has it in its own memory, with the link that ties it to all others.
async function lastLine(page: Page) {
  const row = new Workbench(page).entries.last();
  await row.locator('summary').click();
  const stored = row.locator('code.stored');
  await expect(stored).not.toHaveText('');
  return stored.innerText();
}

async function typeInTabs(machine: Machine, tabs: number, entries: number) {
  test.setTimeout(30_000 + tabs * entries * 2_500);
  const pages = [await machine.start()];
  while (pages.length < tabs) pages.push(await machine.newTab());
  for (const page of pages) {
    await page.goto('/#/bank');
    await new Workbench(page).ready('bank');
  }
  const began = Date.now();
  const typed = await Promise.all(pages.map((page, tab) => typeOn(page, amounts(tab, entries))));
  const seconds = Math.round((Date.now() - began) / 1000);
  const saved = typed.flatMap((tab) => tab.saved);
  expect(saved).toHaveLength(tabs * entries);
  // localStorage tells one tab late what another has written. That is no damage, and nobody is told of any.
  const aside = Object.keys(await shelf(pages[0])).filter((key) => key.includes('/broken/'));
  expect(aside, 'set aside').toEqual([]);
  const last = new Set<string>();
  for (const page of pages) {
    const lines = await judge(page, saved);
    expect(lines).toHaveLength(11 + tabs * entries);
    await expect(new Workbench(page).notice).toHaveCount(0);
    last.add(await lastLine(page));
  }
  expect([...last], 'every tab ends with the same link').toHaveLength(1);
  const refused = typed.flatMap((tab) => tab.refused);
  figure(`${tabs} tabs × ${entries} entries in ${seconds} s`, `0 lost, 0 doubled, ${refused.length} wishes made again`);
  for (const why of new Set(refused.map((words) => words.replace(/[\d.,–]+/g, '#')))) figure('refused', why);
}

test('fault 5: two tabs write without a pause', async ({ machine }) => {
  await typeInTabs(machine, 2, many('TWO', 40));
});

test('fault 5: four tabs write without a pause', async ({ machine }) => {
  await typeInTabs(machine, 4, many('FOUR', 25));
});

test('fault 6: two tabs withdraw all there is, and one of them gets it', async ({ page, context }) => {
  const tabs = [new Workbench(page), new Workbench(await context.newPage())];
  for (const tab of tabs) {
    await tab.open();
    // Neither hears of the other, so both decide on what they know.
    await tab.page.evaluate(() => { BroadcastChannel.prototype.postMessage = () => {}; });
    await tab.amount.fill('490');
  }
  await Promise.all(tabs.map((tab) => tab.command('Withdraw').click()));
  for (const tab of tabs) {
    await expect(tab.entryCount).toHaveText('12');
    await expect(tab.diaryBalance).toHaveText('0.00');
    await expect(tab.snapshotBalance).toContainText('0.00');
  }
  const refusals = await Promise.all(tabs.map((tab) => tab.refusal.allInnerTexts()));
  expect(refusals.flat()).toHaveLength(1);
  expect(refusals.flat()[0]).toMatch(/Another tab wrote entry 12 first\. Now the balance of Everyday is 0\.00, and 490\.00/);
  await judge(page, []);
});

test('fault 7: a frozen tab wakes up and writes', async ({ page, context }) => {
  const sleeper = new Workbench(page);
  await sleeper.open();
  const awake = new Workbench(await context.newPage());
  await awake.open();
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  const saved = (await typeOn(awake.page, amounts(1, 5))).saved;
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  saved.push(...(await typeOn(page, amounts(0, 3))).saved);
  for (const tab of [sleeper, awake]) expect(await judge(tab.page, saved)).toHaveLength(19);
});

test('fault 7: a tab is frozen while it writes, and the others are not held up for good', async ({ page, context }) => {
  await new Workbench(page).open();
  const other = await context.newPage();
  await new Workbench(other).open();
  const session = await context.newCDPSession(page);
  let freeze = () => {};
  const frozen = new Promise<void>((resolve) => {
    freeze = () => { session.send('Page.setWebLifecycleState', { state: 'frozen' }).then(() => resolve()); };
  });
  let heard = 0;
  const typing = typeOn(page, amounts(0, 40), () => {
    heard += 1;
    if (heard === 5) freeze();
  });
  await frozen;
  const saved = (await typeOn(other, amounts(1, 10))).saved;
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  saved.push(...(await typing).saved);
  for (const tab of [page, other]) expect(await judge(tab, saved)).toHaveLength(61);
});
