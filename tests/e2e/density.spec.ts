// How much a first screen asks of its reader: one next thing to do, few boxes, and not too many controls.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

// What is dark is filled with the ink that text is written in.
function dense() {
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((at) => {
    const { top, bottom, width } = at.getBoundingClientRect();
    return at.checkVisibility() && width > 1 && bottom > 0 && top < innerHeight;
  });
  const ink = getComputedStyle(document.body).color;
  return {
    dark: seen.filter((at) => at.matches('button, a') && getComputedStyle(at).backgroundColor === ink).map((at) => at.innerText),
    boxes: seen.filter((at) => getComputedStyle(at).boxShadow !== 'none' && at.clientHeight > 60).length,
    // Entries are as many as there are, so what stands at each of them is not counted. Neither is a choice that is made already, nor
    // the figures, which are the heads of the diary’s columns once more.
    controls: seen.filter((at) => at.matches('button, a, input, select, summary') && !at.closest('table, .sum, .figures, [aria-pressed=true]')).length,
  };
}

for (const place of ['bank', 'order', 'parcel'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
    test(`${place} at ${viewport.width} × ${viewport.height}: one dark button, five boxes and forty-one controls at most`, async ({ page }) => {
      await page.setViewportSize(viewport);
      const bench = new Workbench(page);
      await bench.open(place);
      const first = await page.evaluate(dense);
      expect(first.dark).toHaveLength(1);
      expect(first.boxes).toBeLessThanOrEqual(5);
      // Forty, and the way to find an entry.
      expect(first.controls).toBeLessThanOrEqual(41);
      // In the past it is the way back.
      await bench.travelTo(3);
      expect((await page.evaluate(dense)).dark).toEqual(['Back to now']);
    });
  }
}

test('in an empty diary the first entry is the dark button, and one for each example', async ({ page }) => {
  for (const [place, begin, first] of [['order', 'Start another order', 'Create order'], ['parcel', 'Send another parcel', 'Register']] as const) {
    const bench = new Workbench(page);
    await bench.open(place);
    await bench.command(begin).click();
    await expect(bench.entryCount).toHaveText('0');
    expect((await page.evaluate(dense)).dark).toEqual([first]);
  }
});
