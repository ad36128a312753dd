// Prints the figures that the tests have noted, as a small table.
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class Table implements Reporter {
  private readonly rows: [string, string][] = [];

  onTestEnd(test: TestCase, result: TestResult) {
    this.rows.push([test.title, `${result.status}, ${Math.round(result.duration / 1000)} s`]);
    for (const { type, description } of result.annotations) this.rows.push([`  ${type}`, description ?? '']);
  }

  onEnd() {
    const width = Math.max(...this.rows.map(([what]) => what.length));
    console.log('');
    for (const [what, value] of this.rows) console.log(`${what.padEnd(width)}  ${value}`);
  }
}
