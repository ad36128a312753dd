// axe-core finds nothing, in every state of every place, in both themes and at both sizes.
import { expect, test } from '@playwright/test';
import { expectNoViolations } from './axe';
import { Workbench, damage } from './workbench';

// A look at the whole page takes a second or two, and there are several in each test.
test.slow();

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
    test.describe(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test('the bank', async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open();
        await expectNoViolations(page, 'a first visit');
        await bench.wish('Deposit', '10');
        await expect(bench.entries).toHaveCount(12);
        await bench.wish('Withdraw', '10000');
        await expect(bench.refusal).toBeVisible();
        await bench.entry(12).locator('summary').click();
        await bench.askEverything();
        await expectNoViolations(page, 'refused, all asked, an entry open');
        await bench.travelTo(4);
        await expectNoViolations(page, 'in the past');
        await bench.travelTo(0);
        await expectNoViolations(page, 'before anything happened');
        await bench.step('Now').click();
        await bench.wish('Deposit', 'a lot');
        await expectNoViolations(page, 'a field with a problem');
      });

      test('the order', async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open('order');
        await expectNoViolations(page, 'a first visit');
        await bench.command('Ship').click();
        await expect(bench.refusal).toBeVisible();
        await bench.askEverything();
        await expectNoViolations(page, 'refused, all asked');
        await bench.travelTo(4);
        await expectNoViolations(page, 'in the past');
        await bench.step('Now').click();
        await bench.command('Start another order').click();
        await expect(bench.entryCount).toHaveText('0');
        await expectNoViolations(page, 'a blank page');
      });

      test('the diaries, a dialog, a notice', async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open('diaries');
        await expectNoViolations(page, 'the list');
        await page.getByRole('button', { name: 'Start empty' }).first().click();
        await expect(bench.dialog).toBeVisible();
        await expectNoViolations(page, 'a dialog');
        await page.keyboard.press('Escape');
        await damage(page);
        await page.reload();
        await expect(bench.notice).toBeVisible();
        await page.locator('details').first().evaluate((details: HTMLDetailsElement) => { details.open = true; });
        await expectNoViolations(page, 'a notice, what was set aside');
      });
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, the shell`, () => {
    test.use({ colorScheme });

    test('the story as text', async ({ page }) => {
      await page.route('**/*.wasm', (route) => route.abort());
      await page.goto('/');
      await expect(page.getByText('505.00').first()).toBeVisible();
      await expectNoViolations(page, 'the app could not start');
    });
  });
}
