// Times: each contestant in turn, so that a machine that gets slower does so for all of them.

/** Runs before the clock counts, so that everything is compiled. */
const WARM_UP = 4;

/**
 * The time of each contestant for one run, in milliseconds: its median and the quarters around it. A contestant is
 * `{ run, before?, after? }`, of which only `run` is timed; it is run `repeat` times.
 */
export async function compare(contestants, repeat = 15) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = -WARM_UP; round < repeat; round += 1) {
    for (const [name, { run, before, after }] of Object.entries(contestants)) {
      await before?.(round + WARM_UP);
      const from = performance.now();
      const made = run(round + WARM_UP);
      // Waiting for what is there already would count a turn of the browser's loop.
      const result = made instanceof Promise ? await made : made;
      const time = performance.now() - from;
      after?.(result);
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, quarters(all)]));
}

function quarters(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.round(part * (sorted.length - 1))];
  return { median: at(0.5), low: at(0.25), high: at(0.75), runs: sorted.length };
}
