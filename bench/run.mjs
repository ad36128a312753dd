// What script/bench runs when everything is built: measures in headless Chromium, prints one table, writes
// target/bench.json and, when all of it is measured, the curves of docs/performance.md.
import { createServer } from 'node:http';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { build } from './node_modules/esbuild/lib/main.js';
import { table } from './table.mjs';
import { draw, growth } from './curves.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
const out = join(root, 'target/bench/page');
const only = process.argv.find((option) => option.startsWith('--only='))?.slice('--only='.length).split(',');
const short = process.argv.includes('--short');
const repeat = short ? 3 : 15;

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(root, 'bench/page/page.mjs')],
  outfile: join(out, 'page.js'),
  bundle: true, format: 'esm', minify: true, platform: 'browser', define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
});
writeFileSync(join(out, 'bench_bg.wasm'), readFileSync(join(root, 'target/bench/wasm/bench_bg.wasm')));
writeFileSync(join(out, 'index.html'), '<!doctype html><title>bench</title><script type="module" src="page.js"></script>');

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const server = createServer((request, response) => {
  const name = request.url === '/' ? 'index.html' : request.url.slice(1).replaceAll('/', '');
  try {
    const content = readFileSync(join(out, name));
    // A page that is isolated from all others has a clock of 5 µs instead of 100.
    response.writeHead(200, {
      'Content-Type': types[extname(name)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
const address = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--disable-gpu', '--no-first-run'] });

/** One row in a page of its own, so that none finds the memory or the compiled code of another. */
async function measure(row, entries, way) {
  if (only && !only.includes(row)) return undefined;
  const started = Date.now();
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(address);
  await page.waitForFunction('window.measure');
  const result = await page.evaluate((all) => window.measure(...all), [row, entries, repeat, way]);
  await page.close();
  console.error(`${row} of ${entries.toLocaleString('en')}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return result;
}

const many = short ? 2_000 : 100_000;
const results = {
  memory: await measure('memory', 100_000, 'opened'),
  grown: await measure('memory', 100_000, 'written'),
  replay: await measure('replay', short ? 20_000 : 1_000_000),
  travel: await measure('travel', many),
  rebuild: await measure('rebuild', many),
  open: await measure('open', short ? many : 50_000),
  ask: await measure('ask', many),
};
const grown = short || (only && !only.includes('growth')) ? undefined : await growth(measure);
await browser.close();
server.close();

const rows = table(results);
if (short) {
  // Times of so little say nothing. What is counted does, and a contestant that ended on other balances has stopped the run.
  const counted = rows.filter((row) => row.counts);
  for (const row of counted) console.log(`${row.met ? 'ok    ' : 'FAILED'} ${row.id} ${row.what}: ${row.ours} (${row.goal})`);
  console.log('ok     all contestants end on the same balances');
  process.exit(counted.every((row) => row.met) ? 0 : 1);
}
for (const line of rows.lines) console.log(line);
mkdirSync(join(root, 'target'), { recursive: true });
writeFileSync(join(root, 'target/bench.json'), `${JSON.stringify({ rows, results, growth: grown }, null, 2)}\n`);
if (grown) writeFileSync(join(root, 'docs/growth.svg'), draw(grown));
