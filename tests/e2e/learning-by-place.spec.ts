// A learning diary that an earlier build wrote, by place, is at home in this one: it opens, stays as it is, and goes on.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { Learning, ids } from './learning';
import { Workbench } from './workbench';

const fixture = (name: string) => resolve(__dirname, '../fixtures', name);
const lines = readFileSync(fixture('format-1-by-place/learn/00000'), 'utf8');
const meta = readFileSync(fixture('format-1-by-place/learn/meta'), 'utf8');

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('it opens from the browser, and new lines stand behind the old ones', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(([lines, meta]) => {
    localStorage.setItem('event-diary/learn-1/00000', lines);
    localStorage.setItem('event-diary/learn-1/meta', meta);
  }, [lines, meta]);
  await page.reload();
  const learning = new Learning(page);
  await learning.open();
  await expect(page.getByTestId('progress')).toContainText(`20 of ${ids.length}`);
  await learning.open('a6');
  await expect(learning.deeds.getByText('(done)')).toHaveCount(2);
  await learning.deed('Receive a payment of 20.50').click();
  await expect(learning.deeds.getByText('(done)')).toHaveCount(3);
  const stored = () => page.evaluate(() => localStorage.getItem('event-diary/learn-1/00000')!);
  await expect.poll(stored).toContain('"action_done",{"chapter":"a6","action":"pay"}');
  expect((await stored()).startsWith(lines)).toBe(true);
  await page.reload();
  await expect(learning.deeds.getByText('(done)')).toHaveCount(3);
  expect((await stored()).startsWith(lines)).toBe(true);
});

test('its file is imported, and exported again to the letter', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries', null);
  await page.locator('#import-file').setInputFiles(fixture('export-1/learning-by-place.jsonl'));
  await page.getByRole('button', { name: 'Open beside the others' }).click();
  const learning = new Learning(page);
  await learning.open();
  await expect(page.getByTestId('progress')).toContainText(`20 of ${ids.length}`);
  const stored = await page.evaluate(() => Object.keys(localStorage)
    .filter((key) => /^event-diary\/learn-\d+\/00000$/.test(key)).map((key) => localStorage.getItem(key)));
  expect(stored).toContain(lines);
});
