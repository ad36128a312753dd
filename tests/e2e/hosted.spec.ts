// One build works wherever it is put: at the root of a host, under a path, and under one that nobody would choose.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench';

for (const path of ['/', '/a/b/', '/a/b', '/a/b/index.html', '/mein Büro/']) {
  test(`at ${path} everything is found, also what is fetched later`, async ({ page, baseURL }) => {
    const missing: string[] = [];
    const asked: string[] = [];
    page.on('response', (response) => {
      asked.push(response.url());
      if (response.status() >= 400) missing.push(response.url());
    });
    page.on('requestfailed', (request) => {
      // What is on its way when the page is loaded anew is given up by the browser.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') missing.push(request.url());
    });
    const bench = new Workbench(page);
    await page.goto(encodeURI(path));
    await bench.ready('bank');
    const [here] = page.url().split('#');
    await bench.wish('Deposit', '12.34');
    await expect(bench.entryCount).toHaveText('12');
    for (const place of ['order', 'parcel', 'bank/what-if/2', 'bank/readings', 'learn', 'diaries']) {
      await page.goto(`${here}#/${place}`);
      await expect(page.locator('main .fetching')).toHaveCount(0);
      await expect(page.locator('.failed')).toHaveCount(0);
    }
    await page.goto(`${here}#/bank`);
    await page.reload();
    await bench.ready('bank');
    await expect(bench.entryCount).toHaveText('12');
    expect(missing, 'what was not found').toEqual([]);
    const folder = new URL('./', page.url()).href;
    expect(asked.filter((url) => !url.startsWith(folder) && url !== baseURL + encodeURI(path)), 'outside of its folder').toEqual([]);
  });
}

test('what lies compressed beside a file is that file', () => {
  const dist = fileURLToPath(new URL(process.env.DIST ?? '../../dist', pathToFileURL(__filename)));
  const names = readdirSync(dist);
  for (const [ending, decompress] of [['.br', brotliDecompressSync], ['.gz', gunzipSync]] as const) {
    const compressed = names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    for (const name of compressed) {
      const is = decompress(readFileSync(join(dist, `${name}${ending}`)));
      expect(is.equals(readFileSync(join(dist, name))), `${name}${ending}`).toBe(true);
    }
    // All that a reader waits for.
    expect(names.filter((name) => /\.(html|css|wasm|js)$/.test(name) && !compressed.includes(name))).toEqual([]);
  }
});
