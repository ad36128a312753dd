// A tab that is open all day: whatever comes and goes leaves the page as it was. What the wasm takes of memory it never
// gives back, so the largest it ever was is what is compared.
import { expect, test, type Page } from '@playwright/test';
import { chromium, quiet } from './browser';
import { keptDiary } from './long';
import { Workbench } from './workbench';

// What may come with the first rounds: room that is used again and again.
const PLAY = 256 * 1024;

// Frames as fast as they can be made: what counts is how many there were.
test.use({ launchOptions: { executablePath: chromium(), args: [...quiet, '--disable-frame-rate-limit', '--disable-gpu-vsync'] } });
test.setTimeout(300_000);

declare global {
  interface Window { wasm?: WebAssembly.Memory; painted(): Promise<void> }
}

// Keeps hold of the memory of the page's wasm, and tells when the page has been painted.
const watch = (page: Page) => page.addInitScript(() => {
  window.painted = () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))); });
  for (const name of ['instantiate', 'instantiateStreaming'] as const) {
    const real = WebAssembly[name] as (...given: unknown[]) => Promise<WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource>;
    Object.assign(WebAssembly, {
      [name]: async (...given: unknown[]) => {
        const made = await real(...given);
        const { exports } = 'instance' in made ? made.instance : made;
        if (exports.memory instanceof WebAssembly.Memory) window.wasm = exports.memory;
        return made;
      },
    });
  }
});

interface Taken { memory: number; nodes: number; listeners: number }

// What is taken once all that nobody holds is gone.
async function taken(page: Page): Promise<Taken> {
  const browser = await page.context().newCDPSession(page);
  // What finalizers let go is gone with the second one.
  for (let time = 0; time < 2; time += 1) await browser.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await browser.send('Memory.getDOMCounters');
  const memory = await page.evaluate(() => window.wasm!.buffer.byteLength);
  await browser.detach();
  return { memory, nodes, listeners };
}

// So many times, each once the page has been painted: goes to the places one after the other.
const visit = (page: Page, places: string[], times: number) => page.evaluate(async ([places, times]) => {
  for (let time = 0; time < times; time += 1) {
    for (const place of places) {
      window.location.hash = `#/${place}`;
      await window.painted();
    }
  }
}, [places, times] as const);

const travel = (page: Page, steps: number) => page.evaluate(async (steps) => {
  const slider = document.querySelector<HTMLInputElement>('input[type=range]')!;
  for (let step = 1; step <= steps; step += 1) {
    slider.value = String((step * 7) % Number(slider.max));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}, steps);

const ask = (page: Page, times: number) => page.evaluate(async (times) => {
  const questions = document.querySelectorAll<HTMLElement>('.asked-line');
  for (let time = 0; time < times; time += 1) {
    const question = questions[time % questions.length];
    // It opens, and closes again.
    for (const open of ['true', 'false']) {
      question.click();
      await window.painted();
      if (question.getAttribute('aria-expanded') !== open) throw new Error(`the answer ${time} is not ${open}`);
    }
  }
}, times);

async function leavesNothing(page: Page, what: string, some: (times: number) => Promise<void>, warm: number, times: number) {
  await some(warm);
  const before = await taken(page);
  await some(times);
  const after = await taken(page);
  const told = `${what}: ${JSON.stringify({ before, after })}`;
  expect(after.memory - before.memory, told).toBeLessThanOrEqual(PLAY);
  // A single one left behind by each time would be seen.
  expect(after.nodes - before.nodes, told).toBeLessThan(times / 2);
  expect(after.listeners - before.listeners, told).toBeLessThan(times / 2);
}

const ROUNDS: [number, ...string[]][] = [
  [300, 'order', 'bank'], [100, 'parcel', 'bank'], [100, 'diaries', 'bank'], [100, 'learn', 'bank'], [100, 'learn/a1', 'learn/words'],
  [100, 'bank/readings', 'bank/moments', 'bank/what-if/3', 'bank/clocks', 'bank/touched', 'bank'],
];

test('places that are visited again and again', async ({ page }) => {
  await watch(page);
  await new Workbench(page).open('bank');
  for (const [times, ...round] of ROUNDS) {
    await leavesNothing(page, round.join(', '), (times) => visit(page, round, times), 20, times);
  }
});

for (const [length, entries] of [['short', 0], ['long', 5_000]] as const) {
  test(`steps of the slider, answers and visits on a ${length} diary`, async ({ page }) => {
    await watch(page);
    if (entries > 0) await keptDiary(page, entries);
    await new Workbench(page).open('bank');
    await leavesNothing(page, 'steps', (steps) => travel(page, steps), 300, 3_000);
    await leavesNothing(page, 'answers', (times) => ask(page, times), 24, 102);
    if (entries > 0) await leavesNothing(page, 'visits', (times) => visit(page, ['order', 'bank'], times), 20, 100);
  });
}
