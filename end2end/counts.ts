import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends a run with one line in the words of Rust's test runner, so that all runners add up. */
export default class Counts implements Reporter {
  private readonly outcomes = new Map<string, TestCase>();

  onTestEnd(test: TestCase, _result: TestResult): void {
    this.outcomes.set(test.id, test);
  }

  onEnd(result: FullResult): void {
    const all = [...this.outcomes.values()].map((test) => test.outcome());
    const failed = all.filter((outcome) => outcome === 'unexpected').length;
    const ignored = all.filter((outcome) => outcome === 'skipped').length;
    const verdict = result.status === 'passed' ? 'ok' : 'FAILED';
    console.log(`test result: ${verdict}. ${all.length - failed - ignored} passed; ${failed} failed; ${ignored} ignored`);
  }
}
