// For those who listen: one polite voice that tells what was done, once each time.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('there is exactly one live region', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  for (const place of ['bank', 'order', 'diaries'] as const) {
    await bench.goTo(place);
    await expect(bench.voice).toHaveCount(1);
    await expect(page.locator('[aria-live=assertive], [role=alert], [role=log], output')).toHaveCount(0);
    await expect(page.locator('[role=status]:not([aria-live=polite])')).toHaveCount(0);
  }
});

test('a command speaks with the number that it led to', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.voice).toContainText('10.00');
  await expect(bench.voice).toContainText('500.00');
});

test('a refusal speaks, with its rule and numbers', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Withdraw', '10000');
  await expect(bench.voice).toContainText('10,000.00');
  await expect(bench.voice).toContainText('490.00');
});

test('the same refusal again speaks again', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Withdraw', '10000');
  await expect(bench.voice).toContainText('490.00');
  await bench.listen();
  await bench.command('Withdraw').click();
  await expect.poll(() => bench.heard()).toHaveLength(1);
});

test('an answer speaks both worlds', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.card(/balance on/).ask();
  await expect(bench.voice).toContainText('505.00');
  await expect(bench.voice).toContainText('445.00');
  await expect(bench.voice).toContainText('cannot know');
});

test('moving the slider speaks by the slider alone', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.listen();
  await bench.travelTo(6);
  await expect(bench.slider).toHaveAttribute('aria-valuetext', /430\.00/);
  expect(await bench.heard()).toEqual([]);
});

test('coming back to a place says nothing old', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.voice).toContainText('500.00');
  await bench.listen();
  await bench.goTo('order');
  await bench.goTo('bank');
  await expect(bench.entries).toHaveCount(12);
  expect((await bench.heard()).filter((words) => words.includes('500.00'))).toEqual([]);
});
