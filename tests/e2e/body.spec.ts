// For every body: fingers, those whom motion makes ill, and those who choose their own colours.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Workbench } from './workbench';

// Controls that are smaller than `least`. WCAG exempts links in running text, which are as high as its lines, and those
// that something larger does as well: the slider goes where an entry's number goes.
function smaller(page: Page, least: number) {
  return page.evaluate((least) => [...document.querySelectorAll<HTMLElement>('a, button, select, input, summary')].flatMap((at) => {
    if (!at.checkVisibility() || at.closest('.unseen') || at.closest('.fallback')) return [];
    if (least > 24 && at.matches('a, summary, p button, .what button, .number button')) return [];
    const { width, height } = at.getBoundingClientRect();
    const name = at.getAttribute('aria-label') ?? (at.innerText || (at as HTMLInputElement).labels?.[0]?.innerText);
    return width < least - 0.5 || height < least - 0.5 ? [`${at.tagName} ${name}: ${width.toFixed(0)} × ${height.toFixed(0)}`] : [];
  }), least);
}

async function openWithEverything(page: Page, place: 'bank' | 'order') {
  const bench = new Workbench(page);
  await bench.open(place);
  await bench.askEverything();
  return bench;
}

for (const place of ['bank', 'order'] as const) {
  test(`${place}: targets are at least 24 px`, async ({ page }) => {
    const bench = await openWithEverything(page, place);
    expect(await smaller(page, 24)).toEqual([]);
    await bench.travelTo(3);
    expect(await smaller(page, 24)).toEqual([]);
  });

  test.describe('on touch', () => {
    test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

    test(`${place}: targets are at least 44 px`, async ({ page }) => {
      const bench = await openWithEverything(page, place);
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      expect(await smaller(page, 44)).toEqual([]);
      await bench.travelTo(3);
      expect(await smaller(page, 44)).toEqual([]);
    });
  });
}

test.describe('on touch', () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

  test('a tap writes, travels and asks', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.command('Deposit').tap();
    await expect(bench.diaryBalance).toHaveText('540.00');
    await bench.step('Back').tap();
    await expect(bench.slider).toHaveValue('11');
    const card = bench.card(/balance on/);
    await card.line!.tap();
    await card.diarySays('505.00', '445.00');
  });
});

test.describe('less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves by itself', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.command('Deposit').click();
    await expect(bench.entries).toHaveCount(12);
    await expect(bench.snapshotBalance.locator('s')).toBeVisible();
    await bench.askEverything();
    await bench.travelTo(3);
    // An animation may be there to carry its end state, but it may not last.
    const moving = await page.evaluate(() => document.getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1)
      .map((animation) => (animation as CSSAnimation).animationName));
    expect(moving).toEqual([]);
    // It has stood there, and goes without moving.
    await expect(bench.snapshotBalance.locator('s')).toHaveCount(0);
  });
});

// How many colours a part of the screen has. One means that there is nothing to be seen.
async function colours(page: Page, part: Locator, clip = { left: 0, width: 1 }) {
  const box = (await part.boundingBox())!;
  const area = { x: box.x + box.width * clip.left, y: box.y, width: box.width * clip.width, height: box.height };
  const picture = (await page.screenshot({ clip: area })).toString('base64');
  return page.evaluate(async (picture) => {
    // The page's policy lets nobody fetch a data address, so the picture is unpacked by hand.
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, picture);
}

test.describe('the reader’s own colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('focus, cursor, slider, refusal and the state of a place can be seen', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    await bench.travelTo(6);
    await expect(bench.slider).toBeFocused();
    const outline = await bench.slider.evaluate((at) => getComputedStyle(at).outlineWidth);
    expect(parseFloat(outline)).toBeGreaterThan(0);
    await bench.slider.blur();
    expect(await colours(page, bench.slider, { left: 0.5, width: 0.1 }), 'the thumb').toBeGreaterThan(1);
    expect(await colours(page, bench.slider, { left: 0.75, width: 0.2 }), 'the track').toBeGreaterThan(1);
    expect(await colours(page, bench.timeMachine.locator('.cursor')), 'the cursor').toBeGreaterThanOrEqual(1);
    const cursor = await bench.timeMachine.locator('.cursor').evaluate((at) => [
      getComputedStyle(at).backgroundColor, getComputedStyle(at.closest('.time')!).backgroundColor,
    ]);
    expect(cursor[0], 'the cursor stands out').not.toBe(cursor[1]);
    const current = bench.places.locator('[aria-current=page]');
    const other = bench.places.getByRole('link', { name: 'Order' });
    const look = (link: Locator) => link.evaluate((at) => {
      const { fontWeight, borderStyle, textDecorationLine } = getComputedStyle(at);
      return [fontWeight, borderStyle, textDecorationLine].join();
    });
    expect(await look(current), 'the place one is in looks different').not.toBe(await look(other));
    await bench.now();
    await bench.wish('Withdraw', '10000');
    await expect(bench.refusal).toBeVisible();
  });
});
