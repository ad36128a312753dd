// Where the focus is after what had it is gone. It never falls to the body: there, one who goes by keyboard begins anew,
// and one who listens hears nothing.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Learning } from './learning';
import { opened } from './own';
import { COURSE_NOW, Workbench, damage, focused } from './workbench';

const part = /\/split_.*\.wasm$/;

// Two frames: by then the page is as it will be, and whoever has to put the focus somewhere has done so.
const settled = (page: Page) => page.evaluate(() => new Promise<void>((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
}));

const isLost = (page: Page) => page.evaluate(() => !document.activeElement || document.activeElement === document.body);

// Presses what goes away with it, and tells where the focus is then.
async function press(control: Locator, heir: Locator) {
  const page = control.page();
  await control.press('Enter');
  try {
    await expect(heir).toBeFocused();
    await settled(page);
    await expect(heir).toBeFocused();
  } catch (error) {
    const notices = await new Workbench(page).notice.allTextContents();
    throw new Error(`the focus is on: ${await focused(page)}; notices: ${notices.join(' | ')}`, { cause: error });
  }
}

test('I have read this', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await damage(page);
  await page.reload();
  await bench.ready('bank');
  await press(bench.notice.getByRole('button', { name: 'I have read this' }), bench.opening);
  await expect(bench.notice).toHaveCount(0);
  // On the other places, too.
  for (const place of ['order', 'parcel', 'diaries'] as const) {
    await bench.goTo('bank');
    await damage(page);
    await page.reload();
    await bench.ready('bank');
    await bench.goTo(place);
    await press(bench.notice.getByRole('button', { name: 'I have read this' }), bench.opening);
  }
});

test('a notice that comes leaves the focus where it is', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await damage(page);
  await page.reload();
  await bench.ready('bank');
  const read = bench.notice.getByRole('button', { name: 'I have read this' });
  await read.focus();
  const pressed = await read.elementHandle();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new Error('no'); };
    document.querySelector<HTMLElement>('.theme')!.click();
  });
  await expect(bench.notice).toContainText('light or dark');
  await settled(page);
  expect(await pressed!.evaluate((it) => it === document.activeElement), await focused(page)).toBe(true);
});

test('Write here instead', async ({ context, page }) => {
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get: () => undefined }));
  const bench = new Workbench(page);
  await bench.open();
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  const other = new Workbench(await context.newPage());
  await other.open();
  const write = other.notice.getByRole('button', { name: 'Write here instead' });
  const read = other.notice.getByRole('button', { name: 'I have read this' });
  await expect(write).toBeVisible();
  // What else there is to be read stays, and what goes away last leads on.
  await write.press('Enter');
  await expect(write).toHaveCount(0);
  await settled(other.page);
  expect(await isLost(other.page), await focused(other.page)).toBe(false);
  if (await read.count()) await press(read, other.opening);
});

test('Try again: to what is fetched, and to the button when it fails again', async ({ page }) => {
  await page.route(part, (route) => route.abort());
  await page.goto('/#/order');
  const bench = new Workbench(page);
  const again = page.getByRole('button', { name: 'Try again' });
  await again.press('Enter');
  await settled(page);
  await expect.poll(() => isLost(page)).toBe(false);
  await expect(again).toBeVisible();
  await page.unroute(part);
  await again.press('Enter');
  await expect(bench.opening).toBeFocused();
  await settled(page);
  await expect(bench.opening).toBeFocused();
});

test('Try again in a card: to the answers', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await page.route(part, (route) => route.abort());
  const card = bench.card(/^What is my balance now/);
  await card.ask();
  const again = card.group.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unroute(part);
  await press(again, card.group.locator('.answers'));
});

test('Delete of a branch, and Put it back', async ({ page }) => {
  const bench = new Workbench(page);
  await page.clock.setFixedTime(COURSE_NOW);
  await page.goto('/#/bank/what-if/2');
  await bench.ready('bank');
  const kept = page.getByRole('region', { name: 'Kept branches' });
  for (const name of ['One', 'Two']) {
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Keep this branch' }).click();
    await expect(kept.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }
  const back = kept.getByRole('button', { name: 'Put it back' });
  // The first of two: the focus must not slip to the button that deletes the other one.
  await press(kept.getByRole('button', { name: 'Delete “One”' }), back);
  await press(back, kept.getByRole('listitem').filter({ hasText: 'One' }));
  await press(kept.getByRole('button', { name: 'Delete “Two”' }), back);
  await press(kept.getByRole('button', { name: 'Delete “One”' }), back);
});

test('Cancel of an import', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  const saved = page.waitForEvent('download');
  await bench.region('Bank').getByRole('button', { name: 'Export' }).click();
  const path = await (await saved).path();
  await bench.goTo('bank');
  await bench.wish('Deposit', '10');
  await expect(bench.entryCount).toHaveText('12');
  await bench.goTo('diaries');
  const file = page.getByLabel('File');
  await file.setInputFiles(path);
  await press(page.getByRole('button', { name: 'Cancel' }), file);
  await file.setInputFiles([]);
  await file.setInputFiles(path);
  await press(page.getByRole('button', { name: 'Open beside the others' }), bench.opening);
});

test('Forget this question', async ({ page }) => {
  const { bench, own } = await opened(page, 'bank');
  await own.pressAsk();
  await own.keep.click();
  const forget = bench.ask.getByRole('button', { name: 'Forget this question' });
  await press(forget, own.group.getByRole('button', { expanded: true }));
});

test('Enter in the field for the owner, which goes when the account is open', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  await bench.region('Bank').getByRole('button', { name: 'Start empty' }).click();
  await bench.dialog.getByRole('button', { name: 'Start empty' }).click();
  await bench.ready('bank');
  // Whoever begins a diary arrives at the beginning of its place.
  await expect(page.locator('#opening')).toBeFocused();
  await press(bench.commands.getByLabel('Owner'), bench.amount);
});

test('Back to now, at the workbench and on the map of the course', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open();
  await bench.travelTo(3);
  await press(bench.opening.getByRole('button', { name: 'Back to now' }), bench.slider);

  const learning = new Learning(page);
  await learning.open('a2');
  await page.getByRole('button', { name: 'Show me without guessing' }).click();
  await expect(learning.reveal).toBeVisible();
  await learning.open();
  await page.getByText('Read it, and go back in it').click();
  await bench.slider.press('Home');
  await press(page.getByRole('button', { name: 'Back to now' }), page.locator('#opening'));
});

test('a link that leads to another place and goes with its own', async ({ page }) => {
  const bench = new Workbench(page);
  await page.clock.setFixedTime(COURSE_NOW);
  await page.goto('/#/learn');
  await press(page.getByRole('link', { name: 'Export, import or delete it' }), bench.opening);
});

test('on the way through a chapter', async ({ page }) => {
  const learning = new Learning(page);
  await learning.open('a2');
  const answer = learning.reveal.getByRole('heading').first();
  await press(page.getByRole('button', { name: 'Show me without guessing' }), answer);
  await press(page.getByRole('button', { name: 'Start this chapter again' }), learning.heading);
  await learning.form.getByLabel('At the start of the day').fill('505');
  await learning.form.getByLabel('At the end of the day').fill('445');
  await press(learning.commit, page.locator('#replay'));
  await press(page.getByRole('button', { name: 'Skip to the answer' }), answer);
  // Shown to a room, what is out already is covered.
  await page.goto('/?present#/learn/a2');
  await press(page.getByRole('button', { name: 'Show the answer' }), answer);
  await page.reload();
  await press(page.getByRole('button', { name: 'Guess again' }), learning.heading);
});

test('from question to question of the check', async ({ page }) => {
  await page.goto('/#/learn/check');
  const group = page.getByRole('group', { name: 'Question', exact: true });
  const keep = group.getByRole('button', { name: 'Keep this answer' });
  for (let question = 1; question <= 10; question += 1) {
    await expect(group).toContainText(`question ${question} of 10`);
    await group.getByRole('radio').first().check();
    await press(keep, group);
  }
  await press(group.getByRole('button', { name: 'Begin the second round' }), group);
});

test('a dialog, however it is left', async ({ page }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  const rename = bench.region('Bank').getByRole('button', { name: 'Rename' });
  for (const leave of ['Escape', 'Cancel', 'Rename']) {
    await rename.press('Enter');
    await expect(bench.dialog).toBeVisible();
    if (leave === 'Escape') await page.keyboard.press('Escape');
    else await bench.dialog.getByRole('button', { name: leave }).press('Enter');
    await expect(bench.dialog).toBeHidden();
    await expect(rename).toBeFocused();
  }
  const remove = bench.region('Bank').getByRole('button', { name: 'Delete' });
  await remove.press('Enter');
  await bench.dialog.getByRole('textbox').fill('bank-1');
  await page.keyboard.press('Enter');
  await expect(bench.region('Bank').getByRole('heading', { level: 2 })).toBeFocused();
  await expect(bench.region('Bank').locator('.name')).toHaveText(['bank-2']);
  await expect(bench.region('Bank').getByRole('heading', { level: 2 })).toBeFocused();
});

test('a diary that goes because of another tab hands the focus on', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open('diaries');
  await bench.region('Bank').getByRole('button', { name: 'Start empty' }).click();
  await bench.dialog.getByRole('button', { name: 'Start empty' }).click();
  await bench.ready('bank');
  await bench.goTo('diaries');
  await page.getByRole('group', { name: 'bank-1' }).getByRole('button', { name: 'Export' }).focus();
  const other = new Workbench(await context.newPage());
  await other.open('diaries');
  await other.page.getByRole('group', { name: 'bank-1' }).getByRole('button', { name: 'Delete' }).click();
  await other.dialog.getByRole('textbox').fill('bank-1');
  await other.page.keyboard.press('Enter');
  await expect(other.region('Bank').locator('.name')).toHaveText(['bank-2']);
  // The first tab lists anew when the diary that it has open grows.
  await other.goTo('bank');
  await other.command('Open account').click();
  await expect(bench.region('Bank').locator('.name')).toHaveText(['bank-2']);
  await settled(page);
  expect(await isLost(page), await focused(page)).toBe(false);
});

// Whatever button there is, also one that is made later: pressed by keyboard, none of them leaves the focus nowhere.
const places = [
  'bank', 'bank/what-if/2', 'bank/readings', 'bank/moments', 'bank/clocks', 'bank/touched', 'order', 'order/what-if/2', 'order/clocks', 'parcel', 'parcel/what-if/2', 'parcel/readings',
  'diaries', 'learn', 'learn/a2', 'learn/a5', 'learn/b6', 'learn/check', 'learn/teachers',
];

for (const place of places) {
  test(`every button of ${place} leaves the focus somewhere`, async ({ page }) => {
    test.slow();
    await page.clock.setFixedTime(COURSE_NOW);
    await page.addInitScript(() => Object.assign(window, { print: () => {} }));
    const open = async () => {
      await page.goto('about:blank');
      await page.goto(`/#/${place}`);
      await page.getByRole('main').getByRole('button').first().waitFor();
      await page.keyboard.press('Shift');
    };
    // A panel stands below the workbench, whose buttons are pressed where no panel is open.
    const where = place.split('/').length > 1 && !place.startsWith('learn') ? '#panel' : 'main';
    const pressed = new Set<string>();
    // The next button that has not been pressed gets the focus, also one that came with the last press. Links to
    // entries are all of one kind, so one of each place is enough.
    const next = () => page.evaluate(([where, pressed]) => {
      const words = (it: Element) => {
        const group = it.closest('[role=group], section, form, li')?.getAttribute('aria-label') ?? '';
        const kind = it.classList.contains('entry-link') ? 'entry-link' : it.getAttribute('aria-label') ?? it.textContent;
        return `${group}: ${kind}`;
      };
      const all = [...document.querySelectorAll<HTMLElement>(`${where} button`)].filter((it) => it.checkVisibility());
      const found = all.find((it) => !pressed.includes(words(it)) && !it.textContent!.startsWith('Export'));
      found?.focus();
      return found && words(found);
    }, [where, [...pressed]] as const);
    await open();
    await page.locator(`${where} button:visible`).first().waitFor();
    for (let words = await next(); words && pressed.size < 50; words = await next()) {
      pressed.add(words);
      await page.keyboard.press('Enter');
      await settled(page);
      if (await page.getByRole('dialog').count()) await page.keyboard.press('Escape');
      await expect.poll(() => isLost(page), { message: `after “${words}”` }).toBe(false);
      // Who was led elsewhere comes back.
      if (!page.url().includes(`#/${place}`) && place !== 'bank/what-if/2' && place !== 'order/what-if/2') await open();
    }
    expect(pressed.size).toBeGreaterThan(0);
  });
}
