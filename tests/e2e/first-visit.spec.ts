// A reader who has never been here sees everything at once, and understands the page by one click.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('the heading, the question, both worlds, the slider and the first card are seen without scrolling', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openUntouched();
  const parts = {
    heading: page.getByRole('heading', { level: 1 }),
    question: bench.opening.getByText('490.00'),
    snapshot: bench.snapshotBalance,
    diary: bench.diaryBalance,
    'the last entry': bench.entry(11),
    slider: bench.slider,
    'first question': bench.questions.first(),
  };
  for (const [name, part] of Object.entries(parts)) {
    await expect(part, name).toBeInViewport({ ratio: 1 });
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
});

test('there is a story to ask about, and nothing starts by itself', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openUntouched();
  await expect(page).toHaveTitle(/Event Diary/);
  await expect(bench.entries).toHaveCount(11);
  await expect(bench.entryCount).toHaveText('11');
  await expect(bench.snapshotBalance).toHaveText('490.00');
  await expect(bench.diaryBalance).toHaveText('490.00');
  await expect(bench.voice).toBeEmpty();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await bench.goTo('order');
  await expect(bench.entries).toHaveCount(9);
});

test('one click on Deposit changes both worlds, and the sentence that says what happened', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openUntouched();
  const hint = await bench.hint.innerText();
  expect(hint).toContain('event sourcing');
  expect(hint.split(/\s+/).length).toBeLessThanOrEqual(20);
  await bench.command('Deposit').click();
  await expect(bench.diaryBalance).toHaveText('540.00');
  // While the old number is struck out, it stands beside the new one, hidden from those who listen.
  await expect(bench.snapshotBalance).toContainText('540.00');
  await expect(bench.entries).toHaveCount(12);
  await expect(bench.entry(12)).toContainText('50.00');
  await expect(bench.entry(12)).toBeInViewport();
  await expect(bench.hint).not.toHaveText(hint);
});

test('the opening question is asked where it stands', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openUntouched();
  await bench.opening.getByRole('button', { name: 'Ask both worlds' }).click();
  await bench.card(/balance on/).diarySays('505.00', '445.00');
  await expect(bench.card(/balance on/).diary(1)).toBeInViewport({ ratio: 1 });
});

test('a refused wish stands beside the diary and leaves no line', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openUntouched();
  await bench.wish('Withdraw', '10000');
  await expect(bench.refusal).toContainText('10,000.00');
  await expect(bench.refusal).toContainText('490.00');
  await expect(bench.entries).toHaveCount(11);
  await expect(bench.snapshotBalance).toHaveText('490.00');
  await bench.wish('Deposit', '10');
  await expect(bench.refusal).toHaveCount(0);
});

test('what is no amount is told at its field, and the field has the focus', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.openUntouched();
  await bench.wish('Deposit', 'a lot');
  await expect(bench.amount).toBeFocused();
  await expect(bench.amount).toHaveAttribute('aria-invalid', 'true');
  await expect(bench.amount).toHaveAccessibleDescription(/\w/);
  await expect(bench.entries).toHaveCount(11);
  await bench.wish('Deposit', '1');
  await expect(bench.amount).not.toHaveAttribute('aria-invalid', 'true');
  await expect(bench.amount).toHaveAccessibleDescription('');
});
