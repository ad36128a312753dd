// Play goes through the diary by itself, on a clock that the test holds, and speaks only where something begins or ends.
import { expect, test } from '@playwright/test';
import { COURSE_NOW, Workbench } from './workbench';

// The timers stand still until the test lets time pass.
async function openHoldingTime(bench: Workbench) {
  await bench.page.clock.install({ time: COURSE_NOW });
  await bench.open('bank', null);
  await bench.page.clock.pauseAt(new Date(COURSE_NOW.getTime() + 60_000));
  // The clock of the tests numbers timers from 10^12, which no browser does. Wasm takes a timer's number as 32 bits, so
  // it is given small ones.
  await bench.page.evaluate(() => {
    const { setInterval: set, clearInterval: clear } = window;
    const numbers: number[] = [0];
    Object.assign(window, {
      setInterval: (then: () => void, pause: number) => numbers.push(set(then, pause) as unknown as number) - 1,
      clearInterval: (at: number) => clear(numbers[at]),
    });
  });
}

test('plays from the first entry to now and stops there by itself', async ({ page }) => {
  const bench = new Workbench(page);
  await openHoldingTime(bench);
  await bench.step('Play').click();
  await expect(bench.slider).toHaveValue('0');
  await expect(bench.step('Pause')).toBeVisible();
  await expect(bench.voice).toContainText(/play/i);
  const begun = await bench.voice.innerText();
  for (let at = 1; at < 11; at += 1) {
    await page.clock.runFor(900);
    await expect(bench.slider).toHaveValue(String(at));
    // Frames don't speak.
    await expect(bench.voice).toHaveText(begun);
  }
  await page.clock.runFor(900);
  await expect(bench.slider).toHaveValue('11');
  await expect(bench.step('Play')).toBeVisible();
  await expect(bench.voice).toContainText(/end/i);
  await page.clock.runFor(60_000);
  await expect(bench.slider).toHaveValue('11');
});

test('pauses where it is and goes on from there', async ({ page }) => {
  const bench = new Workbench(page);
  await openHoldingTime(bench);
  await bench.step('Play').click();
  await page.clock.runFor(900 * 3);
  await bench.step('Pause').click();
  await expect(bench.slider).toHaveValue('3');
  await expect(bench.voice).toContainText(/24 January/);
  await page.clock.runFor(60_000);
  await expect(bench.slider).toHaveValue('3');
  await bench.step('Play').click();
  await page.clock.runFor(900);
  await expect(bench.slider).toHaveValue('4');
});

test('the speed changes how long an entry stays, also while it plays', async ({ page }) => {
  const bench = new Workbench(page);
  await openHoldingTime(bench);
  const speed = bench.timeMachine.getByRole('combobox', { name: 'Speed' });
  await expect(speed).toBeHidden();
  await bench.step('Play').click();
  await speed.selectOption('4');
  await page.clock.runFor(900);
  await expect(bench.slider).toHaveValue('4');
  await speed.selectOption('1');
  await page.clock.runFor(900 * 2);
  await expect(bench.slider).toHaveValue('6');
});

test('a step by hand takes over', async ({ page }) => {
  const bench = new Workbench(page);
  await openHoldingTime(bench);
  await bench.step('Play').click();
  await page.clock.runFor(900 * 5);
  await bench.step('Back').click();
  await expect(bench.slider).toHaveValue('4');
  await page.clock.runFor(60_000);
  await expect(bench.slider).toHaveValue('4');
});

test('leaving the place stops it', async ({ page }) => {
  const bench = new Workbench(page);
  await openHoldingTime(bench);
  await bench.step('Play').click();
  await page.clock.runFor(900 * 2);
  await expect(bench.slider).toHaveValue('2');
  await bench.goTo('order');
  await page.clock.runFor(60_000);
  await expect(bench.slider).toHaveValue('9');
  await bench.goTo('bank');
  await expect(bench.slider).toHaveValue('2');
  await expect(bench.step('Play')).toBeVisible();
});
