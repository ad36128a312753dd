// The benches, the check, and the pages for teachers and neighbours, as a learner meets them.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { answers, ids } from './learning';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNoViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

// Opens a chapter and, without a guess, its bench.
async function openBench(page: Page, chapter: string) {
  await page.goto(`/#/learn/${chapter}`);
  const bench = page.getByRole('region', { name: 'Try it', exact: true });
  const show = page.getByRole('button', { name: 'Show me without guessing' });
  await expect(bench.or(show).first()).toBeVisible();
  if (await show.isVisible()) await show.click();
  await expect(bench).toBeVisible();
  return bench;
}

const button = (bench: Locator, name: string) => bench.getByRole('button', { name, exact: true });
const side = (bench: Locator, name: string) => bench.getByRole('group', { name, exact: true });
const fact = (side: Locator, label: string) => side.locator('dl > div', { hasText: label }).locator('dd');

test('B2: the copy is added up, then decided again, and the original stays', async ({ page }) => {
  const bench = await openBench(page, 'b2');
  const [sum, decided] = [side(bench, 'Adds up what is left'), side(bench, 'Decides again')];
  await expect(fact(decided, 'The copy ends at')).toHaveCount(0);
  await button(bench, 'Copy it without entry 2').click();
  await expect(fact(sum, 'The copy ends at')).toHaveText('−10.00');
  await expect(sum).toContainText('This could not have happened');
  await button(bench, 'Decide every request again').click();
  await expect(fact(decided, 'The copy ends at')).toHaveText(answers.b2[0]);
  await expect(decided.getByText('No entry was written.')).toBeVisible();
  await expect(fact(decided, 'Entries of the original')).toHaveText('the same as before');
});

test('B3, C3 and C5 show what their chapters promise', async ({ page }) => {
  let bench = await openBench(page, 'b3');
  await button(bench, 'Switch to another report').click();
  await expect(fact(side(bench, 'The diary'), 'Entry 6 changes that by')).toHaveText(answers.b3[0]);

  bench = await openBench(page, 'c3');
  await button(bench, 'Write the cheque').click();
  await expect(fact(side(bench, 'Two clocks'), 'as we know today')).toHaveText(answers.c3[0]);
  await expect(fact(side(bench, 'Two clocks'), 'as known then')).toHaveText(answers.c3[1]);

  bench = await openBench(page, 'c5');
  await button(bench, 'Change 120.00 to 20.00').click();
  await button(bench, 'Check the seals').click();
  await expect(fact(side(bench, 'The diary'), 'First entry that doesn’t fit')).toHaveText(answers.c5[0]);
  await button(bench, 'Make all seals again').click();
  await button(bench, 'Compare with the slip of paper').click();
  await expect(bench).toContainText('Somebody has touched the entries.');
});

test('C6: the key comes from the browser, and a new one each time', async ({ page }) => {
  const bench = await openBench(page, 'c6');
  const sealed = side(bench, 'Her name under a key').locator('code').first();
  const first = await sealed.textContent();
  await button(bench, 'Forget Ana').click();
  await expect(fact(side(bench, 'Her name under a key'), 'Whose accounts')).toHaveText('somebody forgotten');
  await button(bench, 'Start again').click();
  await expect(fact(side(bench, 'Her name under a key'), 'Whose accounts')).toHaveText('Ana');
  await expect(sealed).not.toHaveText(first!);
});

test('a button that can’t be pressed keeps the focus and says why', async ({ page }) => {
  const bench = await openBench(page, 'b6');
  const replay = button(bench, 'Replay the diary');
  await expect(replay).toHaveAttribute('aria-disabled', 'true');
  await replay.focus();
  await page.keyboard.press('Enter');
  await expect(bench.getByText('Attach “send a receipt” first.')).toBeVisible();
  await expect(replay).toBeFocused();
  await button(bench, 'Attach “send a receipt”').click();
  await expect(replay).not.toHaveAttribute('aria-disabled');
  await replay.focus();
  await page.keyboard.press('Enter');
  await expect(fact(side(bench, 'Emails what it reads'), 'Emails sent')).toHaveText('4');
  await expect(fact(side(bench, 'Emails what is new'), 'Emails sent')).toHaveText(answers.b6[0]);
  await expect(replay).toBeFocused();
});

test('the questions of the check, twice: nothing is told before the end, and then the gain', async ({ page }) => {
  await page.goto('/#/learn/check');
  const check = page.locator('.check');
  const keep = page.getByRole('button', { name: 'Keep this answer' });
  const round = async (choice: 'first' | 'last') => {
    const all = Number((await check.getByText(/question 1 of \d+/).textContent())!.split(' of ')[1]);
    for (let number = 1; number <= all; number += 1) {
      await expect(check.getByText(`question ${number} of ${all}`)).toBeVisible();
      await check.getByRole('radio')[choice]().check();
      await keep.click();
    }
  };
  await keep.click();
  await expect(check.getByText('Choose one of the answers first.')).toBeVisible();
  await round('first');
  await expect(check.getByText('told after the second round')).toBeVisible();
  await expect(page.getByTestId('gain')).toHaveCount(0);
  await expect(check.getByText(/right:/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Begin the second round' }).click();
  await round('last');
  await expect(page.getByTestId('gain')).toContainText('right answer');
  await check.locator('summary').first().click();
  await expect(check.getByText('The present is the sum of the past.')).toBeVisible();
});

test('the teachers’ page folds its answers away, and its handout has none', async ({ page }) => {
  await page.goto('/#/learn/teachers');
  await expect(page.locator('article')).toHaveCount(ids.length);
  const answer = page.locator('article').filter({ has: page.locator('h4 a[href$="/b2"]') }).getByText(answers.b2[0]).first();
  await expect(answer).toBeHidden();
  await page.getByRole('button', { name: 'Open all answers' }).click();
  await expect(answer).toBeVisible();
  await page.evaluate(() => { window.print = () => document.body.setAttribute('data-printed', ''); });
  await page.getByRole('button', { name: 'Print the handout' }).click();
  await expect(page.locator('body[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  const handout = page.locator('.handout');
  await expect(handout.getByRole('table')).toBeVisible();
  await expect(handout).not.toContainText(answers.b2[0]);
  await expect(answer).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test('axe finds nothing, and nothing scrolls sideways', async ({ page }) => {
        test.slow();
        const bench = await openBench(page, 'c5');
        for (const name of ['Change 120.00 to 20.00', 'Check the seals']) await button(bench, name).click();
        await expectNoViolations(page);
        const places = ['c5', 'check', 'teachers', 'see-also', 'words'];
        for (const place of places) {
          await page.goto(`/#/learn/${place}`);
          await expect(page.locator('main h2').first()).toBeVisible();
          await expectNoViolations(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      });
    });
  }
}
