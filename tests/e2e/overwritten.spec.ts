// The row overwrites before the reader's eyes: the old value is struck out at every change, and nothing moves for it.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Workbench } from './workbench';

const opacity = (at: Locator) => at.evaluate((at) => Number(getComputedStyle(at).opacity));

// Whatever of a part of the page is drawn: the number of rows of letters that its texts take, and where the parts lie.
function drawn(page: Page) {
  return page.evaluate(() => ({
    broken: [...document.querySelectorAll('.photo dd, .photo .big')].flatMap((cell) => {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const numbers: string[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (/^[\d.,]+$/.test(text.textContent!.trim()) && tops.size > 1) numbers.push(text.textContent!);
      }
      return numbers;
    }),
    // On a phone the page scrolls to the entry that was written, so there it is told how high they are.
    lies: [...document.querySelectorAll(`.photo, .picture, .updated${innerWidth > 720 ? ', .time' : ''}`)].map((part) => {
      const { bottom, height } = part.getBoundingClientRect();
      return (innerWidth > 720 ? bottom : height).toFixed(0);
    }),
  }));
}

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test.describe(`with motion: ${reducedMotion}`, () => {
    test.use({ contextOptions: { reducedMotion } });

    test('an overwritten value is struck out at every change, stands there to be read, and goes', async ({ page }) => {
      const bench = new Workbench(page);
      await bench.open('bank');
      const gone = bench.snapshotBalance.locator('s');
      for (const [old, now] of [['490.00', '540.00'], ['540.00', '590.00'], ['590.00', '640.00']]) {
        await bench.wish('Deposit', '50');
        await expect(bench.diaryBalance).toHaveText(now);
        await expect(gone).toHaveText(old);
        await expect(gone).toBeVisible();
        expect(await opacity(gone), `${old} is struck out`).toBeGreaterThan(0.9);
      }
      // After two seconds it is still there.
      await expect.poll(() => gone.evaluate((at) => Number(at.getAnimations()[0]?.currentTime))).toBeGreaterThan(2_000);
      await expect(gone).toBeVisible();
      expect(await opacity(gone)).toBeGreaterThan(0.9);
      await expect(gone).toHaveCount(0);
      await expect(bench.snapshotBalance).toHaveText('640.00');
    });
  });
}

// Its time is driven: where it stands is told by the animation's own clock, and not by how quick this machine is.
for (const [place, button, testid] of [['bank', 'Deposit', 'snapshot-balance'], ['order', 'Create order', 'snapshot-status'], ['parcel', 'Register', 'snapshot-status']] as const) {
  test(`${place}: one second after it was saved the old value stands there, after eight it is gone`, async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open(place);
    if (place === 'order') await bench.startAnotherOrder();
    if (place === 'parcel') await bench.command('Send another parcel').click();
    if (place === 'bank') await bench.wish(button, '50');
    else await bench.command(button).click();
    const gone = page.getByTestId(testid).locator('s');
    await expect(gone).toBeVisible();
    await expect(bench.kept).toHaveText('saved in this browser');
    const at = (ms: number) => gone.evaluate((gone, ms) => {
      for (const animation of gone.getAnimations({ subtree: true })) animation.currentTime = ms;
      return Number(getComputedStyle(gone).opacity);
    }, ms);
    expect(await at(1_000)).toBe(1);
    await expect(gone).toBeVisible();
    await at(8_000);
    await expect(gone).toHaveCount(0);
  });
}

test('another diary has another row: nothing of the one before is struck out', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('order');
  await bench.startAnotherOrder();
  await expect(bench.snapshot.locator('s')).toHaveCount(0);
  await bench.command('Create order').click();
  await expect(bench.snapshot.locator('s')).not.toHaveCount(0);
  await bench.goTo('diaries');
  await page.getByRole('button', { name: 'Open order-1' }).click();
  await bench.ready('order');
  await expect(bench.entryCount).toHaveText('9');
  await expect(bench.snapshot.locator('s')).toHaveCount(0);
});

for (const viewport of [{ width: 1366, height: 768 }, { width: 1280, height: 720 }, { width: 1280, height: 800 }, { width: 360, height: 640 }]) {
  test(`no number is broken and nothing moves at ${viewport.width} × ${viewport.height}, whatever is overwritten`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const bench = new Workbench(page);
    await bench.open('bank');
    const before = await drawn(page);
    expect(before.broken).toEqual([]);
    for (const [wish, count] of [['Transfer', 12], ['Deposit', 13], ['Transfer', 14]] as const) {
      await bench.wish(wish, '50');
      await expect(bench.entryCount).toHaveText(String(count));
      await expect(bench.snapshot.locator('s').first()).toBeVisible();
      expect(await drawn(page), `after ${wish}`).toEqual(before);
    }
    await bench.wish('Deposit', '1,234,567.89');
    await expect(bench.entryCount).toHaveText('15');
    expect((await drawn(page)).broken).toEqual([]);
  });
}
