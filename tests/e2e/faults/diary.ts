// A second opinion on diaries: the chain, the format and the bank's sums, written anew from the specification, so that a
// mistake in the page isn't repeated here.
import { createHash } from 'node:crypto';

export const SEGMENT = 256;

// Gives each line its link: SHA-256 of the whole link before and the line, of which eight digits are kept.
export function chained(lines: Iterable<string>): string[] {
  let link = Buffer.alloc(32);
  return Array.from(lines, (line) => {
    link = createHash('sha256').update(link).update(line).digest();
    return `${line}|${link.toString('hex', 0, 4)}`;
  });
}

// A bank's diary of so many lines, a minute apart: deposits, with withdrawals, transfers and fees between them.
export function bankLines(count: number, from = Date.UTC(2020, 0, 1)): string[] {
  const facts = (number: number): [string, object] => {
    if (number === 1) return ['account_opened', { account: 'everyday', owner: 'Ana' }];
    if (number === 2) return ['account_opened', { account: 'savings', owner: 'Ana' }];
    const cents = 1_000 + number % 9_000;
    if (number % 10 === 4) return ['withdrawn', { account: 'everyday', cents: 500 }];
    if (number % 10 === 7) return ['transferred', { from: 'everyday', to: 'savings', cents: 300 }];
    return ['deposited', { account: 'everyday', cents }];
  };
  const line = (_: unknown, at: number) => JSON.stringify([at + 1, from + at * 60_000, ...facts(at + 1)]);
  return chained(Array.from({ length: count }, line));
}

export interface Stored {
  name: string;
  lines: string[];
  record: string;
}

export function stored(name: string, lines: string[], created = Date.UTC(2020, 0, 1)): Stored {
  const fingerprint = lines.at(-1)?.slice(-8) ?? '00000000';
  return { name, lines, record: JSON.stringify({ format: 1, created, head: lines.length, fingerprint }) };
}

// The diary as localStorage should have it.
export function texts({ name, lines, record }: Stored): Record<string, string> {
  const all: Record<string, string> = { [`event-diary/${name}/meta`]: record };
  for (let at = 0; at * SEGMENT < lines.length; at += 1) {
    const segment = lines.slice(at * SEGMENT, (at + 1) * SEGMENT);
    all[`event-diary/${name}/${String(at).padStart(5, '0')}`] = segment.map((line) => `${line}\n`).join('');
  }
  return all;
}

export type Fact = [number: number, at: number, name: string, content: Record<string, unknown>];

// Reads lines as the specification says, and throws at the first that breaks it.
export function read(lines: string[]): Fact[] {
  const facts = lines.map((line) => JSON.parse(line.slice(0, -9)) as Fact);
  const again = chained(lines.map((line) => line.slice(0, -9)));
  facts.forEach(([number, at], index) => {
    if (number !== index + 1) throw new Error(`entry ${number} stands at ${index + 1}`);
    if (lines[index] !== again[index]) throw new Error(`the chain breaks at entry ${number}: ${lines[index]}`);
    if (index > 0 && at < facts[index - 1][1]) throw new Error(`time runs backwards at entry ${number}`);
  });
  return facts;
}

// What is in the everyday account after these facts, in cents.
export function balance(facts: Fact[]): number {
  let cents = 0;
  for (const [, , name, content] of facts) {
    const amount = Number(content.cents ?? 0);
    if (name === 'transferred') cents += content.from === 'everyday' ? -amount : amount;
    else if (content.account !== 'everyday') continue;
    else if (name === 'deposited' || name === 'fee_refunded') cents += amount;
    else if (name === 'withdrawn' || name === 'fee_charged') cents -= amount;
  }
  return cents;
}

export function money(cents: number): string {
  return (cents / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

// The diary as a file of its own, as the page exports it.
export function exported({ name, lines, record }: Stored): string {
  const head = { 'event-diary': 1, kind: name.split('-')[0], name, ...JSON.parse(record), format: undefined };
  const { head: entries, created, fingerprint, ...rest } = head;
  const line = (text: string) => `${text.slice(0, -10)},"${text.slice(-8)}"]`;
  return [JSON.stringify({ ...rest, created, entries, fingerprint }), ...lines.map(line)].map((text) => `${text}\n`).join('');
}
