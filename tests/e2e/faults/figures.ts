// How much is done in a run, and what came of it. script/torture asks for more than script/test.
import { test } from '@playwright/test';

// A number that the environment may set: TORTURE_KILLS for KILLS.
export function many(name: string, usual: number): number {
  return Number(process.env[`TORTURE_${name}`] ?? usual);
}

// Notes a figure; script/torture prints them all.
export function figure(what: string, value: string) {
  test.info().annotations.push({ type: what, description: value });
}

// Whole numbers below a limit. The seed stands in the report, and TORTURE_SEED repeats it.
export function random() {
  let state = many('SEED', Date.now() % 2 ** 31);
  figure('seed', String(state));
  return (limit: number) => {
    // A linear congruence (Numerical Recipes): delays need no better.
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor(state / 2 ** 32 * limit);
  };
}
