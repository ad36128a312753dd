// What a chapter does between the guess and its end: where the answer comes from, what is left to do, and who is told.
import { expect, test } from '@playwright/test';
import { Learning, curve } from './learning';
import { holdAnswers } from './faults/stores';
import { Workbench } from './workbench';

// The tests' own clock goes on ringing when it was told not to, as a browser may once.
test('a chapter that is left while it is replayed takes its replay along', async ({ page }) => {
  test.slow();
  const learning = new Learning(page);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.clock.install();
  for (const id of ['a2', 'a4', 'a5']) {
    await learning.open(id);
    await learning.fill(id);
    await learning.commit.click();
    await expect(page.getByRole('region', { name: 'Replay' })).toBeVisible();
    await page.getByRole('link', { name: 'All chapters' }).click();
    await expect(page.getByTestId('progress')).toBeVisible();
    await page.clock.runFor(8_000);
    await expect(page.getByTestId('progress')).toBeVisible();
    expect(errors, id).toEqual([]);
  }
});

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('A1: three moves in their order and no other, then the verdict', async ({ page }) => {
    const learning = new Learning(page);
    const bench = new Workbench(page);
    await learning.open('a1');
    await learning.fill('a1');
    await learning.form.getByRole('textbox').last().fill('580');
    await learning.commit.click();
    await expect(bench.commands).toHaveCount(0);
    const moves = ['Deposit 500.00 into Everyday', 'Withdraw 120.00 from Everyday', 'Deposit 200.00 into Everyday'];
    await learning.deed(moves[2]).click({ force: true });
    await expect(bench.entryCount).toHaveText('1');
    for (const move of moves) {
      await expect(learning.reveal).toHaveCount(0);
      await expect(learning.deeds.locator('.lead')).toHaveText(move);
      await learning.deed(move).click();
    }
    await expect(learning.reveal.getByRole('heading', { level: 3 })).toBeFocused();
    await expect(bench.entryCount).toHaveText('4');
    // Whoever typed an amount is told that it was a number of things.
    await expect(learning.reveal).toContainText('how many there are');
    await expect(learning.farewell).toContainText('The snapshot and the diary both know');
  });

  test('nothing is told as done before it is done', async ({ page }) => {
    const learning = new Learning(page);
    const ends = { a1: 'The snapshot and the diary both know', a6: 'You made four requests', b1: 'You could not erase', b2: 'You tried another past', b3: 'You built a report' };
    for (const [id, end] of Object.entries(ends)) {
      await learning.open(id);
      await page.getByRole('button', { name: 'Show me without guessing' }).click();
      await expect(learning.left).toContainText('Something is left to do');
      expect(await learning.markup(), id).not.toContain(end);
      await learning.doAll();
      await expect(learning.farewell).toContainText(end);
      await expect(learning.left).toHaveCount(0);
    }
    // What is done counts, also when one leaves by another way than the next chapter.
    await learning.open();
    await expect(page.getByText('✓ done, no guess')).toHaveCount(5);
  });

  test('A6: a refusal is seen where the wish was made', async ({ page }) => {
    const learning = new Learning(page);
    const bench = new Workbench(page);
    await learning.open('a6');
    await learning.fill('a6');
    await learning.commit.click();
    await learning.deed('Withdraw 10,000.00 from Everyday').click();
    await expect(learning.deeds.getByTestId('refusal')).toContainText('490.00');
    await expect(bench.refusal).toHaveCount(1);
    await expect(bench.refusal).toBeInViewport({ ratio: 1 });
    await learning.deed('Ship').click();
    await expect(bench.refusal).toContainText('Pay the total of 20.50 first');
  });

  for (const [width, height] of [[1280, 800], [360, 640]]) {
    test(`what is done at a bench leads to its button, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const learning = new Learning(page);
      await learning.open('b1');
      await page.getByRole('button', { name: 'Show me without guessing' }).click();
      await learning.deed('Refund the fee').click();
      const refund = learning.bench.getByRole('button', { name: 'Refund the fee' });
      await expect(refund).toBeFocused();
      await expect(refund).toBeInViewport();
      await expect(learning.bench).toContainText('These buttons do what is listed');
      await expect(learning.bench.locator('.lead')).toHaveText('Erase entry 8');
      await refund.press('Enter');
      await expect(learning.deed('Refund the fee')).toHaveAttribute('aria-disabled', 'true');
      await learning.bench.getByRole('button', { name: 'Erase entry 8' }).click();
      await expect(learning.bench.locator('.lead')).toHaveText('Ask: what was the balance on 2 March?');
    });
  }

  test('nothing leads into the past where no time machine leads back', async ({ page }) => {
    const learning = new Learning(page);
    const bench = new Workbench(page);
    await learning.open('a2');
    await expect(bench.table.getByText('corrects 8')).toBeVisible();
    // What is left to press in the table opens a line's stored form.
    await expect(bench.table.locator('tbody').getByRole('button')).toHaveCount(0);
    await learning.fill('a2');
    await learning.commit.click();
    await bench.table.getByRole('button', { name: 'corrects 8' }).click();
    await expect(bench.slider).toHaveValue('8');
  });

  test('a curve is drawn in one stroke, also where it leaves the box', async ({ page }) => {
    const learning = new Learning(page);
    await learning.open('a3');
    const pad = learning.form.locator('.pad');
    await pad.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await pad.boundingBox())!;
    await page.mouse.move(x + width / 22, y + height - 2);
    await page.mouse.down();
    // Up and out of the box, and out again at its end, quickly.
    await page.mouse.move(x + width * 0.4, y - 30);
    await page.mouse.move(x + width + 40, y + height / 2);
    for (const line of curve.keys()) await expect(learning.form.getByLabel(`Entry ${line + 1}`, { exact: true })).not.toHaveValue('');
    await page.mouse.up();
    // It begins at a height of its own: only the ups and downs count.
    for (const [line, value] of curve.entries()) {
      await learning.form.getByLabel(`Entry ${line + 1}`, { exact: true }).fill(String(value + 50));
    }
    await learning.form.getByLabel('They stay as they are.').check();
    await learning.commit.click();
    await expect(learning.reveal).toContainText('Your guess was right.');
  });

  test('who listens hears where a card lies, and begins again at the top', async ({ page }) => {
    const learning = new Learning(page);
    const bench = new Workbench(page);
    await learning.open('a6');
    await page.getByRole('button', { name: 'Move “the rule looks at the request” up' }).click();
    await expect(bench.voice).toHaveText('“the rule looks at the request”: place 2 of 3');
    await page.getByRole('button', { name: 'Show me without guessing' }).click();
    await page.getByRole('button', { name: 'Start this chapter again' }).click();
    await expect(learning.heading).toBeFocused();
    await expect(learning.commit).toBeVisible();
  });
});

test('a replay is announced, nothing is done meanwhile, and nobody loses the focus to its end', async ({ page }) => {
  const learning = new Learning(page);
  const bench = new Workbench(page);
  await learning.open('a2');
  await learning.fill('a2');
  await learning.commit.click();
  await expect(page.getByRole('region', { name: 'Replay' })).toBeFocused();
  await expect(bench.voice).toContainText('Your guess is written down. Now the diary is replayed');
  await expect(learning.deeds).toHaveCount(0);
  const all = page.getByRole('link', { name: 'All chapters' });
  await all.focus();
  await expect(learning.reveal).toBeVisible();
  await expect(bench.voice).toContainText('The answer is there: Your guess was right.');
  await expect(all).toBeFocused();
  await expect(learning.deeds).toBeVisible();
});

test('what is typed and committed while a chapter is being opened is neither lost nor dropped', async ({ page }) => {
  const learning = new Learning(page);
  await learning.open();
  await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeVisible();
  await holdAnswers(page);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await learning.fill('a1');
  await learning.commit.click();
  await page.evaluate(() => (window as unknown as { answer(): void }).answer());
  await expect(learning.turn).toBeVisible();
  await learning.doAll();
  await expect(learning.reveal).toContainText('Your guess was right.');
});

test('where a replay would answer nothing, there is none', async ({ page }) => {
  const learning = new Learning(page);
  const bench = new Workbench(page);
  await learning.open('b2');
  await learning.fill('b2');
  await bench.listen();
  await learning.commit.click();
  await expect(learning.reveal.getByRole('heading', { level: 3 })).toBeFocused();
  await expect(bench.entries).toHaveCount(11);
  expect(await bench.heard()).toEqual(['Your guess is written down. Here is the answer.']);
});

test('an answer to the check is said to be kept when it is, and not before', async ({ page, context }) => {
  const bench = new Workbench(page);
  await page.goto('/#/learn/check');
  const first = page.getByRole('radio').first();
  const keep = page.getByRole('button', { name: 'Keep this answer' });
  await first.check();
  await keep.click();
  await expect(bench.voice).toContainText(/Kept\. Question 2 of \d+/);
  await expect(page.locator('#check-question')).toBeFocused();
  // Another tab deletes the diary that the answers are kept in.
  const other = await context.newPage();
  await other.goto('/#/diaries');
  await other.getByRole('region', { name: 'Learning' }).getByRole('button', { name: /^Delete/ }).click();
  await other.getByRole('dialog').getByRole('textbox').fill('learn-1');
  await other.getByRole('dialog').getByRole('button', { name: /^Delete/ }).click();
  await expect(other.getByText('learn-1', { exact: true })).toHaveCount(0);
  await first.check();
  await keep.click();
  await expect(page.locator('.problem').filter({ hasText: 'deleted' })).toBeVisible();
  await expect(bench.voice).toContainText('deleted');
  await expect(page.locator('#check-question')).toContainText(/question 2 of \d+/);
  await expect(bench.voice).not.toContainText('Question 3');
});
