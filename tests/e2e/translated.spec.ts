// Through a translator, which puts elements of its own in the place of texts: nothing on the page stands still.
import { expect, test, type Page } from '@playwright/test';
import { shown, throughChanges } from './changes';
import { Workbench } from './workbench';

// What Google Translate does to a page, without the other language.
function translate(page: Page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const isDone = text.parentElement!.closest('font, script, style, [translate=no]');
      if (isDone || !text.data.trim()) continue;
      const outer = document.createElement('font');
      outer.appendChild(document.createElement('font')).textContent = text.data;
      text.replaceWith(outer);
    }
  });
}

test('every change is shown as on a page that nobody translates', async ({ browser }) => {
  test.setTimeout(180_000);
  await throughChanges(browser, async ({ other, change, alike }) => {
    await translate(other.page);
    await change();
    await alike('after it');
    await translate(other.page);
    await alike('translated after it');
  });
});

test('a translation that is taken back leaves the page as it was', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('bank');
  // Whoever has been in the past is told the next thing to try.
  for (const key of ['Home', 'End']) await bench.slider.press(key);
  const before = await shown(page);
  for (const isTheSame of [true, false]) {
    // The texts that were taken out come back, or others of the same words do.
    await page.evaluate((isTheSame) => {
      const taken: [Element, Text][] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts.filter((text) => text.data.trim())) {
        const font = document.createElement('font');
        font.textContent = `«${text.data}»`;
        taken.push([font, isTheSame ? text : new Text(text.data)]);
        text.replaceWith(font);
      }
      Object.assign(window, { giveBack: () => taken.forEach(([font, text]) => font.replaceWith(text)) });
    }, isTheSame);
    expect(await shown(page)).toContain('«');
    await page.evaluate(() => (window as unknown as { giveBack(): void }).giveBack());
    await expect.poll(() => shown(page)).toBe(before);
    await bench.slider.press('Home');
    await bench.slider.press('End');
    await expect.poll(() => shown(page)).toContain('entry 11 of 11');
  }
});
