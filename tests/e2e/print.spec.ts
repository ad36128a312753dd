// On paper the whole diary stands as a table: paper can't be scrolled.
import { expect, test } from '@playwright/test';
import { ids } from './learning';
import { Workbench } from './workbench';

test('every line of the diary is printed', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  for (let more = 0; more < 20; more += 1) await bench.wish('Deposit', '1');
  await expect(bench.entries).toHaveCount(31);
  const hasPrintStyle = await page.evaluate(() => [...document.styleSheets].some((sheet) => {
    return /print/.test(sheet.media.mediaText) || [...sheet.cssRules].some((rule) => /@media[^{]*print/.test(rule.cssText));
  }));
  test.skip(!hasPrintStyle, 'there is no style for paper yet');
  await page.emulateMedia({ media: 'print' });
  await expect(bench.entry(31)).toBeVisible();
  const cut = await bench.table.evaluate((table) => {
    const boxes: string[] = [];
    for (let box = table.parentElement; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      const cuts = style.overflowY !== 'visible' && box !== document.body && box !== document.documentElement;
      if (cuts && box.scrollHeight > box.clientHeight + 1) boxes.push(`${box.tagName}.${box.className}`);
      // The root's client height is that of the window, whatever is in it.
      if (box !== document.documentElement && box.clientHeight + 1 < table.clientHeight) boxes.push(`${box.tagName}.${box.className} is lower than the table`);
    }
    return boxes;
  });
  expect(cut).toEqual([]);
});

test('the handout has each question, its story, and room for an answer', async ({ page }) => {
  await page.goto('/#/learn/teachers');
  await page.evaluate(() => { window.print = () => undefined; });
  await page.getByRole('button', { name: 'Print the handout' }).click();
  const asked = await page.locator('article dt', { hasText: 'Question' }).locator('+ dd').allTextContents();
  expect(asked).toHaveLength(ids.length);
  await page.emulateMedia({ media: 'print' });
  const questions = page.locator('.handout .guesses > li');
  await expect(questions).toHaveCount(asked.length);
  for (const [at, question] of asked.entries()) {
    const item = questions.nth(at);
    await expect(item.locator('b')).toHaveText(question);
    await expect(item.locator('.story')).toHaveText(/\w+ \w+/);
    expect(await item.locator('.room, ul li, .squared').count(), question).toBeGreaterThan(0);
  }
  // A curve is drawn into a column for each line of the diary.
  await expect(page.locator('.squared th')).toHaveCount(11);
});

// A sheet lying on its side is as wide as a window in which the workbench stands beside the lesson.
for (const width of [720, 1120]) {
  test(`a chapter on a sheet ${width} px wide has all its lines and nothing to press`, async ({ page }) => {
    await page.setViewportSize({ width, height: 600 });
    await page.goto('/#/learn/a4');
    await expect(page.getByRole('button', { name: 'Commit my answer' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const name of ['Commit my answer', 'Give me a hint']) await expect(page.getByRole('button', { name })).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'Chapters' })).toBeHidden();
    for (const box of ['.paper', '.work']) {
      const hidden = await page.locator(box).evaluate((at) => at.scrollHeight - at.clientHeight);
      expect(hidden, box).toBeLessThanOrEqual(0);
    }
  });
}
