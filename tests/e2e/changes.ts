// A walk through the page, one change after the other, for pages that must be shown alike after each of them.
import { expect, type Page } from '@playwright/test';
import { Workbench } from './workbench';

// What can be read, without what differs by the moment.
export const shown = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').replace(/localhost:\d+|127\.0\.0\.1:\d+/g, ''));

export type Change = [string, (bench: Workbench) => Promise<unknown>];
const at = (hash: string): Change => [`goes to ${hash}`, async (bench) => {
  await bench.page.goto(`/#/${hash}`);
  await expect(bench.page.locator('main .fetching')).toHaveCount(0);
}];

export const CHANGES: Change[] = [
  ['deposits', async (bench) => { await bench.wish('Deposit', '12.34'); await expect(bench.entryCount).toHaveText('12'); }],
  ['is refused', async (bench) => { await bench.wish('Withdraw', '9999'); await expect(bench.refusal.last()).toBeVisible(); }],
  ['travels', (bench) => bench.slider.press('ArrowLeft')],
  ['travels on', (bench) => bench.slider.press('Home')],
  ['comes back', (bench) => bench.slider.press('End')],
  ['transfers', async (bench) => { await bench.wish('Transfer', '5'); await expect(bench.entryCount).toHaveText('13'); }],
  ['asks', (bench) => bench.questions.first().click()],
  ['looks closer', async (bench) => { await at('bank/readings')[1](bench); }],
  at('bank/moments'),
  at('bank/what-if/2'),
  at('order'),
  ['adds an item', async (bench) => { await bench.command('Start another order').click(); await expect(bench.entryCount).toHaveText('0'); await bench.command('Create order').click(); await expect(bench.entryCount).toHaveText('1'); }],
  ['adds an item', async (bench) => { await bench.command('Add item').click(); await expect(bench.entryCount).toHaveText('2'); }],
  at('learn'),
  at('learn/a2'),
  at('diaries'),
  at('bank'),
  ['deposits again', async (bench) => { await bench.wish('Deposit', '1'); await expect(bench.entryCount).toHaveText('14'); }],
];
