import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const firstLine = ({ message, stack }) => String(message ?? stack).split('\n')[0];

/** A reporter of vitest that writes every outcome to MUSTER_TALLY, so that nothing that went wrong is left out of the count. */
export default class Tally {
  onTestRunEnd(modules, unhandled) {
    const tally = { passed: [], failed: [], skipped: [] };
    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId);
      for (const error of module.errors()) tally.failed.push(`${file}: ${firstLine(error)}`);
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) tally.failed.push(`${file}: ${suite.fullName}: ${firstLine(error)}`);
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending') tally.failed.push(`${file}: ${test.fullName}: never ended`);
        else tally[state].push(`${file}: ${test.fullName}`);
      }
    }
    for (const error of unhandled) tally.failed.push(firstLine(error));
    writeFileSync(process.env.MUSTER_TALLY, JSON.stringify(tally));
  }
}
