// Many reports of one diary: thrown away, rebuilt before the reader's eyes, late.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { COURSE_NOW, Workbench, expectNoSidewaysScroll } from './workbench';

class Reading {
  readonly group: Locator;
  constructor(page: Page, name: string) {
    this.group = page.getByRole('group', { name, exact: true });
  }

  get table() { return this.group.getByRole('table'); }
  get rows() { return this.table.locator('tbody').getByRole('row'); }
  get readTo() { return this.group.locator('.read-to'); }
  get outcome() { return this.group.locator('.outcome'); }
  press(name: string) { return this.group.getByRole('button', { name, exact: true }).click(); }
}

async function open(page: Page, place: 'bank' | 'order') {
  const bench = new Workbench(page);
  await page.clock.setFixedTime(COURSE_NOW);
  await page.goto(`/#/${place}/readings`);
  await bench.ready(place);
  await expect(page.getByRole('heading', { name: 'Many reports' })).toBeVisible();
  return bench;
}

const readings = {
  bank: ['Statement', 'Monthly totals', 'All accounts'],
  order: ['Statement', 'Order history', 'What was removed'],
} as const;

for (const place of ['bank', 'order'] as const) {
  const entries = place === 'bank' ? 11 : 9;

  test(`every reading of the ${place} is deleted and rebuilt, with the same result`, async ({ page }) => {
    const bench = await open(page, place);
    const before = await bench.table.innerText();
    for (const name of readings[place]) {
      const reading = new Reading(page, name);
      await expect(reading.readTo).toHaveText(`Read up to entry ${entries} of ${entries}.`);
      const told = await reading.table.innerText();
      await reading.press('Delete this report');
      await expect(reading.table).toHaveCount(0);
      await expect(reading.readTo).toHaveText(`Empty: it has read 0 of ${entries} entries.`);
      await expect(reading.outcome).toContainText(`all its ${entries} entries are there`);
      await expect(bench.voice).toContainText(`${name}: Deleted.`);
      await reading.press('Rebuild');
      await expect(reading.outcome).toHaveText(`Rebuilt from ${entries} entries: exactly the same as before.`);
      expect(await reading.table.innerText()).toBe(told);
    }
    // The others and the diary never noticed.
    await expect(bench.entryCount).toHaveText(String(entries));
    expect(await bench.table.innerText()).toBe(before);
  });
}

test('the readings tell the story, each in its way', async ({ page }) => {
  await open(page, 'bank');
  const totals = new Reading(page, 'Monthly totals');
  await expect(totals.rows).toHaveCount(3);
  await expect(totals.rows.nth(1)).toContainText(/February 2026.*280\.00/);
  const accounts = new Reading(page, 'All accounts');
  await expect(accounts.rows).toContainText(['490.00', '150.00']);
  await expect(accounts.table.locator('tfoot')).toContainText('640.00');
  // A row shows what it rests on, and leads there.
  const slider = page.getByRole('slider', { name: 'Time travel' });
  await accounts.rows.filter({ hasText: 'Savings' }).getByRole('button', { name: 'entry 6' }).click();
  await expect(slider).toHaveValue('6');
  const february = totals.rows.nth(1);
  await february.getByText('3 entries').click();
  await february.getByRole('button', { name: '+ 80.00' }).click();
  await expect(slider).toHaveValue('7');
});

test('a rebuild replays line by line', async ({ page }) => {
  await open(page, 'bank');
  const statement = new Reading(page, 'Statement');
  // Every number of rows that was on the screen in between.
  const seen = await statement.group.evaluateHandle((group) => {
    const counts = new Set<number>();
    new MutationObserver(() => counts.add(group.querySelectorAll('tbody tr').length))
      .observe(group, { childList: true, subtree: true });
    return counts;
  });
  await statement.press('Rebuild');
  await expect(statement.outcome).toContainText('the same as before');
  const counts = await seen.evaluate((counts) => [...counts]);
  expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a rebuild is done at once', async ({ page }) => {
    await open(page, 'bank');
    const statement = new Reading(page, 'Statement');
    await statement.group.evaluate((group) => {
      const button = [...group.querySelectorAll('button')].find((button) => button.textContent === 'Rebuild')!;
      button.click();
    });
    await expect(statement.outcome).toContainText('the same as before');
    await expect(statement.rows).toHaveCount(11);
  });
});

test('a paused reading falls behind, and catches up', async ({ page }) => {
  const bench = await open(page, 'bank');
  const [statement, accounts] = [new Reading(page, 'Statement'), new Reading(page, 'All accounts')];
  await accounts.press('Pause this report');
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  await expect(accounts.readTo).toHaveText('Read up to entry 11 of 12: 1 entry behind.');
  await bench.wish('Deposit', '10');
  await bench.wish('Deposit', '10');
  await expect(accounts.readTo).toHaveText('Read up to entry 11 of 14: 3 entries behind.');
  // The late one tells the past, the other the present.
  await expect(accounts.rows.first()).toContainText('490.00');
  await expect(statement.rows.last()).toContainText('520.00');
  await accounts.press('Read one entry');
  await expect(accounts.readTo).toHaveText('Read up to entry 12 of 14: 2 entries behind.');
  await expect(accounts.rows.first()).toContainText('500.00');
  await accounts.press('Catch up');
  await expect(accounts.readTo).toHaveText('Read up to entry 14 of 14.');
  await expect(accounts.rows.first()).toContainText('520.00');
  await expect(accounts.outcome).toHaveText('Caught up: it has read all 14 entries.');
  // Now it follows again.
  await bench.wish('Withdraw', '20');
  await expect(accounts.rows.first()).toContainText('500.00');
});

test('what came after a deletion is told apart from what was there before', async ({ page }) => {
  const bench = await open(page, 'bank');
  const totals = new Reading(page, 'Monthly totals');
  await totals.press('Delete this report');
  await bench.wish('Deposit', '10');
  await expect(totals.readTo).toHaveText('Empty: it has read 0 of 12 entries.');
  await totals.press('Rebuild');
  await expect(totals.outcome).toHaveText('Rebuilt from 12 entries: the same as before, and 1 more since then.');
});

test('one line at a time, by keyboard, to the end', async ({ page }) => {
  await open(page, 'order');
  const history = new Reading(page, 'Order history');
  await history.press('Delete this report');
  const step = history.group.getByRole('button', { name: 'Read one entry' });
  await step.focus();
  for (let read = 1; read <= 9; read += 1) {
    await page.keyboard.press('Enter');
    await expect(history.readTo).toContainText(`Read up to entry ${read} of 9`);
  }
  await page.keyboard.press('Enter');
  await expect(history.outcome).toHaveText('There is no more to read: 9 is the last entry.');
  await expect(step).toBeFocused();
});

for (const place of ['bank', 'order'] as const) {
  test(`no column of the ${place}’s readings is cut`, async ({ page }) => {
    const bench = await open(page, place);
    const cut = () => page.locator('.reading .wide').evaluateAll((all) => all.flatMap((wide) => {
      return wide.scrollWidth > wide.clientWidth ? [`${wide.scrollWidth} px in ${wide.clientWidth}`] : [];
    }));
    for (const width of [1024, 1920, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cut(), String(width)).toEqual([]);
    }
    for (const more of await page.locator('.rests-on summary').all()) await more.click();
    expect(await cut(), 'opened').toEqual([]);
    // Several entries stand apart from each other.
    for (const proof of await page.locator('.proof').all()) expect(await proof.innerText()).not.toMatch(/entry \d+ +entry/);
    await bench.askEverything();
    for (const proof of await bench.ask.locator('.proof').all()) expect(await proof.innerText()).not.toMatch(/entry \d+ +entry/);
  });
}

test('nothing scrolls sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, 'bank');
  await expectNoSidewaysScroll(page, 'readings');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
    test.describe(`${colorScheme}, ${viewport.width} × ${viewport.height}`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing in it', async ({ page }) => {
        test.slow();
        await open(page, 'bank');
        await new Reading(page, 'Statement').press('Delete this report');
        await new Reading(page, 'All accounts').press('Pause this report');
        await new Reading(page, 'Monthly totals').rows.nth(1).getByText('3 entries').click();
        await expectNoViolations(page, 'readings');
      });
    });
  }
}
