// Engineers’ words: one switch says the whole page in them, and the page goes on as if nobody had.
import { expect, test, type Page } from '@playwright/test';
import { throughChanges } from './changes';
import { Workbench } from './workbench';

const EVERYDAY = /\b(entry|entries|diary|diaries|requests?|refus(?:e|es|ed|als?)|reports?|seals?|saved sums?)\b/i;

// What can be seen or heard and is not said in the trade’s words, where it should be.
const left = (page: Page) => page.evaluate((everyday) => {
  const is = new RegExp(everyday, 'i');
  const kept = '[data-words=kept], [translate=no], script, style, textarea';
  const fixed = ['Snapshot only', 'Diary'];
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const words = text.data.replace(/Event Diary|\u2068[^\u2069]*\u2069/g, '');
    if (!text.parentElement!.closest(kept) && is.test(words)) found.push(text.data);
  }
  for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const value = element.getAttribute(name)!;
      if (!element.closest(kept) && !fixed.includes(value) && is.test(value.replace(/\u2068[^\u2069]*\u2069/g, ''))) found.push(`${name}: ${value}`);
    }
  }
  return found;
}, EVERYDAY.source);

test('every change is said in the trade’s words, and said back it is what it was', async ({ browser }) => {
  test.setTimeout(180_000);
  await throughChanges(browser, async ({ other, what, change, alike }) => {
    await other.words.click();
    expect(await left(other.page)).toEqual([]);
    await change();
    await expect.poll(() => left(other.page), { message: `after it ${what}` }).toEqual([]);
    await other.words.click();
    await alike('said back after it');
  });
});

test('a link opens any place in the trade’s words', async ({ page }) => {
  test.setTimeout(120_000);
  const bench = new Workbench(page);
  await page.goto('/?words=engineer#/bank');
  await bench.started('bank');
  await expect(bench.words).toHaveAttribute('aria-pressed', 'true');
  for (const place of ['bank', 'bank/what-if/3', 'bank/readings', 'bank/moments', 'bank/clocks', 'bank/touched', 'order', 'parcel', 'learn', 'learn/a1', 'learn/a6', 'learn/b3', 'learn/c5', 'learn/check', 'learn/teachers', 'learn/see-also', 'learn/words', 'diaries']) {
    await page.goto(`/?words=engineer#/${place}`);
    await expect(page.locator('main .fetching')).toHaveCount(0);
    await expect.poll(() => left(page), { message: place }).toEqual([]);
  }
  // A link decides for this visit; what was chosen stays.
  await page.goto('/#/bank');
  await page.reload();
  await bench.started('bank');
  await expect(bench.words).toHaveAttribute('aria-pressed', 'false');
});

test('the choice is remembered, names stay, and it is spoken', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.words.focus();
  await bench.words.press('Enter');
  await page.reload();
  await bench.started('bank');
  await expect(bench.words).toHaveAttribute('aria-pressed', 'true');
  for (const region of [bench.commands, bench.snapshot, bench.diary, bench.timeMachine, bench.ask, bench.table, bench.places]) await expect(region).toBeVisible();
  await expect(bench.slider).toHaveAttribute('aria-valuetext', /^Event 11 of 11, /);
  await bench.wish('Deposit', '50');
  await expect(bench.voice).toContainText('event 12', { ignoreCase: true });
  await bench.wish('Withdraw', '9999');
  await expect(bench.refusal.last()).toContainText('No event was written.');
  await bench.words.click();
  await expect(bench.refusal.last()).toContainText('No entry was written.');
  await expect(bench.slider).toHaveAttribute('aria-valuetext', /^Entry 12 of 12, /);
  await page.goto('/?words=everyday#/bank');
  await page.reload();
  await expect(bench.words).toHaveAttribute('aria-pressed', 'false');
});

test('what the reader typed is never replaced', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  await bench.words.click();
  await bench.startAnotherOrder();
  await bench.command('Create order').click();
  await expect(bench.entryCount).toHaveText('1');
  await bench.commands.getByLabel('Item', { exact: true }).fill('Report on the diary');
  await bench.wish('Add item');
  await expect(bench.entries.last()).toContainText('Report on the diary');
  await page.reload();
  await bench.started('order');
  await expect(bench.entries.last()).toContainText('Report on the diary');
  await page.goto('/#/diaries');
  await page.getByRole('button', { name: 'Rename' }).first().click();
  await bench.dialog.getByRole('textbox').fill('My diary of requests');
  await bench.dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.locator('main')).toContainText('My diary of requests');
});

test('without storage the words change, and it is said that they are not remembered', async ({ page }) => {
  await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  const bench = new Workbench(page);
  await bench.open();
  await bench.words.click();
  await expect(bench.table.getByRole('columnheader').first()).toBeVisible();
  await expect(page.getByText('is not remembered')).toBeVisible();
  await expect(bench.slider).toHaveAttribute('aria-valuetext', /^Event /);
});
