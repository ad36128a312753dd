// What the rescue page makes of two stores in any mix of damage: all that is kept is in its file, and the app takes the
// file in. Both stores are the browser's own; only the diary in them is made up.
import { expect, test, type Page } from '@playwright/test';
import { many, random } from './faults/figures';
import { good, lost, mix, rescued, NAME } from './faults/mixes';
import { BESIDE } from './faults/stores';
import { Workbench } from './workbench';

// Gives the file to the app, and tells what it says to it.
async function imported(page: Page, text: string): Promise<string> {
  await page.locator('#import-file').setInputFiles({ name: 'rescued.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text) });
  const said = page.getByTestId('import-preview').or(page.getByTestId('import-report')).or(page.getByTestId('import-done'));
  const words = (await said.textContent())!;
  await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Cancel' }).click({ timeout: 2_000 }).catch(() => {});
  await expect(said, words).toHaveCount(0, { timeout: 2_000 });
  return words;
}

for (const part of [1, 2, 3, 4]) {
  test(`random mixes of damage in both stores, part ${part}: nothing that is kept is missing in the file, and it is taken in`, async ({ page, browser }) => {
    const times = many('MIXES', 60);
    test.setTimeout(30_000 + times * 1_000);
    const any = random();
    const bench = new Workbench(page);
    await bench.open('diaries');
    // Another device, as it were: its stores are its own.
    const device = await (await browser.newContext()).newPage();
    await device.goto(BESIDE);
    const counts = new Set<string>();
    for (let time = 0; time < times; time += 1) {
      const made = mix(any);
      const { text, notes } = await rescued(device, made);
      const what = `mix ${time}, ${notes.join(' ')}: ${JSON.stringify(made).slice(0, 20_000)}\n${text.slice(0, 20_000)}`;
      const head = JSON.parse(text.split('\n')[0]);
      const entries = good(made);
      expect(head, what).toMatchObject({ 'event-diary': 1, kind: 'bank', name: NAME, entries });
      expect(text.split('\n').slice(1, entries + 1), what)
        .toEqual(made.lines.slice(0, entries).map((line) => `${line.slice(0, -10)},"${line.slice(-8)}"]`));
      expect(lost(made, text), what).toEqual([]);
      expect(text, what).not.toContain('a command');
      expect(notes.join(' ').includes('database could not be read'), what).toBe(made.without === 'database');
      expect(notes.join(' ').includes('localStorage could not be read'), what).toBe(made.without === 'localStorage');

      const words = await imported(page, text);
      const aside = text.trimEnd().split('\n').length - 1 - entries;
      expect(words, what).toContain(entries === 1 ? ': 1 entry,' : `: ${entries} entries`);
      expect(words, what).toContain(`Fingerprint ${made.lines[entries - 1]?.slice(-8) ?? '00000000'}.`);
      expect(words, what).toContain(aside ? `Texts that were set aside: ${aside}. Every line` : '. Every line');
      counts.add(entries < made.lines.length ? 'stops' : 'whole').add(aside ? 'with texts' : 'without');
    }
    // Mixes that all come to the same would try nothing.
    expect([...counts].sort()).toEqual(['stops', 'whole', 'with texts', 'without']);
  });
}
