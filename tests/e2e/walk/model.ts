// What the walk knows from outside of the page: every press, where it was made, and what the page showed for it. It is
// compared with what lies in the stores.
import { read } from '../faults/diary';
import { type Ledger, linesIn } from '../faults/stores';

export type Kind = 'bank' | 'order';

// What tells one press from all others: an amount that no other press has, or the name of a thing.
export interface Mark {
  text: string;
  cents?: number;
}

export interface Press {
  step: number;
  tab: string;
  what: string;
  mark: Mark;
  // The diary that was shown, and how many entries of it.
  diary: string;
  shown: number;
  // What the page has shown for it.
  saved: boolean;
  refused: boolean;
  // Its tab was reloaded or closed before there was an answer.
  isCut: boolean;
}

// A diary that the walker has asked for and that is not known by its name yet.
export interface Begun {
  step: number;
  kind: Kind;
}

export class Model {
  readonly presses: Press[] = [];
  readonly diaries = new Map<string, { isDeleted: boolean }>();
  begun: Begun[] = [];
  // Names of diaries that the walker has asked to be deleted. They may go at any time.
  readonly deleting = new Set<string>();
  private marks = 0;
  private lastQuiet = 0;

  // Each press has an amount of its own, and none of them stands in the story or in a file.
  mark(kind: Kind): Mark {
    do this.marks += 1; while (this.marks % 100 === 0);
    if (kind === 'order') return { text: `thing-${this.marks}` };
    const cents = 100 + this.marks;
    return { text: (cents / 100).toFixed(2), cents };
  }

  names(kind: Kind): string[] {
    return [...this.diaries].filter(([name, { isDeleted }]) => name.startsWith(`${kind}-`) && !isDeleted).map(([name]) => name);
  }

  // What a tab has shown until now.
  takeIn(seen: { shown: string[]; refused: string[] }) {
    for (const press of this.presses) {
      press.saved ||= seen.shown.some((text) => names(text, press.mark));
      press.refused ||= seen.refused.some((text) => names(text, press.mark));
    }
  }

  // A tab goes without having answered everything.
  cut(tab: string): number {
    const open = this.presses.filter((press) => press.tab === tab && !press.saved && !press.refused);
    open.forEach((press) => { press.isCut = true; });
    return open.length;
  }

  // The presses that neither lie in the store nor were answered.
  waiting(kept: Ledger): Press[] {
    const found = this.found(kept);
    const here = namesIn(kept);
    const isAnswered = (press: Press) => press.saved || press.refused || press.isCut || this.isGone(press, here);
    return this.presses.filter((press) => !isAnswered(press) && !found.has(press.mark.text));
  }

  // What is wrong when all is quiet after this step. Diaries that have come to be since are known by their names then.
  judge(kept: Ledger, step: number): string[] {
    return [...this.judgeNames(kept, step), ...this.judgeChains(kept), ...this.judgePresses(kept)];
  }

  // Its diary was deleted, and whatever was in it.
  private isGone({ diary }: Press, here: string[]): boolean {
    return this.deleting.has(diary) && !here.includes(diary);
  }

  private judgeNames(kept: Ledger, step: number): string[] {
    const problems: string[] = [];
    const here = namesIn(kept);
    for (const name of this.names('bank').concat(this.names('order'))) {
      if (here.includes(name)) continue;
      if (this.deleting.has(name)) this.diaries.set(name, { isDeleted: true });
      else problems.push(`${name} is gone, and nobody has deleted it`);
    }
    for (const name of here.filter((name) => !this.diaries.has(name))) {
      const at = this.begun.findIndex(({ kind }) => name.startsWith(`${kind}-`));
      if (at < 0) problems.push(`${name} is there, and nobody has begun it`);
      else this.begun.splice(at, 1);
      this.diaries.set(name, { isDeleted: false });
    }
    // What was asked for long ago and is not there has failed, and is not begun later on.
    this.begun = this.begun.filter((begun) => begun.step > this.lastQuiet);
    this.lastQuiet = step;
    return problems;
  }

  private judgeChains(kept: Ledger): string[] {
    return namesIn(kept).flatMap((name) => {
      try {
        const lines = linesIn(kept.entries, name);
        read(lines);
        const { head } = JSON.parse(kept.meta[name]) as { head: number };
        return head === lines.length ? [] : [`${name} has ${lines.length} lines, and its record says ${head}`];
      } catch (error) {
        return [`${name}: ${(error as Error).message}`];
      }
    });
  }

  private judgePresses(kept: Ledger): string[] {
    const found = this.found(kept);
    const here = namesIn(kept);
    return this.presses.flatMap((press) => {
      const all = found.get(press.mark.text) ?? [];
      const say = (what: string) => [`${press.mark.text} (step ${press.step}, tab ${press.tab}, ${press.what} in ${press.diary} after ${press.shown} entries) ${what}`];
      if (all.length > 1) return say(`is written ${all.length} times: ${all.map(({ diary, at }) => `${diary} ${at}`).join(', ')}`);
      if (all.length === 1) {
        const [{ diary, at }] = all;
        if (diary !== press.diary) return say(`is entry ${at} of ${diary}`);
        if (at <= press.shown) return say(`is entry ${at}, which was there already`);
        return press.refused ? say(`was refused, and is entry ${at}`) : [];
      }
      if (this.isGone(press, here)) return [];
      if (press.saved) return say('was shown as saved, and is lost');
      return press.refused || press.isCut ? [] : say('is not there, and nobody was told');
    });
  }

  private found(kept: Ledger): Map<string, { diary: string; at: number }[]> {
    const byText = new Map(this.presses.map((press) => [press.mark.cents ?? press.mark.text, press.mark.text]));
    const found = new Map<string, { diary: string; at: number }[]>();
    for (const diary of namesIn(kept)) {
      linesIn(kept.entries, diary).forEach((line, index) => {
        const [, , fact, content] = JSON.parse(line.slice(0, -9)) as [number, number, string, Record<string, unknown>];
        const isNamed = fact === 'item_added';
        const text = byText.get((isNamed ? content.name : content.cents) as string | number);
        // The text of a thing is no amount, and an amount is in no order.
        if (text && isNamed === diary.startsWith('order-')) found.set(text, [...found.get(text) ?? [], { diary, at: index + 1 }]);
      });
    }
    return found;
  }
}

// Whether a text of the page is about the press with this mark.
function names(text: string, { text: mark }: Mark): boolean {
  return new RegExp(`(?<![\\w.,-])${mark.replace('.', '\\.')}(?![\\d-])`).test(text);
}

// The diaries of the bank and of orders that are there. What was deleted has left a stone without lines.
export function namesIn(kept: Ledger): string[] {
  return Object.keys(kept.meta).filter((name) => /^(bank|order)-\d+$/.test(name) && /"head"/.test(kept.meta[name])).sort();
}
