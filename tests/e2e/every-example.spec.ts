// Every example of the page is the same workbench: what one of them has, each has. Which there are, the page's head says.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { COURSE_NOW, Workbench, expectNoSidewaysScroll } from './workbench';

test.slow();

// The names of the places: the examples come first, then the course and what is kept.
async function examples(page: Page) {
  await page.clock.setFixedTime(COURSE_NOW);
  await page.goto('/');
  const bench = new Workbench(page);
  await bench.started('bank');
  const names = await bench.places.getByRole('link').allInnerTexts();
  return names.filter((name) => !['Learn', 'Diaries'].includes(name));
}

// Calls `check` with each of them, open on a page of its own: nothing of one is left when the next is looked at.
async function each(browser: Browser, check: (bench: Workbench, name: string) => Promise<void>) {
  const first = await browser.newPage();
  const names = await examples(first);
  await first.close();
  expect(names.length).toBeGreaterThanOrEqual(3);
  for (const name of names) {
    const page = await browser.newPage();
    await page.clock.setFixedTime(COURSE_NOW);
    await page.goto('/');
    const bench = new Workbench(page);
    await bench.places.getByRole('link', { name, exact: true }).click();
    await expect(bench.places.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(bench.entries.first()).toBeVisible();
    await test.step(name, () => check(bench, name));
    await page.close();
  }
}

test('both worlds, and every moment of the story', async ({ browser }) => {
  await each(browser, async (bench) => {
    const count = Number(await bench.entryCount.innerText());
    expect(count).toBeGreaterThanOrEqual(9);
    await expect(bench.entries).toHaveCount(count);
    const row = await bench.snapshot.innerText();
    for (const at of [0, 3]) {
      await bench.travelTo(at);
      await expect(bench.snapshot).toContainText('I only know today');
    }
    await bench.now();
    await expect.poll(() => bench.snapshot.innerText()).toBe(row);
  });
});

test('every question has both answers, one that the row can’t know and one that it knows', async ({ browser }) => {
  await each(browser, async (bench) => {
    const row: string[] = [];
    for (const question of await bench.questions.all()) {
      if ((await question.getAttribute('id')) === 'own-open') continue;
      await question.click();
      const open = bench.ask.getByRole('group').filter({ has: bench.page.getByTestId('answer-diary') });
      await expect(open.getByTestId('answer-diary').first()).toBeVisible();
      const told = async (world: string) => (await open.getByTestId(`answer-${world}`).allInnerTexts()).map((words) => words.trim());
      for (const words of [...await told('diary'), ...await told('snapshot')]) expect(words).toMatch(/\w/);
      row.push(...await told('snapshot'));
    }
    expect(row.length).toBeGreaterThanOrEqual(5);
    expect(row.filter((words) => words.includes('cannot know')).length).toBeGreaterThan(0);
    expect(row.filter((words) => !words.includes('cannot know')).length).toBeGreaterThan(0);
  });
});

test('every panel', async ({ browser }) => {
  await each(browser, async (bench, name) => {
    const { page } = bench;
    const links = page.getByRole('navigation', { name: 'Look closer' }).getByRole('link');
    const panels = await links.allInnerTexts();
    expect(panels, name).toEqual(['What if?', 'Many reports', 'Two moments', 'Two clocks', 'Was it touched?']);
    for (const panel of panels) {
      await links.filter({ hasText: panel }).click();
      await expect(bench.region(panel)).toBeVisible();
      await expectNoSidewaysScroll(page, `${name}, ${panel}`);
    }
    await links.filter({ hasText: 'What if?' }).click();
    const whatIf = bench.region('What if?');
    await whatIf.getByRole('button', { name: 'Leave it out' }).click();
    for (const end of ['diary', 'replayed', 'decided']) await expect(whatIf.getByTestId(`end-${end}`)).toBeVisible();
    await whatIf.getByRole('button', { name: 'Write something here instead' }).click();
    await whatIf.getByRole('group', { name: 'What stands there instead' }).getByRole('button').click();
    await expect(whatIf.getByTestId('end-decided')).toBeVisible();
    await links.filter({ hasText: 'Many reports' }).click();
    await expect(bench.region('Many reports').getByRole('table')).toHaveCount(3);
  });
});

test('a question of one’s own', async ({ browser }) => {
  await each(browser, async (bench) => {
    const own = bench.ask.getByRole('group', { name: 'Ask your own', exact: true });
    await own.getByRole('button', { name: 'Put a question together' }).click();
    await own.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(own.getByTestId('answer-diary').first()).toContainText(/\w/);
    await expect(own.getByTestId('answer-snapshot').first()).toContainText(/\w/);
  });
});

test('an empty one: the next thing to do leads on, is kept, and is there after a reload', async ({ browser }) => {
  await each(browser, async (bench, name) => {
    const { page } = bench;
    await bench.places.getByRole('link', { name: 'Diaries', exact: true }).click();
    await bench.region(name).getByRole('button', { name: 'Start empty' }).click();
    await bench.dialog.getByRole('button', { name: 'Start empty' }).click();
    await expect(bench.entryCount).toHaveText('0');
    for (let entries = 1; entries <= 4; entries += 1) {
      await bench.commands.locator('button.lead, button.next').click();
      await expect(bench.entryCount).toHaveText(String(entries));
    }
    await expect(bench.kept).toContainText('saved in this browser');
    const seen = () => bench.table.innerText();
    const before = await seen();
    await page.reload();
    await expect(bench.entryCount).toHaveText('4');
    expect(await seen()).toBe(before);
  });
});

test('taken along as a file, and known when it comes back', async ({ browser }) => {
  await each(browser, async (bench, name) => {
    const { page } = bench;
    await bench.places.getByRole('link', { name: 'Diaries', exact: true }).click();
    const coming = page.waitForEvent('download');
    await bench.region(name).getByRole('button', { name: 'Export' }).click();
    const path = await (await coming).path();
    await page.getByLabel('File').setInputFiles(path);
    await expect(page.getByTestId('import-done')).toContainText('This diary is here already');
  });
});

for (const [colorScheme, width, height] of [['light', 1280, 800], ['dark', 360, 640], ['light', 320, 640]] as const) {
  test.describe(`${colorScheme}, ${width} × ${height}`, () => {
    test.use({ colorScheme, viewport: { width, height } });

    test('nothing for axe to find, nothing sideways', async ({ page }) => {
      for (const name of await examples(page)) {
        const bench = new Workbench(page);
        await bench.places.getByRole('link', { name, exact: true }).click();
        await expect(bench.entries.first()).toBeVisible();
        await bench.askEverything();
        await expectNoSidewaysScroll(page, name);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`), name).toEqual([]);
      }
    });
  });
}
