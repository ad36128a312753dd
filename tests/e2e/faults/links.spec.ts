import { expect, test } from '@playwright/test';
import { Workbench } from '../workbench';

// Diaries do not come in links yet. Whatever stands behind the `#` names a place or nothing, and is never taken in.
const hostile = {
  'too long': '#/open/' + 'A'.repeat(2_000_000),
  'bad base64': '#/open/v1/%%%===',
  'of another version': '#/open/v999/AAAA',
  'a bomb': '#/open/v1/' + 'H4sIAAAAAAAAA'.repeat(1000),
  'markup': '#/bank<img src=x onerror=alert(1)>',
  'half a character': '#/bank%ED%A0%80',
};

for (const [what, hash] of Object.entries(hostile)) {
  test(`fault 37: hostile links: ${what}`, async ({ page }) => {
    const broken: string[] = [];
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('dialog', (dialog) => broken.push(dialog.message()));
    const bench = new Workbench(page);
    await page.goto('/');
    await bench.ready('bank');
    await bench.wish('Deposit', '10');
    await expect(bench.entries).toHaveCount(12);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    // Over the diary that is open, and as a first address.
    await page.evaluate((hash) => { location.hash = hash; }, hash);
    await expect(bench.entries).toHaveCount(12);
    await page.reload();
    await bench.ready('bank');
    await expect(bench.entries).toHaveCount(12);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe(kept);
    expect(broken).toEqual([]);
  });
}
