// One table of what was measured: ours, theirs, their ratio and its goal.

const time = (ms) => {
  if (ms >= 1) return `${ms.toPrecision(3)} ms`;
  return ms >= 0.001 ? `${(ms * 1e3).toPrecision(3)} µs` : `${(ms * 1e6).toPrecision(3)} ns`;
};
const spread = ({ median, low, high }) => `${time(median)} (${time(low)}–${time(high)})`;
const bytes = (count) => `${Math.round(count)} bytes`;

/** A row of two times. */
function against(id, what, ours, peer, theirs, goal) {
  if (!ours) return [];
  const ratio = ours.median / theirs.median;
  return [{ id, what, ours: spread(ours), peer, theirs: spread(theirs), ratio, goal, met: ratio <= goal }];
}

/** A row of one number of ours. */
function alone(id, what, value, goal, met, counts = false) {
  return value === undefined ? [] : [{ id, what, ours: value, peer: '', theirs: '', goal, met, counts }];
}

// What R6 has come to, so that CI notices when it grows: measured, and 3 %.
const HELD = 130;

export function table({ memory, grown, replay, travel, rebuild, open, ask }) {
  const rows = [
    ...against('R1', 'replay of 1,000,000', replay?.ours, 'an immutable `reduce`', replay?.immutable, 0.15),
    ...against('R2', 'replay of 1,000,000', replay?.ours, 'a mutable loop by hand', replay?.mutable, 1),
    ...against('R3', 'any moment of 100,000', travel?.jump.ours, 'Redux DevTools', travel?.jump.redux, 1.5),
    ...against('R4', 'one more command at 100,000', travel?.append.ours, 'Redux DevTools', travel?.append.redux, 0.02),
    ...against('R5', 'strike an early one of 100,000', travel?.strike.ours, 'Redux DevTools', travel?.strike.redux, 1),
    ...alone('R5+', 'the same with the figures of both', travel && spread(travel.shown.ours)),
    ...alone('R6', 'memory of an entry of 100,000, all read', memory && bytes(memory), '≤ 80', memory <= 80),
    ...alone('R6', 'the same, held by CI', memory && bytes(memory), `≤ ${HELD}`, memory <= HELD, true),
    ...alone('R6', 'the same when it was written one by one', grown && bytes(grown)),
    ...against('R7', 'rebuild an aggregate of 100,000', rebuild?.ours, 'Emmett in memory', rebuild?.emmett, 0.1),
    ...against('R14', 'open 50,000 kept lines', open?.ours, '`JSON.parse` of each', open?.parse, 3),
    ...alone('R17', 'all six questions at 100,000', ask && spread(ask.all.ours)),
    ...alone('R17', 'one more entry, all six again', ask && spread(ask.again.ours), '≤ 16 ms', ask?.again.ours.median <= 16),
  ];
  rows.lines = lines(rows);
  return rows;
}

function lines(rows) {
  const cells = rows.map((row) => [
    row.id, row.what, row.ours, row.peer, row.theirs, row.ratio?.toPrecision(2) ?? '', row.goal === undefined ? '' : `${row.goal}`.replace(/^(?=\d)/, '≤ '),
    { true: 'met', false: 'not met' }[row.met] ?? '',
  ]);
  const head = ['', 'Measure', 'Ours', 'Against', 'Theirs', 'Ratio', 'Goal', ''];
  const widths = head.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const wins = rows.filter((row) => row.ratio > 1);
  return [
    line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...cells.map(line), '',
    ...wins.map((row) => `${row.peer} wins at “${row.what}”: it takes ${(100 / row.ratio).toFixed(0)} % of our time.`),
    ...(wins.length === 0 ? ['No peer is faster at anything in this table.'] : []),
  ];
}
