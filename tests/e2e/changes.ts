// A walk through the page, one change after the other, for pages that must be shown alike after each of them.
import { expect, type Browser, type Page } from '@playwright/test';
import { Workbench } from './workbench';

// What can be read, without what differs by the moment.
export const shown = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').replace(/localhost:\d+|127\.0\.0\.1:\d+/g, ''));

type Change = [string, (bench: Workbench) => Promise<unknown>];
const at = (hash: string): Change => [`goes to ${hash}`, async (bench) => {
  await bench.page.goto(`/#/${hash}`);
  await expect(bench.page.locator('main .fetching')).toHaveCount(0);
}];

const CHANGES: Change[] = [
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

export interface Walked {
  // The page that something is done to beside the changes.
  other: Workbench;
  what: string;
  // Makes the change on both pages.
  change(): Promise<void>;
  // What was overwritten stays for some seconds, so both are looked at until they show the same.
  alike(when: string): Promise<void>;
}

// Goes through all changes on two pages, one of which nothing else is done to.
export async function throughChanges(browser: Browser, step: (walked: Walked) => Promise<void>) {
  const pages = await Promise.all([0, 1].map(async () => (await browser.newContext()).newPage()));
  const [plain, other] = pages.map((page) => new Workbench(page));
  const errors: string[] = [];
  other.page.on('pageerror', (error) => errors.push(error.message));
  for (const bench of [plain, other]) await bench.open('bank');
  const compared = async () => {
    const [expected, found] = await Promise.all([shown(plain.page), shown(other.page)]);
    return found === expected ? 'the same' : `${found}\ninstead of\n${expected}`;
  };
  for (const [what, both] of CHANGES) {
    await step({
      other,
      what,
      change: async () => { for (const bench of [plain, other]) await both(bench); },
      alike: (when) => expect.poll(compared, { message: `${when} ${what}` }).toBe('the same'),
    });
  }
  expect(errors).toEqual([]);
}
