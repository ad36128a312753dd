// Takes pictures of the built page: the README's, and with ALL=1 each scene in two sizes and two themes, for people to
// look at. The clock stands still, so a picture changes when the page does.
import { resolve } from 'node:path';
import { test } from '@playwright/test';
import { Workbench } from './workbench';

const root = resolve(__dirname, '../..');
const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 640 },
];
const scenes: Record<string, (bench: Workbench) => Promise<void>> = {
  now: async (bench) => bench.open('bank'),
  past: async (bench) => {
    await bench.open('bank');
    await bench.travelTo(6);
  },
  refusal: async (bench) => {
    await bench.open('bank');
    await bench.wish('Withdraw', '10000');
    await bench.refusal.waitFor();
  },
  answers: async (bench) => {
    await bench.open('bank');
    await bench.askEverything();
  },
  order: async (bench) => bench.open('order'),
  diaries: async (bench) => bench.open('diaries'),
};

test('README', async ({ page }) => {
  await scenes.now(new Workbench(page));
  await page.screenshot({ path: resolve(root, 'docs/event-diary.png'), animations: 'disabled' });
});

if (process.env.ALL) {
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [scene, play] of Object.entries(scenes)) {
        const name = `${scene}-${viewport.width}x${viewport.height}-${colorScheme}`;
        test.describe(() => {
          test.use({ viewport, colorScheme });
          test(name, async ({ page }) => {
            await play(new Workbench(page));
            const path = resolve(root, `target/screenshots/${name}.png`);
            await page.screenshot({ path, animations: 'disabled' });
            // The screen shows what a reader sees first; the whole page follows for judging what lies below.
            await page.screenshot({ path: path.replace('.png', '-whole.png'), animations: 'disabled', fullPage: true });
          });
        });
      }
    }
  }
}
