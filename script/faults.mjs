#!/usr/bin/env node
// The faults that the tests try, as a table that is made from what the last run of script/test has tried.
//
//   script/faults           writes target/faults.md, and prints it
//   script/faults --check   the same, and fails when a fault was not tried or not survived, when a test tries one that is
//                           not in the list below, or when the README tells another sum
//
// A test says in its name which fault it tries: `fault_16_…` in Rust, `fault 16: …` in the browser. Another test of a
// fault that is in the list changes nothing here.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    44: 'another diary is opened, begun, taken in or deleted while requests wait', 45: 'a second tab is opened during a slow save',
    48: 'the page is left while something is on its way', 50: 'a commit that throws, or is taken back without a reason',
  },
  P2: {
    8: 'an old or newer version in another tab', 16: 'each single byte changed', 17: 'each truncation, and what is no diary at all',
    18: 'a segment missing, swapped, copied', 22: 'the browser’s files overwritten', 30: 'files too large to import',
    31: 'nesting without end', 32: 'numbers beyond every limit', 33: 'compressed bombs', 34: 'wrong, partial, duplicate, foreign files',
    36: 'hostile names', 37: 'hostile links', 41: 'foreign keys in the same origin', 43: 'export of a damaged diary, and back',
    46: 'a read that fails once at the start',
  },
  P3: {
    11: 'storage blocked', 12: 'no localStorage', 13: 'a sandboxed frame', 14: 'IndexedDB missing, throwing, silent',
    15: 'its connection closed, the database deleted', 19: 'localStorage wiped', 20: 'IndexedDB wiped', 21: 'both wiped',
    39: 'a panic in the wasm', 40: 'the wasm missing, blocked, wrong; no JavaScript', 42: 'back and forward through the cache',
    47: 'several refusals at once', 49: 'a store that says no while the page is open', 51: 'localStorage throws when it is used',
  },
  P4: {
    5: 'two and four tabs append at once', 6: 'two tabs withdraw the whole balance', 7: 'a frozen tab wakes and appends',
    25: 'the clock jumps back', 26: 'the time zone changes', 27: 'days with a gap, an overlap, and one that was left out',
    28: '“last month” at every edge', 29: 'times at the edges of the type',
    52: 'a random reader on stores that fail now and then',
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
const wrong = [];
for (const [promise, list] of Object.entries(faults)) {
  for (const [number, words] of Object.entries(list)) {
    const fault = tried[number];
    if (!fault || fault.failed) wrong.push(`fault ${number} (${words}): ${fault ? `${fault.failed} failed` : 'not tried'}`);
    const counts = fault ? Object.keys(logs).map((layer) => fault[layer] || '') : ['', '', ''];
    rows.push(`| ${promise} | ${number} | ${words} | ${counts.join(' | ')} | ${!fault ? 'not tried' : fault.failed ? 'fails' : 'survived'} |`);
  }
}
const listed = Object.assign({}, ...Object.values(faults));
for (const number of Object.keys(tried)) {
  if (!(number in listed)) wrong.push(`a test tries fault ${number}, which is not in the list of script/faults.mjs`);
}
const sum = `The tests try ${rows.length} faults`;
if (!readFileSync(join(root, 'README.md'), 'utf8').includes(sum)) wrong.push(`the README does not say: ${sum}`);

const table = ['| | No. | Fault | core | page | browser | Result |', '|---|---|---|---|---|---|---|', ...rows, ''].join('\n');
mkdirSync(join(root, 'target'), { recursive: true });
writeFileSync(join(root, 'target/faults.md'), table);
console.log(table);
for (const words of wrong) console.error(words);
process.exitCode = process.argv.includes('--check') && wrong.length ? 1 : 0;
