// Takes pictures of the built page: the README's, and with ALL=1 one for each size and theme for people to look at.
import { resolve } from 'node:path';
import { test } from '@playwright/test';

const root = resolve(__dirname, '../..');
const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 640 },
];

async function picture(page, path: string) {
  await page.goto('/');
  // The page is there when the reader can write: the shell in index.html has no Deposit.
  await page.getByRole('button', { name: 'Deposit', exact: true }).waitFor();
  await page.screenshot({ path: resolve(root, path), animations: 'disabled' });
}

test('the picture of the README', async ({ page }) => {
  await picture(page, 'docs/event-diary.png');
});

if (process.env.ALL) {
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(() => {
        test.use({ viewport, colorScheme });
        const name = `${viewport.width}x${viewport.height}-${colorScheme}`;
        test(name, async ({ page }) => picture(page, `target/screenshots/${name}.png`));
      });
    }
  }
}
