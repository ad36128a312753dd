// On paper the whole diary stands as a table: paper can't be scrolled.
import { expect, test } from '@playwright/test';
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
