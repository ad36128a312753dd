// The browser is killed, with everything that it had not written yet. What was shown as saved comes back.
import { once } from 'node:events';
import { setTimeout as later } from 'node:timers/promises';
import { Workbench } from '../workbench';
import { amounts, type as typeOn } from './typist';
import { bankLines, stored } from './diary';
import { figure, many, random } from './figures';
import { judge } from './judge';
import { expect, test, type Machine } from './machine';
import { BESIDE, seed } from './stores';

// Types without a pause, kills the browser at a random moment right after something was shown as saved, starts it again
// and judges; so many times, on one profile, so that a diary that was mended is hit again.
async function killOften(machine: Machine, kills: number) {
  const any = random();
  const all: number[] = [];
  let next = 10_001;
  let page = await machine.start();
  await page.goto('/#/bank');
  await new Workbench(page).ready('bank');
  for (let kill = 0; kill < kills; kill += 1) {
    const target = 1 + any(12);
    const coming = Array.from({ length: 400 }, (_, at) => next + at);
    const saved: number[] = [];
    const killed = new Promise<void>((resolve, reject) => {
      const hear = (cents: number) => {
        saved.push(cents);
        // The random moment is the fault itself: the page types on meanwhile.
        if (saved.length === target) later(any(25)).then(() => machine.kill()).then(resolve, reject);
      };
      // It ends with the browser.
      typeOn(page, coming, hear).catch(() => {});
    });
    await killed;
    expect(saved.length, 'the kill came while there was more to type').toBeLessThan(coming.length);
    all.push(...saved);
    next = coming.at(-1)! + 1;
    page = await machine.start();
    await page.goto('/#/bank');
    await new Workbench(page).ready('bank');
    await judge(page, all);
  }
  return { page, saved: all };
}

test('fault 1: the browser is killed right after “saved”', async ({ machine }) => {
  const kills = many('KILLS', 5);
  test.setTimeout(30_000 + kills * 15_000);
  const { saved } = await killOften(machine, kills);
  figure(`${kills} kills right after “saved”`, `0 of ${saved.length} entries lost`);
});

test('fault 2: the same after a large diary', async ({ machine }) => {
  const lines = many('LINES', 1_000);
  const kills = Math.min(many('KILLS', 2), 5);
  test.setTimeout(60_000 + (kills + 1) * (15_000 + lines * 6));
  const page = await machine.start();
  await page.goto(BESIDE);
  await seed(page, stored('bank-1', bankLines(lines)));
  await machine.stop();
  const { saved } = await killOften(machine, kills);
  figure(`${kills} kills after a diary of ${lines} entries`, `0 of ${saved.length} entries lost`);
});

test('fault 3: the browser is killed between its database and localStorage', async ({ machine }) => {
  let page = await machine.start();
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function stopAt(key: string, text: string) {
      // A question that nobody answers holds the page at this very line.
      if (text.includes('12345')) alert(key);
      set.call(this, key, text);
    };
  });
  await page.goto('/#/bank');
  const bench = new Workbench(page);
  await bench.ready('bank');
  await typeOn(page, amounts(0, 3));
  const held = once(page, 'dialog');
  await bench.amount.fill('123.45');
  // The click does not come back, since the page is held.
  bench.command('Deposit').click().catch(() => {});
  expect((await held)[0].message(), 'held before the line is in localStorage').toBe('event-diary/bank-1/00000');
  await machine.kill();

  page = await machine.start();
  await page.goto('/#/bank');
  const again = new Workbench(page);
  await again.ready('bank');
  // It was in the database, so it is kept, and what the readable text lacks is told.
  await judge(page, [...amounts(0, 3), 12_345]);
  await expect(again.notice).toContainText(/missing from the readable text, restored from the browser’s database/);
  await page.reload();
  await again.ready('bank');
  await expect(again.notice).toHaveCount(0);
});

test('fault 4: the tab crashes in the middle of writing', async ({ page, context }) => {
  const bench = new Workbench(page);
  await bench.open();
  const saved: number[] = [];
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  typeOn(page, amounts(0, 200), (cents) => {
    saved.push(cents);
    // Nothing answers this: the one who would is gone.
    if (saved.length === 7) session.send('Page.crash').catch(() => {});
  }).catch(() => {});
  await crashed;
  await page.close();
  const next = await context.newPage();
  await new Workbench(next).open();
  await judge(next, saved);
  // It goes on as if nothing had been.
  await typeOn(next, amounts(1, 3));
  await judge(next, [...saved, ...amounts(1, 3)]);
});
