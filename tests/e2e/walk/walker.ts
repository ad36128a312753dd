// The random reader: presses, travels, switches, begins, brings in, renames, deletes, reloads, and opens a second tab, on
// stores that are good and bad. Everything is written down, so that a walk that found something can be read.
import { setTimeout as later } from 'node:timers/promises';
import { type BrowserContext, type Page } from '@playwright/test';
import { file } from '../faults/several';
import { CALM } from '../faults/rig';
import { ledger } from '../faults/stores';
import { Model, namesIn, type Kind } from './model';
import { quiet } from './quiet';
import { Tab } from './tab';
import { spell, type Spell } from './weather';

const MOST_DIARIES = 6;

export class Walker {
  readonly model = new Model();
  readonly script: string[] = [];
  readonly tabs: Tab[] = [];
  private spell: Spell = { name: 'fair', weather: {} };
  step = 0;

  private constructor(readonly context: BrowserContext, readonly other: Page, readonly any: (limit: number) => number) {}

  // A reader who has been here before: the bank's story and an order are there.
  static async start(context: BrowserContext, other: Page, any: (limit: number) => number): Promise<Walker> {
    const walker = new Walker(context, other, any);
    const tab = await Tab.open(context, 'A', CALM);
    walker.tabs.push(tab);
    await tab.bench.ready('bank');
    for (const place of ['order', 'diaries', 'bank'] as const) await tab.go(place);
    for (const name of namesIn(await ledger(other))) walker.model.diaries.set(name, { isDeleted: false });
    for (const kind of ['bank', 'order'] as const) tab.believed[kind] = `${kind}-1`;
    return walker;
  }

  note(words: string) { this.script.push(`${String(this.step).padStart(4)}  ${words}`); }

  // Walks on for so many steps, and until a moment at most; what was found to be wrong.
  async walk(steps: number, until: number): Promise<string[]> {
    const last = this.step + steps;
    while (this.step < last && Date.now() < until) {
      this.step += 1;
      await this.one();
      const broken = this.tabs.flatMap((tab) => tab.broken.map((words) => `tab ${tab.name}: the page broke: ${words}`));
      if (broken.length) return broken;
      if (this.step % 25 === 0 || this.step === last) {
        const problems = await this.calm();
        if (problems.length) return problems;
      }
    }
    return this.calm();
  }

  private async calm(): Promise<string[]> {
    this.spell = { name: 'fair', weather: {} };
    this.note('the stores are healed; all becomes quiet');
    return quiet(this);
  }

  // One of the things that a reader does, the usual ones more often.
  private async one() {
    const tab = this.tabs[this.any(this.tabs.length)];
    const kind: Kind = tab.place === 'order' ? 'order' : 'bank';
    const ways: [number, () => Promise<unknown>][] = [
      [14, () => this.press(tab, kind)],
      [4, () => this.weather()],
      [2, () => this.travel(tab, kind)],
      [2, () => this.turn(tab, kind)],
      [2, () => this.open(tab, kind)],
      [1, () => this.begin(tab, kind)],
      [1, () => this.bringIn(tab)],
      [1, () => this.rename(tab, kind)],
      [1, () => this.delete(tab, kind)],
      [2, () => this.reload(tab)],
      [2, () => this.second()],
      [2, () => this.rest()],
    ];
    let dice = this.any(ways.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, way] of ways) {
      if (dice < weight) return way();
      dice -= weight;
    }
  }

  // The moment in which nothing is done is a part of the walk: whatever is late may come in it.
  private async rest() {
    const pause = this.any(600);
    this.note(`${pause} ms of rest`);
    await later(pause);
  }

  private async weather() {
    this.spell = spell(this.any);
    const tabs = this.any(3) ? this.tabs : [this.tabs[this.any(this.tabs.length)]];
    this.note(`the stores of ${tabs.map((tab) => tab.name).join(' and ')}: ${this.spell.name}`);
    for (const tab of tabs) await tab.rig.set({ ...CALM, ...this.spell.weather });
  }

  // Presses up to four times without a pause.
  private async press(tab: Tab, kind: Kind) {
    if (tab.place === 'diaries') await tab.go(kind);
    for (let times = 1 + this.any(4); times > 0; times -= 1) {
      if (kind === 'order' && await this.pressOrder(tab)) return;
      if (!await this.pressOnce(tab, kind)) return;
    }
  }

  // Presses something that can be told from all else; whether there was something to press.
  async pressOnce(tab: Tab, kind: Kind): Promise<boolean> {
    const mark = this.model.mark(kind);
    const button = kind === 'order' ? 'Add item' : ['Deposit', 'Deposit', 'Withdraw', 'Transfer', 'Charge fee'][this.any(5)];
    const stood = await tab.press(button, kind === 'order' ? 'item' : 'amount', mark.text);
    const diary = stood?.diary ?? tab.believed[kind];
    if (!stood || !diary) {
      this.note(`${tab.name}: there is nothing to press`);
      return false;
    }
    const saying = stood.saying.split(' · ').slice(2).join(' · ');
    this.note(`${tab.name}: ${button} ${mark.text} in ${diary}, of which ${stood.shown} entries are shown (${saying})`);
    const unanswered = { saved: false, refused: false, isCut: false };
    this.model.presses.push({ step: this.step, tab: tab.name, what: button, mark, diary, shown: stood.shown, ...unanswered });
    return true;
  }

  // The steps of an order without a mark of their own; whether one was taken.
  private async pressOrder(tab: Tab): Promise<boolean> {
    const stood = await tab.stands();
    const isNew = stood?.shown === 0;
    if (!isNew && this.any(8)) return false;
    const button = isNew ? 'Create order' : ['Receive payment', 'Ship', 'Start another order'][this.any(3)];
    if (button === 'Start another order' && this.model.names('order').length >= MOST_DIARIES) return false;
    if (!await tab.press(button)) return false;
    this.note(`${tab.name}: ${button}`);
    if (button === 'Start another order') await this.hasBegun(tab, 'order', true);
    return true;
  }

  private async travel(tab: Tab, kind: Kind) {
    const stood = await tab.stands();
    if (!stood?.shown) return;
    const to = this.any(stood.shown);
    this.note(`${tab.name}: travels to entry ${to}`);
    await tab.travel(to);
    if (this.any(2)) await this.pressOnce(tab, kind);
    this.note(`${tab.name}: back to now`);
    await tab.travel(-1);
  }

  private async turn(tab: Tab, kind: Kind) {
    const to = kind === 'bank' ? 'order' : 'bank';
    this.note(`${tab.name}: goes to the ${to}`);
    await tab.go(to);
  }

  private async open(tab: Tab, kind: Kind) {
    const names = this.model.names(kind);
    const name = names[this.any(names.length)];
    const isDone = await tab.among(kind, (diaries) => diaries.open(name));
    this.note(`${tab.name}: opens ${name}${isDone ? '' : ', which can’t be pressed'}`);
    await this.arrive(tab, kind);
  }

  private async begin(tab: Tab, kind: Kind) {
    if (this.model.names(kind).length + this.model.begun.length >= MOST_DIARIES) return;
    const how = this.any(3) ? 'Start from the story' : 'Start empty';
    const isDone = await tab.among(kind, (diaries) => diaries.begin(how));
    this.note(`${tab.name}: ${how} (${kind})${isDone ? '' : ', which can’t be pressed'}`);
    await this.hasBegun(tab, kind, isDone);
    if (how === 'Start empty' && kind === 'bank' && await tab.press('Open account')) this.note(`${tab.name}: Open account`);
  }

  private async bringIn(tab: Tab) {
    if (this.model.names('bank').length + this.model.begun.length >= MOST_DIARIES) return;
    const lines = 13 + this.step;
    const isDone = await tab.among('bank', (diaries) => diaries.import(file(lines)));
    this.note(`${tab.name}: brings in a file of ${lines} lines${isDone ? '' : ', which can’t be pressed'}`);
    await this.hasBegun(tab, 'bank', isDone);
  }

  // In doubt it was asked for: whether a click has come through is not always known.
  private async hasBegun(tab: Tab, kind: Kind, isAsked: boolean) {
    this.model.begun.push({ step: this.step, kind });
    if (isAsked) await this.arrive(tab, kind);
  }

  // The page says which diary it shows. Where it does not, everything is healed until the list says it.
  private async arrive(tab: Tab, kind: Kind) {
    await tab.go(kind);
    if ((await tab.stands())?.diary) return;
    for (const one of this.tabs) await one.rig.heal();
    this.note('the stores are healed, to see what is open');
    tab.believed[kind] = undefined;
    for (let tries = 0; tries < 3 && !tab.believed[kind]; tries += 1) await tab.learn(kind);
  }

  private async rename(tab: Tab, kind: Kind) {
    const names = this.model.names(kind);
    const name = names[this.any(names.length)];
    const isDone = await tab.among(kind, (diaries) => diaries.rename(name, `Title of step ${this.step}`));
    this.note(`${tab.name}: renames ${name}${isDone ? '' : ', which can’t be pressed'}`);
    await tab.go(kind);
  }

  private async delete(tab: Tab, kind: Kind) {
    const names = this.model.names(kind).filter((name) => !this.model.deleting.has(name));
    if (names.length < 3) return;
    const name = names[this.any(names.length)];
    this.model.deleting.add(name);
    const isDone = await tab.among(kind, async (diaries) => {
      await diaries.delete(name);
      // It may ask once more, when something is on its way in it.
      const again = diaries.bench.dialog.getByRole('button', { name: /delete/i });
      if (await again.isVisible()) await again.click();
    });
    this.note(`${tab.name}: deletes ${name}${isDone ? '' : ', which can’t be pressed'}`);
    for (const one of this.tabs) await this.arrive(one, one.place === 'order' ? 'order' : 'bank');
  }

  async reload(tab: Tab) {
    this.model.takeIn(await tab.seen());
    const cut = this.model.cut(tab.name);
    this.note(`${tab.name}: reloads, with ${cut} unanswered`);
    const isThere = await tab.reload();
    if (!isThere) return this.note(`${tab.name}: nothing can be pressed yet`);
    if (!(await tab.stands())?.diary) await this.arrive(tab, tab.place === 'order' ? 'order' : 'bank');
  }

  private async second() {
    const [first, second] = this.tabs;
    if (second) {
      this.model.takeIn(await second.seen());
      this.note(`B: closes, with ${this.model.cut('B')} unanswered`);
      this.tabs.pop();
      return second.page.close();
    }
    const tab = await Tab.open(this.context, 'B', { ...CALM, ...this.spell.weather });
    this.tabs.push(tab);
    this.note(`B: is opened; its stores: ${this.spell.name}`);
    if (await tab.go(first.place === 'order' ? 'order' : 'bank')) await this.arrive(tab, tab.place as Kind);
  }
}
