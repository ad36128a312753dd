// How long an append takes in the real page, from the press of the button to the line on the screen, with both stores.
import { type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { bankLines, stored } from './diary';
import { figure, many } from './figures';
import { expect, test } from './machine';
import { BESIDE, linesIn, seed, shelf } from './stores';

interface Append {
  // Milliseconds after the press of the button.
  kept: number;
  mirrored: number;
  shown: number;
  // The longest time in which the page could not answer.
  longest: number;
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

// Notes when the database and localStorage have been written.
function watch(page: Page) {
  return page.addInitScript(() => {
    const seen = { kept: 0, mirrored: 0, longest: 0 };
    Object.assign(window, { seen });
    const own = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete')!;
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      ...own,
      set(then: EventListener | null) {
        own.set!.call(this, then && ((event: Event) => {
          if ((this as IDBTransaction).mode === 'readwrite') seen.kept = performance.now();
          then.call(this, event);
        }));
      },
    });
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function timed(key, text) {
      set.call(this, key, text);
      if (key.endsWith('/meta')) seen.mirrored = performance.now();
    };
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
    }).observe({ entryTypes: ['longtask'] });
  });
}

function append(page: Page): Promise<Append> {
  return page.evaluate(async () => {
    const { seen } = window as unknown as { seen: Append };
    const button = [...document.querySelectorAll('button')].find((at) => at.textContent === 'Deposit')!;
    const count = () => document.querySelector('[data-testid=entry-count]')!.textContent;
    const before = count();
    seen.longest = 0;
    const pressed = performance.now();
    const painted = new Promise<number>((resolve) => {
      const watching = new MutationObserver(() => {
        if (count() === before || !/ saved in /.test(document.querySelector('.kept-words')!.textContent!)) return;
        watching.disconnect();
        // The frame after the next has begun when this one has been painted.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      });
      watching.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    button.click();
    const shown = await painted - pressed;
    // Long tasks are told of when the page is idle.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    return { kept: seen.kept - pressed, mirrored: seen.mirrored - pressed, shown, longest: seen.longest };
  });
}

for (const [entries, times] of [[1_000, 41], [50_000, many('APPENDS', 9)]] as const) {
  test(`append after ${entries} entries`, async ({ machine }) => {
    test.setTimeout(900_000);
    const page = await machine.start();
    await watch(page);
    await page.goto(BESIDE);
    await seed(page, stored('bank-1', bankLines(entries)));
    const began = Date.now();
    await page.goto('/#/bank');
    await new Workbench(page).amount.waitFor({ timeout: 600_000 });
    figure('opened', `${Date.now() - began} ms`);
    const all: Append[] = [];
    for (let time = 0; time < times; time += 1) all.push(await append(page));
    for (const what of ['kept', 'mirrored', 'shown', 'longest'] as const) {
      figure(what, `${median(all.map((one) => one[what])).toFixed(1)} ms, median of ${times}`);
    }
  });
}

test('how many entries localStorage holds', async ({ machine }) => {
  test.setTimeout(120_000);
  const page = await machine.start();
  await page.goto(BESIDE);
  await seed(page, stored('bank-1', bankLines(90_000)));
  const kept = linesIn(await shelf(page), 'bank-1').length;
  const characters = await page.evaluate(() => Object.entries({ ...localStorage })
    .reduce((sum, [key, text]) => sum + key.length + text.length, 0));
  figure('lines, whole segments', `${kept} in ${characters} characters, ${(characters / kept).toFixed(1)} each`);
  expect(kept).toBeLessThan(90_000);
});
