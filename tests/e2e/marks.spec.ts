// The words and the marks have addresses: each leads to its place, with the focus there.
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { Workbench, expectNoSidewaysScroll } from './workbench';

const words = (page: Page) => page.locator('.glossary tbody th');

test('each word’s address leads to its row, which is marked and has the focus', async ({ page }) => {
  await page.goto('/#/learn/words');
  await expect(page.getByRole('heading', { name: 'Words', exact: true })).toBeVisible();
  const ids = await words(page).evaluateAll((all) => all.map((at) => at.id));
  expect(ids.length).toBeGreaterThanOrEqual(20);
  expect(ids).toContain('word-late-entry');
  for (const id of ids) {
    await page.evaluate((slug) => { location.hash = `#/learn/words/${slug}`; }, id.replace(/^word-/, ''));
    const word = page.locator(`#${id}`);
    await expect(word).toBeFocused();
    await expect(word).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.glossary tr.lit')).toHaveCount(1);
    await expect(page.locator('.glossary tr.lit').locator('th')).toHaveAttribute('id', id);
  }
});

test('an address that is opened afresh leads there too, and one of no word to all of them', async ({ page }) => {
  await page.goto('/#/learn/words/forget-a-person');
  await expect(page.locator('#word-forget-a-person')).toBeFocused();
  await expect(page.locator('#word-forget-a-person')).toBeInViewport();
  await page.goto('/#/learn/words/no-such-word');
  await expect(page.getByRole('heading', { name: 'Words', exact: true })).toBeVisible();
  await expect(page.locator('.glossary tr.lit')).toHaveCount(0);
});

test('each workbench leads to the marks, where it says what it is called', async ({ page }) => {
  const bench = new Workbench(page);
  for (const place of ['bank', 'order', 'parcel'] as const) {
    await bench.open(place);
    await bench.ask.getByText('What is event sourcing?').click();
    await page.getByRole('link', { name: 'What do the marks mean?' }).click();
    const heading = page.getByRole('heading', { name: 'Marks', exact: true });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await expect(page).toHaveURL(/#\/learn\/words\/marks$/);
  }
  // A chapter sends nobody away.
  await page.goto('/#/learn/a3');
  await expect(page.locator('.learn .lesson')).toBeVisible();
  await expect(page.getByRole('link', { name: 'What do the marks mean?' })).toHaveCount(0);
});

// What a mark looks like, as far as it is a look.
const look = (selector: string) => {
  const at = [...document.querySelectorAll(selector)].find((it) => it.checkVisibility());
  if (!at) return `nothing is ${selector}`;
  const { backgroundColor, boxShadow, fontStyle, color, borderTopStyle, strokeDasharray } = getComputedStyle(at);
  return { backgroundColor, boxShadow, fontStyle, color, borderTopStyle, strokeDasharray };
};

test('each sample looks like what it stands for', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Withdraw', '10000');
  await expect(bench.refusal).toBeVisible();
  const marks: [there: string, here: string][] = [
    ['.refusals .no-ink', '.legend .no-ink'],
    ['.lines .entry-link', '.legend .entry-link'],
  ];
  const there: Record<string, unknown> = {};
  for (const [real] of marks) there[real] = await page.evaluate(look, real);
  const past: [string, string][] = [
    ['tr.not-yet td.what', '.legend tr.not-yet td.what'],
    ['.time .ahead path', '.legend .ahead path'],
    ['.value.cannot', '.legend .value.cannot'],
  ];
  await bench.card(/balance on/).ask();
  await expect(bench.card(/balance on/).snapshot()).toContainText('cannot know');
  await bench.travelTo(9);
  for (const [real] of past) there[real] = await page.evaluate(look, real);
  await page.goto('/#/learn/words/marks');
  await expect(page.locator('.legend dt')).toHaveCount(9);
  await expect(page.locator('.legend dd')).toHaveCount(9);
  for (const [real, sample] of [...marks, ...past]) expect(await page.evaluate(look, sample), sample).toEqual(there[real]);
  // The bar of ink is drawn in chapters only.
  expect(await page.evaluate(look, '.legend tr.decides td.number')).toMatchObject({ boxShadow: expect.stringContaining('4px 0px') });
  // What fades on the workbench stays here.
  await expect(page.locator('.legend .overwritten')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
    test(`axe finds nothing: ${colorScheme}, ${viewport.width} × ${viewport.height}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto('/#/learn/words/marks');
      await expect(page.getByRole('heading', { name: 'Marks', exact: true })).toBeFocused();
      await expectNoViolations(page, 'the marks');
      await expectNoSidewaysScroll(page, 'the marks');
    });
  }
}

test('a marked word opens its entry in the glossary', async ({ page }) => {
  test.setTimeout(90_000);
  const bench = new Workbench(page);
  await bench.open('bank');
  const seen = new Set<string>();
  for (const place of ['bank/what-if', 'bank/readings', 'bank/moments', 'bank/clocks', 'bank/touched', 'learn/c2', 'learn/b3', 'bank']) {
    await page.goto(`/#/${place}`);
    if (place === 'bank') await bench.ask.getByText('What is event sourcing?').click();
    const words = page.locator('a.term').filter({ visible: true });
    await expect(words.first(), place).toBeVisible();
    const href = await words.first().getAttribute('href');
    seen.add(href!);
    await words.first().click();
    const id = `#word-${href!.split('/').at(-1)}`;
    await expect(page.locator(id), href!).toBeFocused();
  }
  // *Many reports* is a panel and a chapter, and both lead to one word.
  expect(seen.size).toBe(7);
});
