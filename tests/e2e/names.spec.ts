// Long names, and those that are written from right to left: they stay in their places, and the page keeps its width.
import { expect, test, type Page } from '@playwright/test';
import { Workbench, expectNoSidewaysScroll } from './workbench';

const NAMES = {
  'a name of 44 letters': 'Holiday savings for the summer after next one',
  'one word of 71 letters': 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtenges',
  'two hundred W': 'W'.repeat(200),
};

// A field is as wide as what is in it, so that there is no hole before the next one.
function holes(page: Page) {
  return page.evaluate(() => [...document.querySelectorAll('.commands .field')].flatMap((field) => {
    const input = field.querySelector('input, select')!;
    const hole = field.getBoundingClientRect().right - input.getBoundingClientRect().right;
    return hole > 24 ? [`${hole.toFixed(0)} px after ${input.id}`] : [];
  }));
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    for (const [kind, name] of Object.entries(NAMES)) {
      test(`an account and its owner may have ${kind}`, async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open('diaries');
        await page.getByRole('region', { name: 'Bank' }).getByRole('button', { name: 'Start empty' }).click();
        await bench.dialog.getByRole('button', { name: 'Start empty' }).click();
        await bench.ready('bank');
        await bench.more();
        await bench.commands.getByLabel('Owner').fill(name);
        for (const [at, account] of ['Everyday', name, `${name.slice(0, -1)}2`].entries()) {
          await bench.commands.getByLabel('New account').fill(account);
          await bench.wish('Open account');
          await expect(bench.entries).toHaveCount(at + 1);
        }
        await bench.wish('Deposit', '20');
        await expect(bench.entries).toHaveCount(4);
        await bench.askEverything();
        await expectNoSidewaysScroll(page, kind);
        expect(await holes(page)).toEqual([]);
        await expect(bench.commands.getByLabel('Account', { exact: true })).toHaveAttribute('title', /.{40}/);
        for (const panel of ['What if?', 'Many reports', 'Two moments', 'Two clocks', 'Was it touched?']) {
          await page.getByRole('link', { name: panel, exact: true }).click();
          await expect(page.locator('.closer > h3')).toHaveText(panel);
          await expectNoSidewaysScroll(page, `${kind}, ${panel}`);
        }
      });
    }

    test('an item and a diary may have a long name', async ({ page }) => {
      const bench = new Workbench(page);
      await bench.open('order');
      await bench.startAnotherOrder();
      await bench.wish('Create order');
      await bench.commands.getByLabel('Item').fill('W'.repeat(200));
      await bench.wish('Add item');
      await expect(bench.entries).toHaveCount(2);
      await bench.askEverything();
      await expectNoSidewaysScroll(page, 'an item');
      for (const panel of ['Many reports', 'Two moments']) {
        await page.getByRole('link', { name: panel, exact: true }).click();
        await expect(page.locator('.closer > h3')).toHaveText(panel);
        await expectNoSidewaysScroll(page, `an item, ${panel}`);
      }
      await bench.goTo('diaries');
      const drawer = bench.region('Order');
      await drawer.getByRole('button', { name: 'Rename' }).first().click();
      await bench.dialog.getByRole('textbox').fill('W'.repeat(200));
      await bench.dialog.getByRole('button', { name: 'Rename' }).click();
      await expect(drawer.locator('.title').filter({ hasText: /W{20}/ })).toHaveCount(1);
      await expectNoSidewaysScroll(page, 'a title');
    });
  });
}

test('a name from right to left turns no line round', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('bank');
  await bench.commands.getByLabel('New account').fill('حساب');
  await bench.wish('Open account');
  await expect(bench.entries).toHaveCount(12);
  const line = bench.entry(12).locator('.what bdi');
  expect(await line.evaluate((line) => getComputedStyle(line).direction)).toBe('ltr');
  // The line begins with the name, so that stands at its left.
  const [name, rest] = await line.evaluate((line) => {
    const text = line.firstChild as Text;
    const where = (word: string) => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(word));
      range.setEnd(text, text.data.indexOf(word) + word.length);
      return range.getBoundingClientRect().left;
    };
    return [where('حساب'), where('opened')];
  });
  expect(name).toBeLessThan(rest);
});
