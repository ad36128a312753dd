// What is measured of the core, in the browser. Each row ends with every contestant on the same balances.
import { compare } from './measure.mjs';
import { devTools, emmett, immutable, mutable } from './contestants.mjs';

// Each kind as one would write it down, so that the browser knows its fields: made with `...`, they are a quarter slower to read.
const made = {
  account_opened: ({ account, owner }) => ({ type: 'account_opened', account, owner }),
  deposited: ({ account, cents }) => ({ type: 'deposited', account, cents }),
  withdrawn: ({ account, cents }) => ({ type: 'withdrawn', account, cents }),
  transferred: ({ from, to, cents }) => ({ type: 'transferred', from, to, cents }),
  fee_charged: ({ account, cents, fee }) => ({ type: 'fee_charged', account, cents, fee }),
  fee_refunded: ({ account, cents, fee }) => ({ type: 'fee_refunded', account, cents, fee }),
};

/** The events of a diary as JavaScript has them. They go over in pieces: a text may not be of any length. */
function eventsOf(bench, from = 0) {
  const events = [];
  for (let at = from; at < bench.entries(); at += 10_000) {
    for (const named of JSON.parse(bench.events(at, at + 10_000))) {
      const [[type, data]] = Object.entries(named);
      events.push(made[type](data));
    }
  }
  return events;
}

const named = { everyday: 'Everyday', savings: 'Savings' };

function balances(state) {
  return Object.entries(state.accounts).map(([account, cents]) => `${named[account] ?? account} ${cents};`).sort().join('');
}

/** Ours in the same form. */
const ours = (bench) => bench.balances().split(/(?<=;)/).sort().join('');

function same(row, ...all) {
  if (all[0] === '' || all.some((one) => one !== all[0])) throw new Error(`${row}: not the same balances: ${all.join(' | ')}`);
}

export function written(Bench, entries) {
  const bench = new Bench();
  bench.write(entries);
  return bench;
}

/** R1 and R2: replay of many events. */
export async function replay(Bench, entries, repeat) {
  const bench = written(Bench, entries);
  const events = eventsOf(bench);
  const ended = {};
  const times = await compare({
    ours: { run: () => bench.replay(), after: () => { ended.ours = ours(bench); } },
    immutable: { run: () => events.reduce(immutable, undefined), after: (state) => { ended.immutable = balances(state); } },
    mutable: { run: () => mutable(events), after: (state) => { ended.mutable = balances(state); } },
  }, repeat);
  same('replay', ...Object.values(ended));
  bench.free();
  return times;
}

/** R3, R5 and R4: any moment, a struck entry, one more command; against Redux' developer tools. */
export async function travel(Bench, entries, repeat) {
  const bench = written(Bench, entries);
  bench.read();
  const tools = devTools(eventsOf(bench));
  // Jumps that look like chance, the same for both. State 0 of the tools is before the first action, as version 0 is ours.
  const jumps = Uint32Array.from({ length: 1_000 }, (_, at) => (at * 2_654_435_761) % (entries + 1));
  const jump = await compare({
    ours: { run: () => bench.at(jumps) },
    redux: { run: () => { for (const version of jumps) tools.jump(version); } },
  }, repeat);
  same('jump', ours(bench), balances(tools.store.getState()));
  tools.jump(entries);

  const early = 10;
  const strike = await compare({
    ours: { run: () => bench.strike(early), before: () => bench.forget() },
    redux: { run: () => tools.toggle(early), before: (round) => { if (round > 0) tools.toggle(early); } },
  }, repeat);
  same('strike', ours(bench), balances(tools.store.getState()));
  const shown = await compare({ ours: { run: () => bench.strike_and_show(early), before: () => bench.forget() } }, repeat);
  bench.forget();
  tools.toggle(early);

  const count = 100;
  const append = await compare({
    ours: { run: () => bench.append(count) },
    redux: {
      before: () => { tools.next = eventsOf(bench, bench.entries() - count); },
      run: () => { for (const event of tools.next) tools.store.dispatch(event); },
    },
  }, repeat);
  same('append', ours(bench), balances(tools.store.getState()));
  bench.free();
  return { jump: each(jump, jumps.length), strike, shown, append: each(append, count) };
}

/** R7: an aggregate of many events. */
export async function rebuild(Bench, entries, repeat) {
  const bench = written(Bench, entries);
  const aggregate = await emmett(eventsOf(bench));
  let theirs;
  const times = await compare({
    ours: { run: () => bench.replay() },
    emmett: { run: aggregate, after: ({ state }) => { theirs = balances(state); } },
  }, repeat);
  same('rebuild', ours(bench), theirs);
  bench.free();
  return times;
}

/** R14: opening what is kept: reading and checking every line, against parsing as many lines. */
export async function open(Bench, entries, repeat) {
  const bench = written(Bench, entries);
  const text = bench.lines();
  const parse = () => text.trimEnd().split('\n').map((line) => JSON.parse(line.slice(0, line.lastIndexOf('|'))));
  let parsed;
  const times = await compare({
    ours: { run: () => bench.open(text) },
    parse: { run: parse, after: (lines) => { parsed = lines; } },
  }, repeat);
  same('open', ours(bench), balances(parsed.map(([, , type, data]) => made[type](data)).reduce(immutable, undefined)));
  bench.free();
  return times;
}

/** R17: each of the bank's questions from nothing, and once more after one further entry with the figures at hand. */
export async function ask(Bench, entries, repeat) {
  const bench = written(Bench, entries);
  bench.read();
  const all = await compare({ ours: { run: () => bench.ask() } }, repeat);
  const again = await compare({ ours: { run: () => { bench.append(1); bench.ask_again(); } } }, repeat);
  bench.free();
  return { all, again };
}

/** How much each costs in a diary of so many entries: ours alone. */
export async function growth(Bench, entries, repeat) {
  const bench = written(Bench, entries);
  bench.read();
  const jumps = Uint32Array.from({ length: 1_000 }, (_, at) => (at * 2_654_435_761) % (entries + 1));
  const times = async (run, before) => (await compare({ ours: { run, before } }, repeat)).ours;
  const found = {
    replay: await times(() => bench.replay()),
    jump: each({ ours: await times(() => bench.at(jumps)) }, jumps.length).ours,
    strike: await times(() => bench.strike(10), () => bench.forget()),
    ask: await times(() => bench.ask()),
  };
  bench.forget();
  found.append = each({ ours: await times(() => bench.append(100)) }, 100).ours;
  bench.free();
  return found;
}

function each(times, count) {
  const parts = Object.entries(times).map(([name, time]) => [name, {
    ...time, median: time.median / count, low: time.low / count, high: time.high / count,
  }]);
  return Object.fromEntries(parts);
}
