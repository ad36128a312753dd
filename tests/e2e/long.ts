// A long diary that an earlier visit has kept.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { COURSE_NOW } from './workbench';

const DEPOSIT = '"deposited",{"account":"everyday","cents":1}';

// A diary of so many entries as it lies on the shelf; opening it restores the database's copy. `event` says what the
// entries after the first one are.
function texts(entries: number, event: (n: number) => string) {
  const begun = COURSE_NOW.getTime() - 86_400_000;
  const texts: Record<string, string> = {};
  let link = Buffer.alloc(32);
  for (let n = 1; n <= entries; n += 1) {
    const key = `event-diary/bank-1/${String(Math.floor((n - 1) / 256)).padStart(5, '0')}`;
    const opened = '"account_opened",{"account":"everyday","owner":"Ana"}';
    const line = `[${n},${begun + n},${n === 1 ? opened : event(n)}]`;
    link = createHash('sha256').update(link).update(line).digest();
    texts[key] = `${texts[key] ?? ''}${line}|${link.toString('hex', 0, 4)}\n`;
  }
  const meta = { format: 1, created: begun, head: entries, fingerprint: link.toString('hex', 0, 4) };
  return { ...texts, 'event-diary/bank-1/meta': JSON.stringify(meta) };
}

// Lays it on the shelf, before the page is opened.
export async function keptDiary(page: Page, entries: number, event = (_: number) => DEPOSIT) {
  await page.goto('/theme.js');
  await page.evaluate((texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text)), texts(entries, event));
}
