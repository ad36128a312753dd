// What a press leads to is seen, and the page goes nowhere that its reader doesn't want to go.
import { expect, test, type Locator } from '@playwright/test';
import { Workbench } from './workbench';

// Seen as a whole: in the window, and under nothing that is docked at its edges.
async function isSeen(part: Locator) {
  await expect(part).toBeInViewport({ ratio: 1 });
  await expect.poll(() => part.evaluate((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const at = (y: number) => document.elementFromPoint((left + right) / 2, y);
    return [top + 2, (top + bottom) / 2, bottom - 2].map(at).every((found) => found && (part.contains(found) || found.contains(part)));
  }), 'nothing lies over it').toBe(true);
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 1280, height: 640 }, { width: 1000, height: 700 }]) {
  test(`the newest entry is seen beside what was pressed at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const bench = new Workbench(page);
    await bench.open('bank');
    for (const [wish, entry] of [['Deposit', 12], ['Transfer', 13]] as const) {
      await bench.wish(wish, '20');
      await expect(bench.entries).toHaveCount(entry);
      await isSeen(bench.entry(entry));
      await isSeen(bench.command(wish));
    }
  });
}

for (const viewport of [
  { width: 412, height: 915 }, { width: 390, height: 844 }, { width: 360, height: 640 }, { width: 844, height: 390 }, { width: 640, height: 360 },
]) {
  test(`what was written is told where it is seen at ${viewport.width} × ${viewport.height}, and leads to the entry`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const bench = new Workbench(page);
    await bench.open('bank');
    const wrote = page.locator('.wrote').getByRole('button');
    await expect(wrote).toHaveCount(0);
    await bench.wish('Deposit', '20');
    await expect(bench.entries).toHaveCount(12);
    await expect(wrote).toHaveText('Deposited 20.00');
    await isSeen(wrote);
    await isSeen(bench.command('Deposit'));
    await wrote.click();
    await isSeen(bench.entry(12));
    await expect(bench.entry(12)).toHaveClass(/came-to/);
    // In the past it would tell of what has yet to come.
    await bench.slider.press('Home');
    await expect(wrote).toHaveCount(0);
  });
}

test('whoever has scrolled elsewhere stays there when an entry comes', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  const bench = new Workbench(page);
  await bench.open('bank');
  const deposit = bench.command('Deposit');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  const last = async () => Math.round((await bench.questions.last().boundingBox())!.y);
  const before = await last();
  await deposit.evaluate((button: HTMLElement) => button.click());
  await expect(bench.entries).toHaveCount(12);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  expect(await last()).toBe(before);
});

for (const viewport of [{ width: 360, height: 640 }, { width: 1000, height: 700 }, { width: 1280, height: 640 }]) {
  test(`a refusal is seen as a whole at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const bench = new Workbench(page);
    await bench.open('bank');
    await bench.wish('Withdraw', '10000');
    await isSeen(bench.refusal);
  });
}

test('an answer that is pressed lights the entry up at whose moment it could be seen', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('bank');
  const card = bench.card(/highest balance/);
  await card.ask();
  await card.value().getByRole('button').click();
  await expect(page.locator('tr.came-to')).toHaveCount(1);
  await expect(page.locator('tr.came-to')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('tr.came-to')).toHaveClass(/at-cursor/);
});

for (const link of ['value-link', 'entry-link']) {
  test(`on a phone a press on ${link} brings the entry into sight`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const bench = new Workbench(page);
    await bench.open('bank');
    const card = bench.card(/highest balance/);
    await card.ask();
    await card.group.locator(`.${link}`).first().click();
    await isSeen(page.locator('tr.came-to'));
  });
}

test('on a phone the whole row can be seen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const place of ['bank', 'order'] as const) {
    const bench = new Workbench(page);
    await bench.open(place);
    const unfold = bench.snapshot.getByRole('button', { name: 'The whole snapshot' });
    await expect(unfold).toHaveAttribute('aria-expanded', 'false');
    await unfold.click();
    await expect(unfold).toHaveAttribute('aria-expanded', 'true');
    const cells = bench.snapshot.locator('dt, dd, .big, time');
    for (const cell of await cells.all()) await isSeen(cell);
    await unfold.click();
    await expect(bench.snapshot.locator('time')).toBeHidden();
  }
});

for (const viewport of [{ width: 844, height: 390 }, { width: 640, height: 360 }]) {
  test(`on a phone held sideways, ${viewport.width} × ${viewport.height}, the snapshot is seen at once`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const bench = new Workbench(page);
    await bench.open('bank');
    await isSeen(page.locator('.photo'));
  });
}
