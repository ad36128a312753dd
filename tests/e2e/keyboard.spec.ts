// Everything by keyboard alone: no mouse, and no focus() by the test. Where the focus is can always be seen.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Workbench, focused } from './workbench';

// The focus is on something, it is marked by an outline, and at least a part of it is not covered (WCAG 2.4.7, 2.4.11).
async function expectFocusSeen(page: Page) {
  const problem = await page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return 'the focus is lost';
    const style = getComputedStyle(at);
    // The button inside a date field is the browser's own, and so is the ring around it.
    if (at.matches('input:focus-within:not(:focus)')) return '';
    if (!at.matches(':focus-visible')) return 'the focus is not marked';
    if (!(parseFloat(style.outlineWidth) > 0) || style.outlineStyle === 'none') return 'it has no outline';
    const area = at.getBoundingClientRect();
    const shares = [0.1, 0.5, 0.9];
    const seen = shares.some((x) => shares.some((y) => {
      const top = document.elementFromPoint(area.left + area.width * x, area.top + area.height * y);
      return top !== null && (at.contains(top) || top.contains(at));
    }));
    return seen ? '' : 'it is covered or out of sight';
  });
  if (problem) expect(problem, await focused(page)).toBe('');
}

// Presses Tab until the focus is there.
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((at) => at === document.activeElement)) return;
    await page.keyboard.press(key);
    // Between the page's last stop and its first lies the browser's own window.
    if (await page.evaluate(() => document.activeElement !== document.body)) await expectFocusSeen(page);
  }
  throw new Error(`${key} does not lead to ${wanted}, but to ${await focused(page)}`);
}

async function press(page: Page, key: string) {
  await page.keyboard.press(key);
  await expectFocusSeen(page);
}

// Goes once around the page, from its start, and returns the stops. A date field has several of its own.
async function around(page: Page, key: 'Tab' | 'Shift+Tab') {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const stops: string[] = [];
  const known = await page.evaluateHandle(() => ({ last: document.body as Element, all: new Set<Element>() }));
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(key);
    const at = await known.evaluate((known) => {
      const at = document.activeElement!;
      if (at === known.last || at === document.body) return 'same';
      if (known.all.has(at)) return 'again';
      known.all.add(at);
      known.last = at;
      return 'new';
    });
    if (at === 'again') return stops;
    if (at === 'same') continue;
    await expectFocusSeen(page);
    stops.push(await focused(page));
  }
  throw new Error(`${key} is held at ${stops.at(-1)}`);
}

test('the bank: write, be refused, travel, ask, follow a cited entry, come back', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await tabTo(page, bench.amount);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('25');
  await tabTo(page, bench.command('Deposit'));
  await press(page, 'Enter');
  await expect(bench.diaryBalance).toHaveText('515.00');
  await expectFocusSeen(page);

  await tabTo(page, bench.amount, 'Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('10000');
  await tabTo(page, bench.command('Withdraw'));
  await press(page, 'Space');
  await expect(bench.refusal).toContainText('515.00');
  await expect(bench.command('Withdraw')).toBeFocused();

  await tabTo(page, bench.slider);
  await press(page, 'ArrowLeft');
  await expect(bench.slider).toHaveValue('11');
  await press(page, 'Home');
  await expect(bench.slider).toHaveValue('0');

  await tabTo(page, bench.step('End of day'));
  await press(page, 'Enter');
  await expect(bench.diaryBalance).toHaveText('445.00');

  const card = bench.card(/balance on/);
  await tabTo(page, card.line!);
  await press(page, 'Enter');
  await card.diarySays('505.00', '445.00');
  await tabTo(page, card.diary().locator('.terms summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, card.cited().first());
  await press(page, 'Enter');
  await expect(bench.slider).toHaveValue('2');
  await expect(card.cited().first()).toBeFocused();

  const back = bench.opening.getByRole('button', { name: 'Back to now' });
  await tabTo(page, back, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(bench.slider).toHaveValue('12');
  await expectFocusSeen(page);
});

test('the order is reached by its link, and Ship is refused', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await tabTo(page, bench.places.getByRole('link', { name: 'Order' }));
  await page.keyboard.press('Enter');
  await bench.ready('order');
  await expectFocusSeen(page);
  await tabTo(page, bench.command('Ship'));
  await press(page, 'Enter');
  await expect(bench.refusal).toBeVisible();
  await expect(bench.command('Ship')).toBeFocused();
});

test('a dialog is opened, left and confirmed by keyboard, and the focus comes back', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  const start = page.getByRole('button', { name: 'Start empty' }).first();
  await tabTo(page, start);
  await press(page, 'Enter');
  await expect(bench.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bench.dialog).toBeHidden();
  await expect(start).toBeFocused();
  await press(page, 'Enter');
  await tabTo(page, bench.dialog.getByRole('button', { name: 'Start empty' }));
  await page.keyboard.press('Enter');
  await bench.ready('bank');
  await expect(bench.entryCount).toHaveText('0');
  await expect(bench.snapshotBalance).toHaveText('not open');
});

test('pressing the opening question and the way back never loses the focus', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await tabTo(page, bench.opening.getByRole('button', { name: 'Ask both worlds' }));
  await page.keyboard.press('Enter');
  await expect(bench.card(/balance on/).diary(0)).toBeVisible();
  expect(await focused(page)).not.toMatch(/^body/);
  // The opening question gives way to the moment while one travels, and the focus stays on the slider.
  await tabTo(page, bench.slider);
  await press(page, 'ArrowLeft');
  await expect(bench.slider).toBeFocused();
});

for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    for (const place of ['bank', 'order', 'parcel', 'diaries'] as const) {
      test(`${place}: Tab goes around the whole page and back, every stop is seen, and nothing holds it`, async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open(place);
        if (place !== 'diaries') {
          await bench.askEverything();
          await bench.travelTo(6);
        }
        const there = await around(page, 'Tab');
        const back = await around(page, 'Shift+Tab');
        expect(there.length).toBeGreaterThan(8);
        expect(back.reverse()).toEqual(there);
      });
    }
  });
}
