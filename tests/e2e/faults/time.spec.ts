// Clocks that are set back, and computers that travel. Time never runs backwards in a diary.
import { COURSE_NOW, Workbench } from '../workbench';
import { read } from './diary';
import { judge } from './judge';
import { expect, test } from './machine';

const HOUR = 3_600_000;

for (const [how, back] of [['an hour', HOUR], ['a year', 365 * 24 * HOUR]] as const) {
  test(`fault 25: the clock jumps back ${how}`, async ({ page }) => {
    const bench = new Workbench(page);
    await bench.open();
    await bench.wish('Deposit', '10');
    await expect(bench.entryCount).toHaveText('12');
    await page.clock.setFixedTime(COURSE_NOW.getTime() - back);
    await bench.wish('Deposit', '20');
    await expect(bench.entryCount).toHaveText('13');
    // A reload on the wrong clock finds the same, and goes on.
    await page.reload();
    await bench.ready('bank');
    await bench.wish('Deposit', '30');
    await expect(bench.entryCount).toHaveText('14');
    await page.clock.setFixedTime(COURSE_NOW.getTime() + HOUR);
    await bench.wish('Deposit', '45');
    await expect(bench.entryCount).toHaveText('15');
    await expect(bench.notice).toHaveCount(0);
    const facts = read(await judge(page, [1_000, 2_000, 3_000, 4_500]));
    const now = COURSE_NOW.getTime();
    // What is written on a clock that was set back takes the time of the entry before it.
    expect(facts.slice(11).map(([, at]) => at)).toEqual([now, now, now, now + HOUR]);
  });
}

test('fault 26: the time zone changes between two entries', async ({ machine }) => {
  const zones = ['Pacific/Auckland', 'America/Los_Angeles', 'Australia/Adelaide'];
  const saved: number[] = [];
  for (const [at, zone] of zones.entries()) {
    const page = await machine.start({ zone });
    await page.goto('/#/bank');
    const bench = new Workbench(page);
    await bench.ready('bank');
    await expect(page.locator('.kept-words')).toContainText(`Times in ${zone}`);
    await expect(bench.notice).toHaveCount(0);
    saved.push(1_000 + at);
    await bench.wish('Deposit', `10.0${at}`);
    await expect(bench.entryCount).toHaveText(String(12 + at));
    const facts = read(await judge(page, saved));
    // The stored time is that of the world; what is shown is that of the place.
    const written = facts.at(-1)![1];
    expect(Math.abs(Date.now() - written)).toBeLessThan(HOUR);
    const clock = new Date(written).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    await expect(bench.entries.last()).toContainText(clock);
    await machine.stop();
  }
});
