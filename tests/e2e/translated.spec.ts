// Through a translator, which puts elements of its own in the place of texts: nothing on the page stands still.
import { expect, test, type Page } from '@playwright/test';
import { CHANGES, shown } from './changes';
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
  const pages = await Promise.all([0, 1].map(async () => (await browser.newContext()).newPage()));
  const [plain, translated] = pages.map((page) => new Workbench(page));
  const errors: string[] = [];
  translated.page.on('pageerror', (error) => errors.push(error.message));
  for (const bench of [plain, translated]) await bench.open('bank');
  // What was overwritten stays for some seconds, so both are looked at until they say the same.
  const compared = async () => {
    const [expected, found] = await Promise.all([shown(plain.page), shown(translated.page)]);
    return found === expected ? 'the same' : `${found}\ninstead of\n${expected}`;
  };
  for (const [what, change] of CHANGES) {
    await translate(translated.page);
    for (const bench of [plain, translated]) await change(bench);
    await expect.poll(compared, { message: `after it ${what}` }).toBe('the same');
    await translate(translated.page);
    await expect.poll(compared, { message: `translated after it ${what}` }).toBe('the same');
  }
  expect(errors).toEqual([]);
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
