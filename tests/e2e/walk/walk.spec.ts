// A random reader on stores that fail: nothing is lost, doubled, misplaced or hidden.
import { type BrowserContext } from '@playwright/test';
import { figure } from '../faults/figures';
import { expect, test } from '../faults/machine';
import { BESIDE } from '../faults/stores';
import { Walker } from './walker';

// script/walk asks for longer.
const MINUTES = Number(process.env.WALK_MINUTES ?? 1);
const SEED = Number(process.env.WALK_SEED ?? Date.now() % 2 ** 31);
// A walk begins anew after so many steps, with nothing kept.
const STEPS = 300;

function dice(seed: number) {
  let state = seed % 2 ** 32;
  const any = (limit: number) => {
    // A linear congruence (Numerical Recipes); its low digits repeat, so the high ones are used.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor(state / 2 ** 32 * limit);
  };
  // Neighbouring seeds begin alike.
  for (let at = 0; at < 10; at += 1) any(2);
  return any;
}

// One walk, from nothing kept; what it found, to be read.
async function walk(context: BrowserContext, seed: number, until: number): Promise<{ walker: Walker; report: string }> {
  const other = await context.newPage();
  await other.goto(BESIDE);
  const walker = await Walker.start(context, other, dice(seed));
  const problems = await walker.walk(STEPS, until);
  const report = problems.length === 0 ? '' : [
    `script/walk ${MINUTES} ${seed} found:`, ...problems.map((words) => `  ${words}`), '', 'What was done:', ...walker.script,
  ].join('\n');
  return { walker, report };
}

test('fault 52: a random reader on stores that are slow, full, silent, or fail now and then', async ({ browser }) => {
  // The end of a walk takes its time, too.
  test.setTimeout(MINUTES * 60_000 + 180_000);
  const until = Date.now() + MINUTES * 60_000;
  const sums = { walks: 0, steps: 0, presses: 0, saved: 0, refused: 0, cut: 0 };
  for (let seed = SEED; Date.now() < until || sums.walks === 0; seed += 1) {
    const context = await browser.newContext();
    const { walker, report } = await walk(context, seed, until);
    await context.close();
    sums.walks += 1;
    sums.steps += walker.script.length;
    sums.presses += walker.model.presses.length;
    sums.saved += walker.model.presses.filter(({ saved }) => saved).length;
    sums.refused += walker.model.presses.filter(({ refused }) => refused).length;
    sums.cut += walker.model.presses.filter(({ isCut }) => isCut).length;
    expect(report === '', report).toBe(true);
  }
  figure('seeds', `${SEED} and ${sums.walks - 1} after it`);
  figure('steps', String(sums.steps));
  figure('presses', `${sums.presses}: ${sums.saved} shown as saved, ${sums.refused} refused, ${sums.cut} cut off by a reload`);
});
