// What is seen before the app is there: its own first view, which neither jumps nor loses what was pressed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { take, undated } from './first-view';
import { COURSE_NOW, Workbench } from './workbench';

const file = join(__dirname, '../../static/first-view.html');

// Opens the page and keeps the app away from it. What comes back lets it in.
async function openHeld(page: Page, now: Date | string = COURSE_NOW, address = '/') {
  let go = () => {};
  const held = new Promise<void>((resolve) => { go = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.clock.setFixedTime(now);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return async () => {
    go();
    await page.locator('html:not([data-first])').waitFor();
  };
}

// What has jumped, as the browser tells it, from the first byte on.
const watchShifts = () => {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[]) {
      shifts.push(`${entry.value}: ${entry.sources.map(({ node }) => (node as Element)?.outerHTML?.slice(0, 80))}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
};
const shifts = (page: Page) => page.evaluate(async () => {
  // The frame after the next has begun when this one has been painted.
  await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
  return (window as unknown as { shifts: string[] }).shifts;
});

// Where everything stands that can be seen, by its place among all that is.
const areas = (page: Page) => page.evaluate(() => [...document.querySelectorAll('#app :is(h1, h2, a, button, input, select, p, td, th, .chart, .photo, .sheet, .card)')]
  .filter((it) => it.checkVisibility() && !it.matches('.earlier, .kept-words, .unseen, .fallback *'))
  .map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return `${it.localName} ${(it as HTMLElement).innerText.replace(/\s*\n\s*/g, '').slice(0, 12)} ${[x, y, width, height].map(Math.round)}`;
  }));

test('what index.html shows is the app’s own first view', async ({ page }) => {
  await new Workbench(page).open();
  // How much is out of sight is counted in the first frame.
  await expect(page.locator('.earlier')).toHaveCount(2);
  const is = undated(await page.evaluate(take));
  expect(is, 'a date that would be another one tomorrow').not.toMatch(/2026|Jan|Feb/);
  if (process.env.FIRST_VIEW === 'write') writeFileSync(file, is);
  expect(readFileSync(file, 'utf8'), 'script/first-view writes it anew').toBe(is);
});

for (const [now, zone] of [
  ['2026-03-20T09:00:00Z', 'UTC'],
  ['2026-11-30T20:00:00Z', 'Asia/Tokyo'],
  ['2026-11-07T10:00:00Z', 'America/New_York'],
  ['2027-01-25T12:00:00Z', 'UTC'],
  ['2027-02-02T12:00:00Z', 'Europe/Berlin'],
] as const) {
  test.describe(zone, () => {
    test.use({ timezoneId: zone });

    test(`before the app comes everything is said as it says it, on ${now}`, async ({ page }) => {
      const come = await openHeld(page, now);
      await expect(page.locator('html')).toHaveAttribute('data-first', 'story');
      // What makes the page small moves spaces where they are not seen.
      const said = async () => (await page.evaluate(take)).replace(/\s*(<[^>]*>)\s*/g, '$1\n');
      const before = await said();
      await come();
      // How much is out of sight is counted in the first frame.
      await expect.poll(said).toBe(before);
    });
  });
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('nothing moves when the app comes', async ({ page }) => {
      await page.addInitScript(watchShifts);
      const come = await openHeld(page);
      const before = await areas(page);
      expect(before.length).toBeGreaterThan(40);
      await come();
      await expect.poll(() => areas(page)).toEqual(before);
      expect(await shifts(page)).toEqual([]);
    });

    test('nor for who comes back, who sees no figure of the story', async ({ page }) => {
      const bench = new Workbench(page);
      await bench.open();
      await bench.wish('Deposit', '12.34');
      await expect(bench.kept).toContainText('saved');
      await page.addInitScript(watchShifts);
      const come = await openHeld(page);
      await expect(bench.command('Deposit')).toBeVisible();
      await expect(bench.table).toBeVisible();
      expect(await page.locator('#app').innerText()).not.toMatch(/\d{2}\.\d{2}[^]*Look closer/);
      await come();
      await expect(bench.diaryBalance).toHaveText('502.34');
      expect(await shifts(page)).toEqual([]);
    });
  });
}

test('presses and what is typed before the app comes are done in their order', async ({ page }) => {
  const bench = new Workbench(page);
  const come = await openHeld(page);
  await bench.wish('Deposit', '10');
  await bench.wish('Withdraw', '3.50');
  await bench.amount.fill('77');
  await expect(page.getByText(/“Withdraw” waits/).first()).toBeVisible();
  await expect(bench.entries).toHaveCount(11);
  await come();
  await expect(bench.entries).toHaveCount(13);
  await expect(bench.entry(12)).toContainText('Deposited 10.00');
  await expect(bench.entry(13)).toContainText('Withdrawn 3.50');
  await expect(bench.amount).toHaveValue('77');
  await expect(bench.amount).toBeFocused();
  await page.reload();
  await bench.ready('bank');
  await expect(bench.entries).toHaveCount(13);
});

test('they are done where they were meant, though a notice with a button stands above what opens', async ({ page }) => {
  const bench = new Workbench(page);
  // A database that never answers.
  await page.addInitScript(() => { IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest; });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-first', 'story');
  await bench.command('Deposit').click();
  await bench.wish('Deposit', '771.01');
  await bench.started('bank');
  await expect(bench.notice).not.toHaveCount(0);
  await expect(bench.entries).toHaveCount(13);
  await expect(bench.entry(13)).toContainText('Deposited 771.01');
});

test('the opening question can be asked before the app comes', async ({ page }) => {
  const bench = new Workbench(page);
  const come = await openHeld(page);
  await bench.opening.getByRole('button', { name: 'Ask both worlds' }).click();
  await come();
  await bench.card(/balance on/).diarySays('505.00', '445.00');
});

test('a press on a diary that nobody saw is not done, and that is told', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '12.34');
  await expect(bench.entryCount).toHaveText('12');
  const come = await openHeld(page);
  await bench.command('Deposit').click();
  await bench.theme.click();
  await come();
  await expect(page.getByRole('alert')).toContainText('“Deposit”');
  // What is of the page and not of its diary is done.
  await expect(page.getByRole('alert')).not.toContainText('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(bench.entryCount).toHaveText('12');
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a press is told as not done where the app can’t come', async ({ page }) => {
  let fail = () => {};
  const held = new Promise<void>((resolve) => { fail = resolve; });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.abort();
  });
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await new Workbench(page).command('Deposit').click();
  fail();
  await expect(page.getByRole('heading', { name: 'The interactive page could not start' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('“Deposit”');
});

test('another place shows no workbench on the way to it', async ({ page }) => {
  const come = await openHeld(page, COURSE_NOW, '/#/learn');
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await expect(page.locator('main:visible')).toHaveCount(0);
  await expect(page.locator('[aria-current]')).toHaveCount(0);
  await come();
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
});
