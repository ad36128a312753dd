// How each cost grows with the diary, drawn as docs/growth.svg. Both axes count in tens, so that a straight line up one
// square for each square to the right is a cost that grows with the diary, and a level line one that doesn't.

const sizes = [1_000, 10_000, 100_000, 1_000_000];

// What is drawn: its name, its colour (they differ in lightness, too), and how its line is dashed.
const drawn = {
  ask: ['six questions', '#7a3b00', ''],
  strike: ['What if? both futures', '#b3261e', '6 3'],
  replay: ['replay', '#1f5fa8', ''],
  jump: ['any moment', '#2e7d32', '2 3'],
  append: ['one more command', '#5e35b1', '10 4'],
};

const [left, top, width, height] = [64, 16, 420, 360];
// From 100 ns to 10 s, in milliseconds.
const [lowest, highest] = [-4, 4];
const x = (size) => left + (width * (Math.log10(size) - 3)) / 3;
const y = (ms) => top + (height * (highest - Math.max(Math.log10(ms), lowest))) / (highest - lowest);

const name = (power) => {
  const unit = power >= 3 ? ['s', 3] : power >= 0 ? ['ms', 0] : power >= -3 ? ['µs', -3] : ['ns', -6];
  return `${10 ** (power - unit[1])} ${unit[0]}`;
};

/** Measures ours at each size. */
export async function growth(measure) {
  const found = [];
  for (const size of sizes) found.push({ size, ...(await measure('growth', size)) });
  return found;
}

export function draw(found) {
  const text = (at, to, words, more = '') => `<text x="${at}" y="${to}" ${more}>${words}</text>`;
  const lines = [];
  for (let power = lowest; power <= highest; power += 1) {
    const at = y(10 ** power).toFixed(1);
    lines.push(`<path d="M${left} ${at}h${width}" class="grid"/>`, text(left - 8, Number(at) + 4, name(power), 'text-anchor="end"'));
  }
  for (const size of sizes) {
    const at = x(size).toFixed(1);
    lines.push(`<path d="M${at} ${top}v${height}" class="grid"/>`, text(at, top + height + 20, size.toLocaleString('en'), 'text-anchor="middle"'));
  }
  lines.push(text(left + width / 2, top + height + 40, 'entries in the diary', 'text-anchor="middle"'));
  for (const [what, [words, colour, dashes]] of Object.entries(drawn)) {
    const points = found.map((at) => `${x(at.size).toFixed(1)} ${y(at[what].median).toFixed(1)}`);
    lines.push(`<path d="M${points.join('L')}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`);
    lines.push(text(left + width + 8, y(found.at(-1)[what].median) + 4, words, `fill="${colour}"`));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 160} ${top + height + 52}" font-family="sans-serif" font-size="12" role="img">
<title>How each cost grows with the diary</title>
<style>.grid { stroke: #ccc } svg { background: #fff }</style>
${lines.join('\n')}
</svg>
`;
}
