// For those who listen to the course: what there is to say is said by the one voice of the page, once.
import { expect, test, type Page } from '@playwright/test';
import { Learning } from './learning';
import { Workbench } from './workbench';

const live = '[aria-live], [role=alert], [role=alertdialog], [role=log], [role=status], [role=timer], [role=marquee], output';

// The page has one place that speaks by itself, and it is the polite one.
async function oneVoice(page: Page, where: string) {
  await expect(page.locator(live), where).toHaveCount(1);
  await expect(new Workbench(page).voice, where).toHaveCount(1);
}

// Notes from the page's first moment on what is said, by whichever place: what is new there, and what came with it.
async function listen(page: Page) {
  await page.addInitScript((live) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const speaks = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      return element ? [element.closest(live), ...element.querySelectorAll(live)] : [];
    };
    new MutationObserver((changes) => {
      const places = new Set(changes.flatMap(({ target, addedNodes }) => [
        (target instanceof Element ? target : target.parentElement)?.closest(live),
        ...[...addedNodes].flatMap(speaks),
      ]));
      for (const place of places) {
        const words = place?.textContent?.trim();
        if (words) heard.push(words);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, live);
}

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const times = async (page: Page, words: string | RegExp) => (await heard(page)).filter((it) => it.match(words)).length;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('there is exactly one live region in the course, in each of its places', async ({ page }) => {
  const learning = new Learning(page);
  for (const place of ['', 'teachers', 'see-also', 'check', 'c1']) {
    await learning.open(place);
    await oneVoice(page, place);
  }
  await learning.open('check');
  await page.getByRole('button', { name: 'Keep this answer' }).click();
  await expect(page.locator('#check-problem')).not.toBeEmpty();
  await oneVoice(page, 'the check, where nothing was chosen');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Keep this answer' }).click();
  await expect(page.getByText('Before the course · question 2 of')).toBeVisible();
  await oneVoice(page, 'the check, at its second question');
});

for (const id of ['a1', 'a3', 'a6', 'b1']) {
  test(`there is exactly one live region in ${id}, from its question to its end`, async ({ page }) => {
    const learning = new Learning(page);
    await learning.open(id);
    await learning.commit.click();
    await oneVoice(page, 'where something is missing');
    await page.getByRole('button', { name: 'Give me a hint' }).click();
    await oneVoice(page, 'with a hint');
    await learning.fill(id, 'wrong');
    await learning.commit.click();
    await expect(learning.deeds).toBeVisible();
    await oneVoice(page, 'with a guess');
    await learning.doAll();
    await expect(learning.reveal).toBeVisible();
    await oneVoice(page, 'at its end');
  });
}

test('what is missing in a guess is said once', async ({ page }) => {
  await listen(page);
  const learning = new Learning(page);
  await learning.open('a3');
  await learning.commit.click();
  await expect(new Workbench(page).voice).toContainText('The balance after entry 1 is missing.');
  expect(await times(page, 'The balance after entry 1 is missing.')).toBe(1);
});

test('what was done before is there, and is not said again', async ({ page }) => {
  await listen(page);
  const learning = new Learning(page);
  const bench = new Workbench(page);
  await learning.open('a1');
  await learning.fill('a1');
  await learning.commit.click();
  await learning.deed('Deposit 500.00 into Everyday').click();
  await expect(bench.entryCount).toHaveText('2');
  await learning.deed('Withdraw 120.00 from Everyday').click();
  await expect(bench.entryCount).toHaveText('3');
  expect(await times(page, / written: /)).toBe(2);
  await page.reload();
  await expect(bench.entryCount).toHaveText('3');
  await expect(learning.deed('Deposit 200.00 into Everyday')).toBeEnabled();
  // Through the map, it is set up once more.
  await page.getByRole('link', { name: 'All chapters' }).click();
  await page.getByRole('link', { name: /^Go on: A1,/ }).click();
  await expect(bench.entryCount).toHaveText('3');
  await learning.deed('Deposit 200.00 into Everyday').click();
  await expect(bench.entryCount).toHaveText('4');
  // The reload has forgotten what was heard before it.
  const written = (await heard(page)).filter((it) => it.includes(' written: '));
  expect(written).toEqual([expect.stringContaining('Entry 4 written: Deposited 200.00')]);
});

test('what was refused before is not said again either', async ({ page }) => {
  await listen(page);
  const learning = new Learning(page);
  const bench = new Workbench(page);
  await learning.open('a6');
  await learning.fill('a6');
  await learning.commit.click();
  await learning.deed('Withdraw 10,000.00 from Everyday').click();
  await expect(bench.voice).toContainText('No entry was written.');
  await page.reload();
  await expect(learning.deeds.getByRole('button').first()).toHaveAttribute('aria-disabled', 'true');
  await learning.deed('Ship').click();
  await expect(bench.voice).toContainText('Pay the total of 20.50 first');
  const refused = (await heard(page)).filter((it) => it.includes('No entry was written.'));
  expect(refused).toEqual([expect.stringContaining('Ship: ')]);
});

test('what could not be kept in the learning diary is said once', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['add', 'put'] as const) {
      const kept = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: [unknown]) {
        if ('full' in window) throw new DOMException('there is no room', 'QuotaExceededError');
        return kept.apply(this, given);
      };
    }
  });
  await listen(page);
  const learning = new Learning(page);
  await learning.open('a1');
  await learning.fill('a1');
  await expect(page.getByRole('button', { name: 'Give me a hint' })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { full: true }));
  await learning.commit.click();
  await expect(page.getByText('Commit to a guess in A1: ').first()).toBeVisible();
  await expect.poll(() => times(page, 'Commit to a guess in A1: ')).toBe(1);
  await oneVoice(page, 'with a refusal');
  expect(await times(page, 'Commit to a guess in A1: ')).toBe(1);
});
