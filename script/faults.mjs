#!/usr/bin/env node
// The table of faults in the README, made from what the last run of script/test has tried.
//
//   script/faults           writes it into the README
//   script/faults --check   fails when the README says something else, or a fault was not tried or not survived
//
// A test says in its name which fault it tries: `fault_16_…` in Rust, `fault 16: …` in the browser.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const logs = { core: 'core-tests.log', page: 'page-tests.log', browser: 'browser-tests.log' };

// The promise that each fault is about first, and the fault in a few words.
const faults = {
  P1: {
    1: 'browser killed right after “saved”', 2: 'the same after a large diary', 3: 'killed between the two stores',
    4: 'the tab crashes mid-append', 9: 'storage full, for every amount of room', 10: 'room freed and used at once',
    23: 'the n-th storage call fails, for every n', 24: 'stopped after every step, any unflushed writes lost',
    35: 'killed half-way through an import', 38: 'a very long diary, cold',
  },
  P2: {
    8: 'an old or newer version in another tab', 16: 'each single byte changed', 17: 'each truncation, and what is no diary at all',
    18: 'a segment missing, swapped, copied', 22: 'the browser’s files overwritten', 30: 'files too large to import',
    31: 'nesting without end', 32: 'numbers beyond every limit', 33: 'compressed bombs', 34: 'wrong, partial, duplicate, foreign files',
    36: 'hostile names', 37: 'hostile links', 41: 'foreign keys in the same origin', 43: 'export of a damaged diary, and back',
  },
  P3: {
    11: 'storage blocked', 12: 'no localStorage', 13: 'a sandboxed frame', 14: 'IndexedDB missing, throwing, silent',
    15: 'its connection closed, the database deleted', 19: 'localStorage wiped', 20: 'IndexedDB wiped', 21: 'both wiped',
    39: 'a panic in the wasm', 40: 'the wasm missing, blocked, wrong; no JavaScript', 42: 'back and forward through the cache',
  },
  P4: {
    5: 'two and four tabs append at once', 6: 'two tabs withdraw the whole balance', 7: 'a frozen tab wakes and appends',
    25: 'the clock jumps back', 26: 'the time zone changes', 27: 'days with a gap, an overlap, and one that was left out',
    28: '“last month” at every edge', 29: 'times at the edges of the type',
  },
};

const tried = {};
const note = (layer, line, passed) => {
  for (const [, number] of line.matchAll(/fault[ _](\d+)/g)) {
    const fault = (tried[Number(number)] ??= { core: 0, page: 0, browser: 0, failed: 0 });
    fault[layer] += 1;
    if (!passed) fault.failed += 1;
  }
};
for (const [layer, file] of Object.entries(logs)) {
  const path = join(root, 'target/test-logs', file);
  if (!existsSync(path)) continue;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    // What the runners print: cargo's and wasm-bindgen's `test … ok`, and Playwright's list.
    const rust = /^test (\S+) \.\.\. (\w+)/.exec(line);
    if (rust) note(layer, rust[1], rust[2] === 'ok');
    const browser = /^\s+(✓|✘|-)\s+\d+ (.*)/.exec(line);
    if (browser) note(layer, browser[2], browser[1] === '✓');
  }
}

const rows = [];
const missing = [];
for (const [promise, list] of Object.entries(faults)) {
  for (const [number, words] of Object.entries(list)) {
    const fault = tried[number];
    if (!fault || fault.failed) missing.push(`fault ${number} (${words}): ${fault ? `${fault.failed} failed` : 'not tried'}`);
    const counts = fault ? Object.keys(logs).map((layer) => fault[layer] || '') : ['', '', ''];
    rows.push(`| ${promise} | ${number} | ${words} | ${counts.join(' | ')} | ${!fault ? 'not tried' : fault.failed ? 'fails' : 'survived'} |`);
  }
}
const table = ['| | No. | Fault | core | page | browser | Result |', '|---|---|---|---|---|---|---|', ...rows].join('\n');

const readme = join(root, 'README.md');
const [begin, end] = ['<!-- faults: written by script/faults -->', '<!-- /faults -->'];
const text = readFileSync(readme, 'utf8');
const [before, rest] = text.split(begin);
const now = `${before}${begin}\n${table}\n${rest.slice(rest.indexOf(end))}`;
for (const words of missing) console.error(words);
if (process.argv.includes('--check')) {
  if (now !== text) console.error('The table in the README is not that of this run: run script/faults and commit it.');
  process.exit(missing.length || now !== text ? 1 : 0);
}
writeFileSync(readme, now);
process.exit(missing.length ? 1 : 0);
