// A long diary: only the lines around what is in sight are in the page, and the scrollbar and the numbers tell of all.
import { expect, test, type Page } from '@playwright/test';
import { keptDiary } from './long';
import { Workbench } from './workbench';

async function open(page: Page, entries: number) {
  const bench = new Workbench(page);
  await keptDiary(page, entries);
  await bench.open();
  await expect(bench.entryCount).toHaveText(String(entries));
  return bench;
}

const row = (bench: Workbench, number: number) => bench.table.locator(`tr[aria-rowindex="${number + 1}"]`);
const paper = (bench: Workbench) => bench.page.locator('#paper');
const balance = (entries: number) => ((entries - 1) / 100).toFixed(2);

test('the slider, the keys and the scrollbar lead to any line', async ({ page }) => {
  const bench = await open(page, 5_000);
  await expect(bench.table).toHaveAttribute('aria-rowcount', '5001');
  await expect(row(bench, 5_000)).toBeInViewport();
  for (const number of [1, 2_500, 4_999, 2]) {
    await bench.slider.fill(String(number));
    await expect(row(bench, number)).toBeInViewport();
    await expect(row(bench, number).getByRole('cell').nth(4)).toHaveText(balance(number));
  }
  await bench.slider.press('End');
  await expect(row(bench, 5_000)).toBeInViewport();
  // The whole height stands for all lines, so the middle of it is the middle of the diary.
  await paper(bench).evaluate((paper) => { paper.scrollTop = paper.scrollHeight / 2; });
  await expect(row(bench, 2_500)).toBeAttached();
  await paper(bench).evaluate((paper) => { paper.scrollTop = 0; });
  await expect(row(bench, 1)).toBeInViewport();
  await paper(bench).evaluate((paper) => { paper.scrollTop = paper.scrollHeight; });
  await expect(row(bench, 5_000)).toBeInViewport();
});

test('turning the wheel shows line after line and leaves none out', async ({ page }) => {
  const bench = await open(page, 1_000);
  await bench.slider.press('Home');
  await expect(row(bench, 1)).toBeInViewport();
  await paper(bench).hover();
  let top = 1;
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(0, 120);
    // Four lines at 29 pixels; what is in sight is there, without a gap, and has moved on.
    await expect.poll(() => uppermost(page)).toBeGreaterThan(top);
    const next = (await uppermost(page))!;
    expect(next - top, `after line ${top}`).toBeLessThan(8);
    top = next;
  }
});

// The number of the uppermost line in sight; null when there is a gap in sight.
function uppermost(page: Page) {
  return page.evaluate(() => {
    const paper = document.getElementById('paper')!;
    const edge = paper.querySelector('thead')!.getBoundingClientRect().bottom;
    const end = paper.getBoundingClientRect().bottom;
    const seen = [...paper.querySelectorAll('tbody tr')].filter((row) => {
      const area = row.getBoundingClientRect();
      return area.bottom > edge + 1 && area.top < end - 1;
    });
    return seen.some((row) => row.matches('.missing')) ? null : Number(seen[0].getAttribute('data-entry'));
  });
}

test('the focus walks through the lines, and stays on its line when that is scrolled away', async ({ page }) => {
  const bench = await open(page, 1_000);
  await bench.slider.fill('500');
  await row(bench, 500).locator('summary').focus();
  for (let next = 501; next < 540; next += 1) {
    await page.keyboard.press('Tab');
    await expect(row(bench, next).locator('summary')).toBeFocused();
    await expect(row(bench, next)).toBeInViewport();
  }
  await paper(bench).evaluate((paper) => { paper.scrollTop = 0; });
  await expect(row(bench, 1)).toBeInViewport();
  await expect(row(bench, 539).locator('summary')).toBeFocused();
});

test('a link to a line that is not in the page brings it in', async ({ page }) => {
  const bench = await open(page, 1_000);
  const card = bench.card(/highest balance/);
  await card.ask();
  await bench.slider.fill('800');
  await expect(row(bench, 2)).toHaveCount(0);
  const cited = card.cited().nth(1);
  await cited.click();
  const number = Number(await cited.getAttribute('data-entry'));
  await expect(row(bench, number)).toBeInViewport();
  await expect(row(bench, number)).toHaveClass(/at-cursor/);
  await expect(cited, 'the next one can be followed from here').toBeFocused();
});

test('a new line is shown, and the page has no more nodes than before', async ({ page }) => {
  const bench = await open(page, 1_000);
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  const before = await nodes();
  for (let entry = 1_001; entry <= 1_015; entry += 1) {
    await bench.wish('Deposit', '0.01');
    await expect(row(bench, entry)).toBeInViewport();
  }
  expect(await nodes()).toBeLessThan(before + 20);
});

test('on paper a long diary says which of its lines are there', async ({ page }) => {
  const bench = await open(page, 3_000);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(bench.entries).toHaveCount(2_000);
  await page.emulateMedia({ media: 'print' });
  await expect(bench.diary).toContainText('These are the entries 1001 to 3000 of 3000.');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => bench.entries.count()).toBeLessThan(100);
});
