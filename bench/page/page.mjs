// Runs in the browser. The driver (bench/run.mjs) calls one of these at a time in a page of its own.
import init, { Bench } from '../../target/bench/wasm/bench.js';
import { ask, growth, open, rebuild, replay, travel, written } from './rows.mjs';

const wasm = init({ module_or_path: 'bench_bg.wasm' });

/** R6: the memory that an entry takes with all that the page reads off it. Nothing else has run in this page before. */
async function memory(Bench, entries, repeat, way) {
  const { memory } = await wasm;
  const before = memory.buffer.byteLength;
  if (way === 'opened') {
    Bench.opened(entries);
  } else {
    const bench = written(Bench, entries);
    bench.read();
  }
  return (memory.buffer.byteLength - before) / entries;
}

const rows = { ask, growth, memory, open, rebuild, replay, travel };

window.measure = async (row, entries, repeat, way) => {
  await wasm;
  return rows[row](Bench, entries, repeat, way);
};
