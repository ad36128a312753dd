// The stores are healed, and everything that waits comes to its end. Then all is compared.
import { expect } from '@playwright/test';
import { ledger, linesIn, shelf, type Ledger } from '../faults/stores';
import { namesIn, type Kind } from './model';
import { type Tab } from './tab';
import { type Walker } from './walker';

// The readable text is tried again every minute at the latest.
const MENDING = 75_000;

// Others may keep writing for half a minute before a request is given up.
const PATIENCE = { timeout: 40_000, intervals: [50, 100, 200, 500] };

// What is wrong.
export async function quiet(walker: Walker): Promise<string[]> {
  const { model, tabs, other } = walker;
  for (const tab of tabs) await tab.rig.heal();
  const kept = async () => {
    for (const tab of tabs) model.takeIn(await tab.seen());
    return ledger(other);
  };
  const answered = await until(async () => {
    const waiting = model.waiting(await kept());
    // A refusal stands in the place of its diary until it has been seen there.
    for (const { tab: name, diary } of waiting) {
      await tabs.find((tab) => tab.name === name)?.go(diary.startsWith('order-') ? 'order' : 'bank');
    }
    return waiting.length === 0;
  });
  if (!answered) {
    const late = model.waiting(await kept()).map(({ mark, step, diary }) => `${mark.text} (step ${step}, ${diary})`);
    return [`neither written nor refused though everything works: ${late.join(', ')}`, ...await says(tabs)];
  }
  const problems = model.judge(await kept(), walker.step);
  for (const tab of tabs) problems.push(...await settle(walker, tab));
  for (const tab of tabs) model.takeIn(await tab.seen());
  const last = await kept();
  problems.push(...model.judge(last, walker.step));
  for (const tab of tabs) problems.push(...await compare(tab, last));
  return [...new Set(problems)];
}

// Each tab shows a diary that is there, writes one more entry in it, and says that all is saved.
async function settle(walker: Walker, tab: Tab): Promise<string[]> {
  const kind: Kind = tab.place === 'order' ? 'order' : 'bank';
  const where = `tab ${tab.name}`;
  if (!await tab.go(kind)) return [`${where}: the ${kind} is not there though everything works`];
  await tab.travel(-1);
  const name = (await tab.stands())?.diary ?? await tab.learn(kind);
  const isGone = !name || !namesIn(await ledger(walker.other)).includes(name);
  if (isGone) {
    // It was deleted elsewhere: whoever comes back finds another.
    walker.note(`${tab.name}: shows ${name ?? 'no diary'}, which is not there any more`);
    await walker.reload(tab);
  }
  await walker.pressOnce(tab, kind);
  const { model } = walker;
  const done = await until(async () => {
    model.takeIn(await tab.seen());
    return model.waiting(await ledger(walker.other)).length === 0;
  });
  if (!done) return [`${where}: the press after everything was healed has no answer`, ...await says([tab])];
  const isSaved = await until(async () => /\bsaved in this browser\b/.test((await tab.stands())?.saying ?? ''), MENDING);
  return isSaved ? [] : [`${where}: does not say that all is saved though everything works`, ...await says([tab])];
}

// A tab shows all of its diary, and both stores have the same of it.
async function compare(tab: Tab, kept: Ledger): Promise<string[]> {
  const kind: Kind = tab.place === 'order' ? 'order' : 'bank';
  const name = (await tab.stands())?.diary ?? tab.believed[kind];
  if (!name) return [`tab ${tab.name}: shows no diary`];
  const lines = linesIn(kept.entries, name);
  const problems: string[] = [];
  const shows = async () => (await tab.stands())?.shown === lines.length;
  if (!await until(shows, 10_000)) {
    problems.push(`tab ${tab.name}: shows ${(await tab.stands())?.shown} entries of ${name}, which has ${lines.length}`);
  }
  const isSame = async () => linesIn(await shelf(tab.page), name).join('\n') === lines.join('\n');
  if (!await until(isSame, MENDING)) problems.push(`the readable text of ${name} is not what the database has`);
  return problems;
}

async function says(tabs: Tab[]): Promise<string[]> {
  const all = await Promise.all(tabs.map(async (tab) => {
    const notices = await tab.page.locator('[data-testid=storage-notice], [data-testid=refusal]').allTextContents();
    return `tab ${tab.name} says: ${[(await tab.stands())?.saying ?? 'nothing', ...notices].join(' | ')}`;
  }));
  return all.map((words) => words.replace(/\s+/g, ' '));
}

async function until(is: () => Promise<boolean>, timeout = PATIENCE.timeout): Promise<boolean> {
  return expect.poll(is, { ...PATIENCE, timeout }).toBe(true).then(() => true, () => false);
}
