// What if: a line is struck or written otherwise in a copy. Two futures follow, and the diary stays what it is.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { bankLines, stored as keptDiary, texts } from './faults/diary';
import { COURSE_NOW, Workbench, expectNoSidewaysScroll } from './workbench';

// The panel as a test speaks of it.
class WhatIf {
  readonly bench: Workbench;

  constructor(readonly page: Page) { this.bench = new Workbench(page); }

  async open(address: string) {
    await this.page.clock.setFixedTime(COURSE_NOW);
    await this.page.goto(`/#/${address}`);
    await this.bench.ready(address.startsWith('order') ? 'order' : 'bank');
    await this.strike.waitFor();
  }

  get panel() { return this.bench.region('What if?'); }
  get entry() { return this.panel.getByLabel('Entry', { exact: true }); }
  get strike() { return this.button('Leave it out'); }
  get copy() { return this.page.locator('.copy'); }
  get proof() { return this.panel.getByTestId('what-if-proof'); }
  get lines() { return this.panel.getByRole('table', { name: /entry by entry/ }).locator('tbody').getByRole('row'); }
  get name() { return this.panel.getByRole('textbox', { name: 'Name' }); }
  get kept() { return this.panel.getByRole('region', { name: 'Kept branches' }); }

  button(name: string) { return this.panel.getByRole('button', { name, exact: true }); }
  end(of: 'diary' | 'replayed' | 'decided') { return this.panel.getByTestId(`end-${of}`); }
  line(number: number) { return this.panel.locator(`.futures tr[data-entry="${number}"]`); }

  async keepAs(name: string) {
    await this.name.fill(name);
    await this.button('Keep this branch').click();
    await expect(this.kept.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }
}

// Everything that is stored of the diaries, to the letter.
const stored = (page: Page) => page.evaluate(() => JSON.stringify(
  Object.entries(localStorage).filter(([key]) => /\/(meta|\d{5})$/.test(key)).sort(),
));

test('without the salary: −10.00 could not have happened, decided again it is 110.00', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('bank/what-if');
  await expect(whatIf.entry).toHaveValue('2');
  const before = await stored(page);
  await whatIf.strike.click();
  await expect(whatIf.copy).toBeFocused();
  await expect(whatIf.copy).toContainText('Without entry 2: “Deposited 500.00”');
  await expect(whatIf.end('diary')).toContainText('490.00');
  await expect(whatIf.end('replayed')).toContainText('−10.00');
  await expect(whatIf.end('replayed')).toContainText(/could not have happened: at entry 3, the balance of Everyday is 0\.00, and 120\.00 is more/);
  await expect(whatIf.end('decided')).toContainText('110.00');
  await expect(whatIf.end('decided')).toContainText(/1 request refused: entry 3/);
  await expect(whatIf.end('decided')).toContainText('differ from entry 2 on');
  await expect(whatIf.line(3)).toContainText('⚠ This could not have happened');
  await expect(whatIf.line(3)).toContainText('✕ refused');
  await expect(whatIf.line(3)).toContainText('Withdraw 120.00 from Everyday');
  await expect(whatIf.line(11)).toContainText('−10.00');
  await expect(whatIf.line(11)).toContainText('110.00');
  await expect(whatIf.proof).toContainText('The same: the diary is untouched.');
  await expect(whatIf.bench.voice).toContainText('Plain replay: Everyday −10.00, but entry 3 could not have happened');
  expect(await stored(page)).toBe(before);
  await expect(whatIf.bench.diaryBalance).toHaveText('490.00');
  await expect(whatIf.bench.entryCount).toHaveText('11');
});

for (const place of ['database', 'readable text'] as const) {
  test(`a line of the ${place} is touched while the copy is looked at: the proof says so`, async ({ page }) => {
    const whatIf = new WhatIf(page);
    await whatIf.open('bank/what-if');
    // An early line: the last one still says the same of itself.
    await page.evaluate(async (place) => {
      const spoil = (text: string) => text.replace('50000', '90000');
      if (place === 'readable text') {
        const key = 'event-diary/bank-1/00000';
        return localStorage.setItem(key, spoil(localStorage.getItem(key)!));
      }
      const opening = indexedDB.open('event-diary');
      await new Promise((resolve) => { opening.onsuccess = resolve; });
      const transaction = opening.result.transaction('entries', 'readwrite');
      const entries = transaction.objectStore('entries');
      const key = 'bank-1/0000000002';
      const line = entries.get(key);
      line.onsuccess = () => entries.put(spoil(line.result), key);
      await new Promise((resolve) => { transaction.oncomplete = resolve; });
      opening.result.close();
    }, place);
    await whatIf.strike.click();
    await expect(whatIf.proof).toContainText('Not the same: the diary was touched.');
    await expect(whatIf.proof).toContainText(`${place} none`);
  });
}

test('somebody new follows a link to a copy: the diary is the same in both stores', async ({ page }) => {
  const { bench, proof } = new WhatIf(page);
  await page.clock.setFixedTime(COURSE_NOW);
  await page.goto('/#/bank/what-if/2');
  await expect(proof).toContainText('The same: the diary is untouched.');
  await bench.ready('bank');
  await expect(proof).toContainText('The same: the diary is untouched.');
});

test('by keyboard: something else in the place of an entry', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('bank/what-if');
  await whatIf.entry.selectOption('3');
  await whatIf.button('Write something here instead').press('Enter');
  const form = whatIf.panel.getByRole('group', { name: 'What stands there instead' });
  await form.getByLabel('Amount').fill('a lot');
  await form.getByRole('button').press('Enter');
  await expect(form.getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Amount').fill('20');
  await form.getByRole('button').press('Enter');
  await expect(whatIf.end('replayed')).toContainText('590.00');
  await expect(whatIf.end('decided')).toContainText('590.00');
  await expect(whatIf.end('decided')).toContainText('Every request was accepted');
  await expect(whatIf.line(3)).toContainText('Withdrawn 20.00');
});

test('a wish that is refused there leaves nothing to keep', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('bank/what-if/instead/3');
  await expect(whatIf.entry).toHaveValue('3');
  const form = whatIf.panel.getByRole('group', { name: 'What stands there instead' });
  await form.getByLabel('Amount').fill('9000');
  await form.getByRole('button').click();
  await expect(whatIf.line(3)).toContainText('✕ refused');
  await expect(whatIf.copy).toContainText('There is nothing to keep.');
  await expect(whatIf.button('Keep this branch')).toHaveCount(0);
});

test('the order without its tea is not paid and not shipped', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('order/what-if/3');
  await expect(whatIf.end('diary')).toContainText('shipped');
  await expect(whatIf.end('replayed')).toContainText(/at entry 8, the total is 12\.00, so the payment must be 12\.00 and not 20\.50/);
  await expect(whatIf.end('decided')).toContainText('not paid');
  await expect(whatIf.end('decided')).toContainText(/2 requests refused: entry 8, entry 9/);
  await whatIf.button('Write something here instead').click();
  const form = whatIf.panel.getByRole('group', { name: 'What stands there instead' });
  await form.getByLabel('Item').fill('tea');
  await form.getByLabel('Price').fill('8.50');
  await form.getByLabel('Quantity').fill('1');
  await form.getByRole('button').click();
  // Nothing else than before: the copy is the diary.
  await expect(whatIf.end('decided')).toContainText('the same as the diary, entry by entry');
});

test('a line of the diary leads to the copy without it, and the past to the next line', async ({ page }) => {
  const whatIf = new WhatIf(page);
  const bench = whatIf.bench;
  await bench.open();
  await bench.entry(8).locator('summary').press('Enter');
  await bench.entry(8).getByRole('link', { name: 'What if this had not happened?' }).click();
  await expect(whatIf.copy).toContainText('Without entry 8');
  await expect(whatIf.end('decided')).toContainText('490.00');
  await expect(whatIf.line(10)).toContainText('this fee was never charged, so it can’t be given back');
  await bench.travelTo(8);
  await bench.opening.getByRole('link', { name: 'What if from here?' }).click();
  await expect(whatIf.entry).toHaveValue('9');
  await expect(whatIf.panel.getByRole('group', { name: 'What stands there instead' })).toBeVisible();
});

test('branches are named, kept, opened, compared, deleted and put back', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('bank/what-if/2');
  await whatIf.name.fill(' ');
  await whatIf.button('Keep this branch').click();
  await expect(whatIf.name).toHaveAttribute('aria-invalid', 'true');
  await whatIf.keepAs('Without the salary');
  await whatIf.entry.selectOption('11');
  await whatIf.strike.click();
  await whatIf.keepAs('Without the last');
  await expect(whatIf.panel.getByTestId('parting')).toHaveText('They differ from entry 2 on.');
  const today = whatIf.panel.getByRole('table', { name: 'Where both stand today' });
  await expect(today.getByRole('row').nth(1)).toContainText(/Everyday\s*110\.00\s*450\.00\s*340\.00/);
  await whatIf.panel.getByLabel('Compare', { exact: true }).selectOption({ label: 'the diary' });
  await expect(whatIf.panel.getByTestId('parting')).toHaveText('They differ from entry 11 on.');

  // It survives a reload, and what was written since is taken in.
  await page.reload();
  await whatIf.strike.waitFor();
  await whatIf.bench.wish('Deposit', '10');
  const salary = whatIf.kept.getByRole('listitem').filter({ hasText: 'Without the salary' });
  await expect(salary).toContainText('1 entry was written since. It is included.');
  await salary.getByRole('button', { name: /^Open/ }).click();
  await expect(whatIf.end('decided')).toContainText('120.00');
  await salary.getByRole('button', { name: /^Delete/ }).click();
  await expect(salary).toHaveCount(0);
  await whatIf.kept.getByRole('button', { name: 'Put it back' }).click();
  await expect(salary).toBeVisible();
});

test('a kept line that can’t be read is told and stays', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('bank/what-if/2');
  await whatIf.keepAs('First');
  const bad = '{"format":1,"name":"broken"';
  const key = 'event-diary/what-if/bank-1';
  await page.evaluate(([key, bad]) => localStorage.setItem(key, `${bad}\n${localStorage.getItem(key)}`), [key, bad]);
  await page.reload();
  await expect(whatIf.kept).toContainText('can’t be read');
  await whatIf.keepAs('Second');
  await expect(whatIf.kept.getByRole('listitem')).toHaveCount(2);
  expect(await page.evaluate((key) => localStorage.getItem(key)!.split('\n')[0], key)).toBe(bad);
});

test('what can’t be kept is told at the field', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('bank/what-if/2');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };
  });
  await whatIf.button('Keep this branch').click();
  await expect(whatIf.name).toHaveAttribute('aria-invalid', 'true');
  await expect(whatIf.copy).toContainText('Nothing was changed');
});

test('the copy grows with the diary', async ({ page }) => {
  const whatIf = new WhatIf(page);
  await whatIf.open('bank/what-if/2');
  await whatIf.bench.wish('Withdraw', '200');
  await expect(whatIf.end('diary')).toContainText('290.00');
  await expect(whatIf.end('replayed')).toContainText('−210.00');
  await expect(whatIf.end('decided')).toContainText('2 requests refused');
});

test('ten thousand lines: a number instead of a menu, and the first lines after the change', async ({ page }) => {
  test.slow();
  const whatIf = new WhatIf(page);
  await page.goto('/theme.js');
  const shelf = texts(keptDiary('bank-1', bankLines(10_000)));
  await page.evaluate((shelf) => Object.entries(shelf).forEach(([key, text]) => localStorage.setItem(key, text)), shelf);
  await whatIf.open('bank/what-if');
  await expect(whatIf.bench.entryCount).toHaveText('10000');
  await whatIf.entry.fill('10001');
  await whatIf.entry.press('Enter');
  await expect(whatIf.panel).toContainText('Use a number from 1 to 10000.');
  await whatIf.entry.fill('5000');
  await whatIf.entry.press('Enter');
  await whatIf.strike.click();
  await expect(whatIf.copy).toContainText('Without entry 5000');
  await expect(whatIf.lines).toHaveCount(30);
  await expect(whatIf.copy).toContainText('and 4972 more entries');
  await whatIf.button('Show the next 30').press('Enter');
  await expect(whatIf.lines).toHaveCount(60);
  await expect(whatIf.proof).toContainText('The same: the diary is untouched.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
    test.describe(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test('nothing for axe to find, nothing sideways', async ({ page }) => {
        const whatIf = new WhatIf(page);
        await whatIf.open('bank/what-if/2');
        await whatIf.keepAs('Without the salary');
        await whatIf.button('Write something here instead').click();
        await expectNoSidewaysScroll(page, 'what if');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
        if (viewport.width < 400) {
          await expect(whatIf.line(3).getByText('refused')).toBeVisible();
          await expect(whatIf.line(3).getByText('This could not have happened')).toBeHidden();
          await whatIf.panel.getByRole('group', { name: 'Which entries' }).getByRole('button', { name: 'Plain replay' }).click();
          await expect(whatIf.line(3).getByText('This could not have happened')).toBeVisible();
        }
      });
    });
  }
}
