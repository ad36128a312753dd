// How the stores behave for a while. Every weather ends, and then everything works.
import { UNTIL_HEALED, type Weather } from '../faults/rig';

export interface Spell {
  name: string;
  weather: Partial<Weather>;
}

// One of them, with numbers by the dice.
export function spell(any: (limit: number) => number): Spell {
  const seed = 1 + any(1_000_000);
  const slow = 50 + any(500);
  const spells: Spell[] = [
    { name: 'fair', weather: {} },
    { name: `slow: ${slow} ms a commit`, weather: { commitMs: slow } },
    { name: 'a disk that stalls', weather: { commitMs: UNTIL_HEALED } },
    { name: `answers ${slow * 3} ms late`, weather: { answerMs: slow * 3 } },
    { name: 'answers that do not come', weather: { answerMs: UNTIL_HEALED } },
    { name: `slow, and writes that fail: ${slow} ms`, weather: { commitMs: slow, writeOdds: 0.3, seed } },
    { name: 'a full database', weather: { writeOdds: 1, writeFaults: ['full'] } },
    { name: 'reads that fail now and then', weather: { readOdds: 0.1, seed } },
    { name: 'reads that stay silent now and then', weather: { readOdds: 0.05, readFaults: ['silent'], seed } },
    { name: 'a full localStorage', weather: { localWrites: 'full' } },
    { name: 'a broken localStorage', weather: { localReads: 'throw', localWrites: 'throw' } },
    { name: 'a database that does not open', weather: { openMs: UNTIL_HEALED } },
    { name: 'a database that says no', weather: { openFails: true } },
    {
      name: 'everything now and then',
      weather: { commitMs: slow / 2, answerMs: slow / 2, writeOdds: 0.15, readOdds: 0.05, readFaults: ['throw', 'error', 'silent'], seed },
    },
  ];
  return spells[any(spells.length)];
}
