// The judge of all faults: what was shown as saved comes back, no number stands twice, both copies say the same, and the
// balance is what the lines add up to.
import { expect, type Page } from '@playwright/test';
import { Workbench } from '../workbench';
import { balance, money, read } from './diary';
import { ledger, linesIn, shelf } from './stores';

export interface Judged {
  // Whether the readable text must be there as well. It is not where it has no room or no store.
  shelf?: boolean;
  name?: string;
}

// Judges the bank's diary that a page has open, and gives its lines. `saved` are the amounts, in cents and each of them
// only once, of the deposits that were shown as saved.
export async function judge(page: Page, saved: Iterable<number>, judged: Judged = {}): Promise<string[]> {
  const { shelf: hasShelf = true, name = 'bank-1' } = judged;
  const bench = new Workbench(page);
  const kept = await ledger(page);
  const lines = linesIn(kept.entries, name);
  const facts = read(lines);
  const record = JSON.parse(kept.meta[name]);
  expect(record, 'the database’s record').toMatchObject({ head: lines.length, fingerprint: lines.at(-1)!.slice(-8) });
  const times = new Map<number, number>();
  for (const [, , fact, content] of facts) {
    const cents = Number(content.cents);
    if (fact === 'deposited') times.set(cents, (times.get(cents) ?? 0) + 1);
  }
  const wrong = [...saved].filter((cents) => times.get(cents) !== 1);
  expect(wrong, 'shown as saved, and not there once and only once').toEqual([]);
  // A tab sees what another one wrote into localStorage a little later.
  if (hasShelf) await expect.poll(async () => linesIn(await shelf(page), name), 'the readable text').toEqual(lines);
  await expect(bench.entryCount).toHaveText(String(lines.length));
  await expect(bench.diaryBalance).toHaveText(money(balance(facts)));
  // What was overwritten stays beside it for a while, struck out.
  await expect(bench.snapshotBalance).toHaveText(new RegExp(`${money(balance(facts)).replace('.', '\\.')}$`));
  return lines;
}
