// Nothing is cut off and nothing scrolls sideways: on a phone, at 320 px, when zoomed, with the reader's own spacing.
import { expect, test, type Page } from '@playwright/test';
import { Workbench, expectNoSidewaysScroll, type Place } from './workbench';

const LONG = 'A lamp with a very long name, Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

// Leads a place through its states and calls `look` in each.
async function throughStates(bench: Workbench, place: Place, look: (state: string) => Promise<void>) {
  await look(`${place}, first visit`);
  if (place === 'bank') {
    await bench.wish('Deposit', '9,999,999,000.00');
    await expect(bench.entries).toHaveCount(12);
    await bench.wish('Withdraw', '9,999,999,999.99');
    await expect(bench.refusal).toBeVisible();
  } else if (place === 'order') {
    await bench.startAnotherOrder();
    await bench.wish('Create order');
    await bench.commands.getByLabel('Item').fill(LONG);
    await bench.commands.getByLabel('Price').fill('9,999,999,999.99');
    await bench.wish('Add item');
    await expect(bench.entries).toHaveCount(2);
    await bench.wish('Ship');
    await expect(bench.refusal).toBeVisible();
  } else if (place === 'parcel') {
    await bench.wish('Send another parcel');
    await expect(bench.entryCount).toHaveText('0');
    await bench.commands.getByLabel('From').fill(LONG);
    await bench.wish('Register');
    await bench.wish('Collect');
    await expect(bench.entries).toHaveCount(2);
    await bench.wish('Hand over');
    await expect(bench.refusal).toBeVisible();
  } else {
    await bench.page.getByRole('button', { name: 'Start empty' }).first().click();
    await expect(bench.dialog).toBeVisible();
    await look('diaries, a dialog');
    return;
  }
  await bench.entry(2).locator('summary').press('Enter');
  await bench.askEverything();
  await look(`${place}, long names and amounts, refused, all asked`);
  await bench.travelTo(1);
  await look(`${place}, in the past`);
}

// Boxes that hide what does not fit must have nothing that does not fit. What scrolls may, as
// fields do, and so may what is for listening.
function cutOff(page: Page) {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('body *')].filter((at) => {
    const style = getComputedStyle(at);
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    if (!hides || at.matches('.unseen, input, svg, svg *') || style.clipPath === 'inset(50%)') return false;
    return at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1;
  }).map((at) => `${at.tagName}.${at.className}`));
}

// Buttons and fields that lie over one another can't both be pressed. A dock lies over the rest on purpose, and so do the
// strip at the top and a dialog.
function overlaps(page: Page) {
  return page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document;
    const shown = [...top.querySelectorAll<HTMLElement>('button, select, input, nav a')].filter((at) => {
      return at.checkVisibility() && !at.closest('.dock, .photo, .figures, .paper');
    });
    // What has been scrolled out of a box is not there to be pressed.
    const area = (at: HTMLElement) => {
      let { left, top, right, bottom } = at.getBoundingClientRect();
      for (let box = at.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible') continue;
        const edge = box.getBoundingClientRect();
        [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
        [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
      }
      return { left, top, right, bottom };
    };
    return shown.flatMap((one, at) => shown.slice(at + 1).flatMap((other) => {
      const [a, b] = [area(one), area(other)];
      const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      return over ? [`${one.innerText || one.id} over ${other.innerText || other.id}`] : [];
    }));
  });
}

// 640 × 400 is what 1280 × 800 is at 200 % zoom.
for (const viewport of [{ width: 320, height: 568 }, { width: 640, height: 400 }, { width: 360, height: 640 }, { width: 900, height: 700 }]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    for (const place of ['bank', 'order', 'parcel', 'diaries'] as const) {
      test(`${place} scrolls nowhere sideways, and no controls overlap`, async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open(place);
        await throughStates(bench, place, async (state) => {
          await expectNoSidewaysScroll(page, state);
          expect(await overlaps(page), state).toEqual([]);
        });
      });
    }
  });
}

test.describe('360 × 640', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  for (const place of ['bank', 'order'] as const) {
    test(`${place}: the slider is docked, the snapshot stays in sight, and neither covers the commands`, async ({ page }) => {
      const bench = new Workbench(page);
      await bench.open(place);
      const number = place === 'bank' ? bench.snapshotBalance : bench.snapshotStatus;
      await expect(bench.slider).toBeInViewport({ ratio: 1 });
      await expect(bench.step('Forward')).toBeInViewport({ ratio: 1 });
      await expect(number).toBeInViewport({ ratio: 1 });
      // A click by Playwright scrolls to the button and fails when something else lies over it.
      for (const button of await bench.commands.getByRole('button').filter({ visible: true }).all()) await button.click({ trial: true });
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect(bench.questions.last()).toBeInViewport({ ratio: 1 });
      await bench.questions.last().click();
      await expect(bench.slider).toBeInViewport({ ratio: 1 });
      await expect(number).toBeInViewport({ ratio: 1 });
    });
  }
});

// The page's policy forbids styles in the markup. A reader's own come by another way, and so do these.
const wear = (rules: string) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
};

// The spacing of WCAG 1.4.12. A reader may set it, and nothing may be lost by it.
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 640 }]) {
  test.describe(`the reader’s own spacing at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    for (const place of ['bank', 'order', 'parcel', 'diaries'] as const) {
      test(`${place} cuts nothing off`, async ({ page }) => {
        const bench = new Workbench(page);
        await bench.open(place);
        await page.evaluate(wear, spacing);
        await throughStates(bench, place, async (state) => {
          expect(await cutOff(page), state).toEqual([]);
          expect(await overlaps(page), state).toEqual([]);
          await expectNoSidewaysScroll(page, state);
          if (place !== 'diaries') {
            const room = await bench.table.evaluate((table) => table.parentElement!.clientHeight);
            expect(room, `${state}: room for some lines`).toBeGreaterThan(80);
          }
        });
      });
    }
  });
}

test('at 1280 × 800 the whole page stays in sight with everything asked and refused', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Withdraw', '10000');
  await bench.askEverything();
  await bench.travelTo(5);
  await expect(bench.slider).toBeInViewport({ ratio: 1 });
  await expect(bench.diaryBalance).toBeInViewport({ ratio: 1 });
  await expect(bench.entry(5)).toBeInViewport({ ratio: 1 });
  await expect(bench.snapshotBalance).toBeInViewport({ ratio: 1 });
});

test('a mistake at a field makes no phone scroll sideways, and is forgotten when it is put right', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const bench = new Workbench(page);
  await bench.open('order');
  await bench.more();
  const quantity = bench.commands.getByRole('textbox', { name: 'Quantity' });
  await quantity.fill('x');
  await bench.commands.getByRole('button', { name: 'Add item' }).click();
  await expect(quantity).toHaveAttribute('aria-invalid', 'true');
  await expectNoSidewaysScroll(page, 'with a mistake');
  await quantity.fill('2');
  await expect(quantity).not.toHaveAttribute('aria-invalid', 'true');
});

// A projector shows few pixels, and a phone has few. No column is cut, and none is so narrow that it breaks a word.
for (const [viewport, address] of [
  [{ width: 1280, height: 720 }, '/?present#/learn/a1'],
  [{ width: 1920, height: 1080 }, '/?present#/learn/a1'],
  [{ width: 360, height: 640 }, '/#/bank'],
] as const) {
  test(`the diary’s columns have room at ${viewport.width} × ${viewport.height} on ${address}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(address);
    await expect(page.getByRole('table', { name: 'Diary entries' })).toBeVisible();
    const paper = page.locator('.paper');
    expect(await paper.evaluate((at) => at.scrollWidth - at.clientWidth)).toBeLessThanOrEqual(0);
    const broken = await paper.evaluate((at) => [...at.querySelectorAll('bdi')].flatMap((line) => {
      const text = line.firstChild as Text;
      return [...text.data.matchAll(/\S+/g)].filter((word) => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length > 1;
      }).map((word) => word[0]);
    }));
    expect(broken).toEqual([]);
  });
}

// A field's error has room of its own: whatever can be pressed or filled in beside it still can.
function coveredByErrors(page: Page) {
  return page.evaluate(() => [...document.querySelectorAll('.problem:not(:empty)')].flatMap((problem) => {
    const a = problem.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('main :is(button, input, select, summary, a)')].filter((at) => {
      const b = at.getBoundingClientRect();
      // What is scrolled out of the diary lies under it and is not seen.
      const paper = at.closest('.paper')?.getBoundingClientRect();
      if (paper && (b.bottom <= paper.top || b.top >= paper.bottom)) return false;
      return at.checkVisibility() && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    }).map((at) => `“${problem.textContent}” over ${at.innerText || at.id}`);
  }));
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 1000, height: 700 }]) {
  test(`a field’s error covers nothing, and moves nothing beside it, at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const bench = new Workbench(page);
    await bench.open('bank');
    const besides = () => Promise.all(['Account', 'Amount'].map(async (name) => (await bench.commands.getByLabel(name, { exact: true }).boundingBox())!.y));
    const before = await besides();
    const deposit = async () => (await bench.command('Deposit').boundingBox())!.y;
    const button = await deposit();
    for (const amount of ['', 'a lot of money, and some more of it']) {
      await bench.wish('Deposit', amount);
      await expect(bench.amount).toHaveAttribute('aria-invalid', 'true');
      expect(await coveredByErrors(page)).toEqual([]);
      // But for the pixel by which letters of two sizes stand apart.
      for (const [at, y] of (await besides()).entries()) expect(Math.abs(y - before[at])).toBeLessThan(2);
      expect(Math.abs((await deposit()) - button)).toBeLessThan(2);
    }
    await page.locator('#go-to-date').fill('');
    await bench.timeMachine.getByRole('button', { name: 'Start of day' }).click();
    await expect(page.locator('#date-problem')).not.toBeEmpty();
    expect(await coveredByErrors(page)).toEqual([]);
    await bench.goTo('order');
    for (const [field, wish] of [['Quantity', 'Add item'], ['Price', 'Add item'], ['Amount', 'Receive payment']] as const) {
      await bench.commands.getByRole('textbox', { name: field }).fill('-1 x');
      await bench.command(wish).click();
      await expect(bench.commands.getByRole('textbox', { name: field })).toHaveAttribute('aria-invalid', 'true');
      expect(await coveredByErrors(page), field).toEqual([]);
    }
  });
}

test('a panel that is opened shows its focus at its name, not around all of it', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('bank');
  await page.getByRole('link', { name: 'Two moments', exact: true }).press('Enter');
  const panel = page.locator('.closer');
  await expect(panel).toBeFocused();
  const ring = (at: string) => page.locator(at).evaluate((at) => getComputedStyle(at).outlineStyle);
  expect(await ring('.closer')).toBe('none');
  expect(await ring('.closer > h3')).toBe('solid');
  expect((await page.locator('.closer > h3').boundingBox())!.width).toBeLessThan(400);
});
