// No answer of a store is thrown away, and what is said follows from what was seen.
import { expect, test, type Page } from '@playwright/test';
import { Diaries, beside, expectWhole, file, names, placed, press, saying, told, visited } from './several';
import { Rig, type WriteFault } from './rig';

test('fault 49: the database stops reading while the page is open: the list of diaries says so', async ({ page }) => {
  test.setTimeout(60_000);
  const rig = await Rig.on(page);
  const diaries = await visited(page, 13, 12);
  await rig.set({ reads: [{ how: 'throw' }] });
  await diaries.go();
  const said = page.locator('main, [data-testid=storage-notice]');
  await expect.poll(async () => (await said.allInnerTexts()).join(' '), { timeout: 15_000, message: 'what is said' })
    .toMatch(/can(’|')?t be (read|listed|opened)|could not be (read|listed|opened)|not (be )?answer|not complete/i);
  await rig.heal();
  await diaries.bench.goTo('bank');
  await diaries.go();
  await expect(diaries.one('bank-1')).toBeVisible({ timeout: 15_000 });
  await expect(diaries.one('bank-2')).toBeVisible();
});

for (const nth of [1, 2]) {
  test(`fault 49: write ${nth} of an import with a title fails: the title is there, or it is told`, async ({ page }) => {
    const rig = await Rig.on(page);
    const diaries = await visited(page, 13);
    const other = await beside(page);
    await diaries.go();
    await rig.set({ writes: [...Array.from({ length: nth - 1 }, () => '' as const), 'full'] });
    await diaries.import(file(20, 'Rainy days'));
    const outcome = async () => {
      const titles = await diaries.list.locator('.title').allInnerTexts();
      if (titles.includes('Rainy days')) return 'the title is there';
      if (/Rainy days|title|not taken in/i.test(await told(page))) return 'it is told';
      await diaries.go();
      return 'neither';
    };
    await expect.poll(outcome, { timeout: 10_000 }).toMatch(/the title is there|it is told/);
    const all = await names(other);
    // As a whole, or not at all.
    if (/not taken in/i.test(await told(page))) expect(all).toEqual(['bank-1']);
    else expect(all).toEqual(['bank-1', 'bank-2']);
  });
}

// Another tab deletes a diary, and this one has not heard of it.
async function deletedElsewhere(page: Page): Promise<Diaries> {
  await page.addInitScript(() => {
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
    const { addEventListener } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.addEventListener = function deaf(...how: Parameters<typeof addEventListener>) {
      if (how[0] !== 'message') addEventListener.apply(this, how);
    } as typeof addEventListener;
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });
  });
  const diaries = await visited(page, 13, 12);
  await diaries.go();
  await diaries.one('bank-2').waitFor();
  const other = new Diaries(await page.context().newPage());
  await other.page.goto('/#/diaries');
  await other.one('bank-2').waitFor();
  await other.delete('bank-2');
  await expect(other.one('bank-2')).toHaveCount(0);
  await other.page.close();
  return diaries;
}

const GONE = /bank-2\b.*(deleted|not (there|here) any ?more|gone)|(deleted|gone).*bank-2\b/i;

test('fault 49: a diary is opened that another tab has deleted: it is told', async ({ page }) => {
  const diaries = await deletedElsewhere(page);
  await diaries.open('bank-2');
  await expect.poll(() => told(page), { message: 'what is said' }).toMatch(GONE);
});

test('fault 49: a diary is renamed that another tab has deleted: the reason is the right one', async ({ page }) => {
  const diaries = await deletedElsewhere(page);
  await diaries.rename('bank-2', 'Rainy days');
  await expect.poll(() => told(page), { message: 'what is said' }).toMatch(GONE);
  expect(await told(page)).not.toMatch(/can’t be read/);
  expect(await names(await beside(page)), 'nothing comes back by it').toEqual(['bank-1']);
});

test('fault 50: localStorage is off: nobody is told that something was missing and is restored', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { value: null }));
  const diaries = new Diaries(page);
  for (const amount of ['771.01', '771.02']) {
    await page.goto('/#/bank');
    await page.reload();
    await diaries.bench.ready('bank');
    await diaries.bench.wish('Deposit', amount);
    await expect(diaries.bench.entries.last()).toContainText(amount);
  }
  await expect(diaries.bench.entryCount).toHaveText('13');
  await expect.poll(() => told(page)).toMatch(/readable (copy|text)/i);
  expect(await told(page)).not.toMatch(/missing|restored/i);
});

test('fault 50: both stores are off: nobody is told that the browser has cleared something', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'event-diary', value: '1', url: baseURL! }]);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { value: null });
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  const { bench } = new Diaries(page);
  await page.goto('/#/bank');
  await bench.ready('bank');
  await expect.poll(() => told(page)).toMatch(/nothing is kept/i);
  expect(await told(page)).not.toMatch(/cleared|exported one/i);
});

// What was seen, and what may be said of it. Whatever is shown in the end is what lies in the store.
const ENDS: { fault: WriteFault; never: RegExp }[] = [
  { fault: 'abort', never: /\bfull\b|\broom\b/i },
  { fault: 'full', never: /no reason|not answer/i },
  { fault: 'throw', never: /\bfull\b|\broom\b/i },
  { fault: 'throw after', never: /\bfull\b|\broom\b/i },
];

for (const { fault, never } of ENDS) {
  test(`fault 50: a commit ends badly (${fault}): what is said of it is true`, async ({ page }) => {
    test.setTimeout(60_000);
    const rig = await Rig.on(page);
    const { bench } = await visited(page, 13);
    const other = await beside(page);
    await bench.listen();
    await rig.set({ writes: [fault] });
    await press(page, 'Deposit', [77_101]);
    const truth = async () => {
      const isThere = Object.keys(await placed(other, [77_101])).length > 0;
      const isShown = (await bench.entries.locator('summary').allInnerTexts()).some((row) => row.includes('771.01'));
      const isRefused = (await bench.refusal.allTextContents()).some((text) => text.includes('771.01'));
      return { isThere, isShown, isRefused };
    };
    const right = [{ isThere: true, isShown: true, isRefused: false }, { isThere: false, isShown: false, isRefused: true }];
    const settled = async () => {
      const now = await truth();
      return right.some((one) => JSON.stringify(one) === JSON.stringify(now)) ? 'true' : JSON.stringify(now);
    };
    await expect.poll(settled, { timeout: 15_000, message: 'what is shown of what lies there' }).toBe('true');
    expect(await told(page), 'what is said').not.toMatch(never);
    if (fault === 'full') expect(await told(page)).toMatch(/\bfull\b|\broom\b/i);
    // Also what was said for a moment only, before the page knew better.
    const { isThere } = await truth();
    const untrue = isThere ? /\bno (line|entry) was written|\bnot written|nothing was written/i : /\bentry \d+ written/i;
    expect((await bench.heard()).filter((words) => untrue.test(words)), 'what was said aloud').toEqual([]);
    // It stays true when one more is written, and after a reload.
    await press(page, 'Deposit', [77_102]);
    await expect.poll(() => placed(other, [77_102])).toEqual({ 'bank-1': [77_102] });
    expect(await settled()).toBe('true');
    await rig.heal();
    await page.reload();
    await bench.ready('bank');
    await expectWhole(page, other, 'bank-1');
    await expect(saying(page)).toHaveText(/\bsaved\b/);
  });
}
