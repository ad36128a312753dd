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
        await bench.now();
        await bench.wish('Deposit', 'a lot');
        await expectNoViolations(page, 'a field with a problem');
      });

      test('the order', async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open('order');
        await expectNoViolations(page, 'a first visit');
        await bench.wish('Ship');
        await expect(bench.refusal).toBeVisible();
        await bench.askEverything();
        await expectNoViolations(page, 'refused, all asked');
        await bench.travelTo(4);
        await expectNoViolations(page, 'in the past');
        await bench.now();
        await bench.startAnotherOrder();
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
      await expect(page.getByRole('main').getByText('505.00').first()).toBeVisible();
      await expectNoViolations(page, 'the app could not start');
    });
  });
}

// Borders that are paler than 3 to 1 against what lies around them. What is filled with something that stands out needs none.
function pale() {
  const rgb = (color: string) => color.match(/[\d.]+/g)!.map(Number);
  const light = (color: string) => {
    const [r, g, b] = rgb(color).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (one: string, other: string) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright! + 0.05) / (dark! + 0.05);
  };
  const behind = (at: Element | null): string => {
    const color = at ? getComputedStyle(at).backgroundColor : 'rgb(255, 255, 255)';
    return at && rgb(color)[3] === 0 ? behind(at.parentElement) : color;
  };
  return [...document.querySelectorAll<HTMLElement>('button, select, input, textarea, .choice')].filter((at) => {
    const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(at);
    const around = behind(at.parentElement);
    const needsNone = !at.checkVisibility() || borderTopWidth === '0px' || at.matches('[aria-disabled=true], [type=radio], [type=checkbox]');
    return !needsNone && contrast(borderTopColor, around) < 3 && contrast(backgroundColor, around) < 3;
  }).map((at) => `${at.tagName} ${at.innerText || at.id}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, what can be pressed or filled in`, () => {
    test.use({ colorScheme });

    test('stands out from the page', async ({ page }) => {
      for (const place of ['bank', 'order', 'parcel', 'diaries', 'learn/a1', 'learn/a5', 'bank/touched']) {
        await page.goto(`/#/${place}`);
        await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
        if (place === 'bank/touched') await expect(page.locator('textarea')).toBeVisible();
        expect(await page.evaluate(pale), place).toEqual([]);
      }
    });
  });
}
