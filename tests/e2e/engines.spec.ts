// What other engines and odd screens have shown, by what can be measured of it here.
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

test('no mark of the chart is a line without any length: WebKit draws those over the whole page', async ({ page }) => {
  await new Workbench(page).open('bank');
  const paths = await page.locator('.chart path').evaluateAll((all) => all.map((path) => path.getAttribute('d')!));
  expect(paths.some((path) => /h\.01/.test(path))).toBe(true);
  expect(paths.filter((path) => /[hv]-?0(?![.\d])/.test(path))).toEqual([]);
});

test('a link to an entry is underlined by longhands, which every engine knows', async ({ page }) => {
  await new Workbench(page).open('bank');
  // As it is served: the browser itself writes longhands as the shorthand.
  const styles = await page.evaluate(async () => {
    const sheets = [...document.styleSheets].flatMap(({ href }) => href ?? []);
    return (await Promise.all(sheets.map(async (href) => (await fetch(href)).text()))).join('');
  });
  expect(styles).toMatch(/text-decoration-style:\s*dotted/);
  expect(styles).not.toMatch(/text-decoration:\s*underline\s+\w/);
  const line = await page.locator('.entry-link').first().evaluate((link) => getComputedStyle(link).textDecorationLine);
  expect(line).toBe('underline');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('a notice with two messages is as wide as the page', async ({ page }) => {
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Object.assign(window, { isFull: false });
      Storage.prototype.setItem = function put(key, text) {
        if ((window as unknown as { isFull: boolean }).isFull) throw new DOMException('no room', 'QuotaExceededError');
        setItem.call(this, key, text);
      };
    });
    const bench = new Workbench(page);
    await bench.open('bank');
    await page.evaluate(() => Object.assign(window, { isFull: true }));
    await bench.wish('Deposit', '1');
    await bench.goTo('order');
    await bench.command('Start another order').click();
    await expect.poll(() => bench.notice.locator('div > p').count()).toBeGreaterThanOrEqual(2);
    const link = bench.notice.getByRole('link');
    expect((await link.boundingBox())!.width).toBeGreaterThan(200);
    expect((await bench.notice.boundingBox())!.height).toBeLessThan(480);
  });
});

test.describe('on a phone held sideways', () => {
  test.use({ viewport: { width: 640, height: 360 } });

  test('the snapshot’s heading stands on its card', async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open('bank');
    const heading = (await page.locator('.photo-heading').boundingBox())!;
    const card = (await bench.region('Snapshot only').boundingBox())!;
    expect(Math.abs(heading.y - card.y)).toBeLessThan(12);
  });
});

test('an error in a card of a first visit covers nothing', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('bank');
  const card = page.locator('.ask .card').filter({ hasText: 'below' });
  await card.getByRole('button').first().click();
  await card.locator('input').fill('abc');
  const problem = card.locator('.problem');
  await expect(problem).toBeVisible();
  const [error, answers] = [(await problem.boundingBox())!, (await card.locator('.answers').boundingBox())!];
  expect(error.y + error.height).toBeLessThanOrEqual(answers.y + 1);
});
