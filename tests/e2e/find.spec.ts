// Find: what is typed is looked for in the diary, each entry that is found is a moment to travel to, and all of it goes by keyboard and aloud.
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { keptDiary } from './long';
import { Workbench, expectNoSidewaysScroll } from './workbench';

const DEPOSITS = ['Deposited 500.00', 'Deposited 200.00', 'Deposited 80.00', 'Deposited 40.00'];

class Finding {
  readonly bench: Workbench;
  constructor(readonly page: Page) { this.bench = new Workbench(page); }

  get opens() { return this.bench.diary.getByRole('button', { name: 'Find', exact: true }); }
  get bar() { return this.page.getByRole('search', { name: 'Find entries' }); }
  get field() { return this.bar.getByRole('textbox', { name: 'Find', exact: true }); }
  get told() { return this.page.getByTestId('found'); }
  get marked() { return this.bench.table.locator('tr.found'); }
  way(name: 'Previous' | 'Next' | 'Close') { return this.bar.getByRole('button', { name, exact: true }); }

  // Opens it by its key, from wherever the focus is.
  async type(words: string) {
    await this.page.keyboard.press('/');
    await expect(this.field).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(words);
  }

  // The words of the entries that are marked as found.
  async finds(words: string, ...sentences: (string | RegExp)[]) {
    await this.type(words);
    await expect(this.marked.locator('summary bdi')).toHaveText(sentences);
    await expect(this.told).toHaveText(sentences.length === 0 ? /^Nothing found/ : `${sentences.length} found`);
  }
}

test('by keyboard alone: it opens, each entry that is found is travelled to, and it closes where one was', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  await find.bench.step('Back').focus();
  await find.finds('deposited', ...DEPOSITS);
  await expect(find.bench.slider, 'to look for something moves nothing').toHaveValue('11');
  for (const [key, entry, words] of [
    ['Enter', 2, '1 of 4'], ['Enter', 4, '2 of 4'], ['Enter', 7, '3 of 4'], ['Enter', 11, '4 of 4'], ['Enter', 2, '1 of 4'],
    ['Shift+Enter', 11, '4 of 4'], ['Shift+Enter', 7, '3 of 4'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(find.told).toHaveText(words);
    await expect(find.bench.slider).toHaveValue(String(entry));
    await expect(find.bench.entry(entry)).toHaveClass(/came-to/);
    await expect(find.bench.entry(entry)).toBeInViewport();
    await expect(find.field, 'one can go on').toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(find.bench.step('Back')).toBeFocused();
  await expect(find.bar).toBeHidden();
  await expect(find.marked).toHaveCount(0);
  await expect(find.bench.slider, 'one stays where one has gone').toHaveValue('7');
});

test('its button opens and closes it, and the buttons in it go on and back', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  await find.opens.click();
  await expect(find.opens).toHaveAttribute('aria-expanded', 'true');
  await expect(find.field).toBeFocused();
  await page.keyboard.type('fee');
  await expect(find.told).toHaveText('2 found');
  await find.way('Next').click();
  await expect(find.told).toHaveText('1 of 2');
  const entry = await find.bench.slider.inputValue();
  await expect(find.bench.entry(Number(entry))).toHaveClass(/came-to/);
  await find.way('Previous').click();
  await expect(find.told).toHaveText('2 of 2');
  await find.bench.step('First').click();
  await expect(find.told, 'one has gone elsewhere').toHaveText('2 found');
  await find.way('Close').click();
  await expect(find.opens).toBeFocused();
  await expect(find.opens).toHaveAttribute('aria-expanded', 'false');
});

test('words, an account, an amount and a time, each and together', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  await find.finds('FEE', /^Fee of/, /^Fee of/);
  await find.finds('fee refunded', /^Fee of .* refunded/);
  await find.finds('everyday deposited', ...DEPOSITS);
  await find.finds('200', 'Deposited 200.00');
  await find.finds('200.00', 'Deposited 200.00');
  await find.finds('00');
  await find.finds('2026-02-03', 'Deposited 200.00');
  await find.finds('3 Feb', 'Deposited 200.00');
  await find.finds('deposited 2026-02..', ...DEPOSITS.slice(1));
  await find.finds('deposited jan 2026', 'Deposited 500.00');
});

test('the order and the parcel are looked through as well', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open('order');
  await find.type('item removed');
  await expect(find.marked.first()).toContainText('Item removed');
  await find.bench.goTo('parcel');
  await expect(find.bar, 'another workbench has a field of its own').toBeHidden();
  await find.type('arrived');
  await expect(find.marked.first()).toContainText('Arrived at');
});

test('it is said aloud what was found, where one has gone, and what can be looked for where nothing was found', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  await find.type('fee');
  await expect(find.bench.voice).toHaveText('2 found');
  await page.keyboard.press('Enter');
  await expect(find.bench.voice).toHaveText(/^1 of 2: Fee of 5\.00 charged\. Entry \d+ of 11, .*2026/);
  await find.type('feexyz');
  await expect(find.bench.voice).toContainText('Nothing found. Look for words, a name,');
  await expect(find.told).toContainText('an amount (40.00)');
  await expect(find.marked).toHaveCount(0);
  await find.bench.listen();
  await page.keyboard.press('Enter');
  await expect.poll(() => find.bench.heard(), { message: 'pressed again, it is said again' }).toHaveLength(1);
});

test('what is found has a sign for the eye and a word for the ear, and a stroke on the chart', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  const strokes = async () => ((await page.locator('.chart path.found').getAttribute('d')) ?? '').split('M').length - 1;
  expect(await strokes()).toBe(0);
  await find.finds('deposited', ...DEPOSITS);
  expect(await strokes()).toBe(DEPOSITS.length);
  const sign = (entry: number) => find.bench.entry(entry).locator('summary').evaluate((at) => getComputedStyle(at, '::before').content);
  expect(await sign(2)).toContain('▸');
  expect(await sign(2)).toContain('Found');
  expect(await sign(3)).toBe('none');
});

test('an entry that is written while one looks for it is found too', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  await find.finds('deposited', ...DEPOSITS);
  await find.bench.wish('Deposit', '7');
  await expect(find.told).toHaveText('5 found');
  await expect(find.marked.last()).toContainText('Deposited 7.00');
});

test('where one types, the key / is a letter', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  await find.bench.amount.focus();
  await page.keyboard.press('/');
  await expect(find.bar).toBeHidden();
  await expect(find.bench.amount).toHaveValue(/\//);
  await find.bench.slider.focus();
  await page.keyboard.press('/');
  await expect(find.field).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(find.field).toHaveValue('a/b');
  await page.keyboard.press('Escape');
  await expect(find.bench.slider).toBeFocused();
});

test('a workbench that was left is looked through no more, and what is shown elsewhere knows nothing of it', async ({ page }) => {
  const find = new Finding(page);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await find.bench.open();
  await find.type('fee');
  await expect(find.told).toHaveText('2 found');
  await page.goto('/#/learn/a2');
  await page.getByRole('button', { name: 'Show me without guessing' }).click();
  await expect(page.locator('#paper tr').first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.locator('.find, tr.found')).toHaveCount(0);
  await page.goto('/#/bank');
  await find.finds('fee', /^Fee of/, /^Fee of/);
  expect(wrong).toEqual([]);
});

test('in the engineers’ words what was typed stays, and what is said is theirs', async ({ page }) => {
  const find = new Finding(page);
  await find.bench.open();
  await find.bench.words.click();
  await expect(find.bench.diary.getByRole('search', { name: 'Find events', includeHidden: true })).toBeAttached();
  await page.keyboard.press('/');
  await page.keyboard.type('diary entry');
  await expect(find.told).toContainText('Nothing found');
  await expect(page.locator('#find-what')).toBeFocused();
  await expect(page.locator('#find-what')).toHaveValue('diary entry');
});

for (const [width, height] of [[1280, 800], [360, 640]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} × ${height}, ${colorScheme}: nothing is wrong, and nothing reaches over the edge`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const find = new Finding(page);
      await find.bench.open();
      const bench = () => page.locator('.bench').evaluate((at) => at.clientHeight);
      const before = await bench();
      await find.type('fee');
      await expect(find.told).toHaveText('2 found');
      if (width > 1000) expect(await bench(), 'it takes its room from the entries').toBe(before);
      await expectNoViolations(page, 'found');
      await expectNoSidewaysScroll(page, 'found');
      await find.way('Next').click();
      await expect(find.told).toHaveText('1 of 2');
      await find.type('nothing of that kind');
      await expect(find.told).toContainText('Nothing found');
      if (width > 1000) expect(await bench()).toBe(before);
      await expectNoViolations(page, 'nothing found');
      await expectNoSidewaysScroll(page, 'nothing found');
    });
  }
}

test('a long diary is gone through in parts, and what is typed on comes first', async ({ page }) => {
  const find = new Finding(page);
  // Each tenth entry is withdrawn, and one of them all is of another amount.
  await keptDiary(page, 20_000, (n) => `"${n % 10 === 0 ? 'withdrawn' : 'deposited'}",{"account":"everyday","cents":${n === 7_777 ? 4_711 : 1}}`);
  await find.bench.open();
  await expect(find.bench.entryCount).toHaveText('20000');
  // How it stands is said while it goes on.
  const said = await page.getByTestId('found').evaluateHandle((told) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(told.textContent!)).observe(told, { childList: true, characterData: true, subtree: true });
    return said;
  });
  await find.type('withdrawn');
  await expect(find.told).toHaveText('2000 found');
  expect((await said.jsonValue()).some((words) => /found in \d+ of 20000 so far/.test(words))).toBe(true);
  const strokes = ((await page.locator('.chart path.found').getAttribute('d')) ?? '').split('M').length - 1;
  expect(strokes, 'one for each column of the chart at most').toBeLessThanOrEqual(800);
  await find.type('47.11');
  await expect(find.told).toHaveText('1 found');
  await page.keyboard.press('Enter');
  await expect(find.bench.slider).toHaveValue('7777');
  await expect(find.bench.table.locator('tr[aria-rowindex="7778"]')).toBeInViewport();
  await expect(find.field).toBeFocused();
});
