// Two moments: what is different between them, and by which lines.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { COURSE_NOW, Workbench, expectNoSidewaysScroll } from './workbench';

class Moments {
  readonly bench: Workbench;

  constructor(readonly page: Page) { this.bench = new Workbench(page); }

  async open(address: string) {
    await this.page.clock.setFixedTime(COURSE_NOW);
    await this.page.goto(`/#/${address}`);
    await this.finding.waitFor();
  }

  get panel() { return this.bench.region('Two moments'); }
  get first() { return this.panel.getByLabel('First moment', { exact: true }); }
  get second() { return this.panel.getByLabel('Second moment', { exact: true }); }
  get finding() { return this.panel.getByTestId('moments-finding'); }
  get rows() { return this.panel.getByRole('table', { name: 'What is different' }).locator('tbody').getByRole('row'); }
}

test('since the month began: 505.00, then 490.00, and the lines that did it', async ({ page }) => {
  const moments = new Moments(page);
  await moments.open('bank/moments');
  await expect(moments.first).toHaveValue('8');
  await expect(moments.second).toHaveValue('11');
  await expect(moments.finding).toHaveText('3 entries were written in between: entries 9 to 11. One thing is different.');
  await expect(moments.rows).toHaveCount(1);
  await expect(moments.rows.first()).toContainText(/Everyday\s*505\.00\s*490\.00\s*− 15\.00 = − 60\.00 \+ 5\.00 \+ 40\.00/);
  // It follows the diary, and a term leads to its entry.
  await moments.bench.wish('Deposit', '10');
  await expect(moments.rows.first()).toContainText('− 5.00 = − 60.00 + 5.00 + 40.00 + 10.00');
  await moments.rows.first().getByRole('button', { name: '− 60.00' }).click();
  await expect(moments.bench.slider).toHaveValue('9');
});

test('a term of nothing is no term', async ({ page }) => {
  const moments = new Moments(page);
  await moments.open('bank/moments');
  await moments.first.selectOption('0');
  await moments.second.selectOption('11');
  await expect(moments.rows.first()).toContainText('+ 500.00');
  await expect(moments.rows.filter({ hasText: '+ 0.00' })).toHaveCount(0);
  // Where an account was only opened, that is what stands there.
  await moments.second.selectOption('1');
  await expect(moments.rows.filter({ hasText: 'Everyday' }).first()).toContainText('entry 1');
  await expect(moments.rows.filter({ hasText: '+ 0.00' })).toHaveCount(0);
});

test('swapped, an entry takes away what it had added', async ({ page }) => {
  const moments = new Moments(page);
  await moments.open('bank/moments');
  await moments.panel.getByRole('button', { name: 'Swap the two' }).press('Enter');
  await expect(moments.first).toHaveValue('11');
  await expect(moments.second).toHaveValue('8');
  await expect(moments.rows.first()).toContainText(/490\.00\s*505\.00\s*\+ 15\.00 = \+ 60\.00 − 5\.00 − 40\.00/);
});

test('the same moment, and what was taken back, are honest about it', async ({ page }) => {
  const moments = new Moments(page);
  await moments.open('order/moments');
  await moments.first.selectOption('5');
  await moments.second.selectOption('7');
  await expect(moments.finding).toHaveText('2 entries were written in between: entries 6 to 7. Nothing is different: what they changed was taken back again.');
  await expect(moments.rows).toHaveCount(0);
  await moments.second.selectOption('5');
  await expect(moments.finding).toContainText('Nothing changed');
});

test('the order before anything happened and now', async ({ page }) => {
  const moments = new Moments(page);
  await moments.open('order/moments');
  await expect(moments.first).toHaveValue('0');
  await expect(moments.rows.filter({ hasText: 'Status' })).toContainText(/no order\s*shipped/);
  await expect(moments.rows.filter({ hasText: 'tea' })).toContainText(/none\s*1, together 8\.50/);
});

test('the moment shown above can be used', async ({ page }) => {
  const moments = new Moments(page);
  await moments.open('bank/moments');
  await moments.bench.travelTo(5);
  await moments.panel.getByRole('button', { name: 'Second moment: use the moment shown above' }).click();
  await expect(moments.second).toHaveValue('5');
  await expect(moments.finding).toContainText('You look from the later moment back');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
    test.describe(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test('nothing for axe to find, nothing sideways', async ({ page }) => {
        const moments = new Moments(page);
        await moments.open('bank/moments');
        await moments.first.selectOption('0');
        await expectNoSidewaysScroll(page, 'two moments');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
      });
    });
  }
}
