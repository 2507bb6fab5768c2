import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportBench, openImport } from '../../../support/import';
import { kinds } from '../../../support/pollution/kinds';
import { score, spoiled } from '../../../support/pollution/score';

let bench: ImportBench & { close(): Promise<void> };
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const single = [...',#!&@*+$/=¬·•→¶…%þÿ¤', '\x02', '\x1c', '\x1d', '\x1e', '\x1f'];
const several = [';;', '\t\t', ' \t', '\t ', '^|^', '@@', '##', '~~', '<>', '=>', '|#|', '$$', '***', '\x01\x01'];
const known = new Set(kinds.map((k) => k.name));
const odd = [...single, ...several].filter((delimiter) => !known.has(`delimiter ${JSON.stringify(delimiter)}`));

/** Beside those among the kinds of pollution. */
it.each(odd.map((delimiter) => ({ delimiter, shown: JSON.stringify(delimiter) })))(
  'is told that $shown parts values',
  async ({ delimiter }) => {
    for (const [always, headed] of [
      [false, true],
      [true, false],
    ]) {
      const change = { delimiter, always: always ?? false, ...(headed ? {} : { header: [], expected: undefined }) };
      const plan = spoiled([{ group: 'delimiter', name: 'odd', spoil: (p) => ({ ...p, ...change }) }], `odd ${delimiter}`, 25);
      expect(await score(bench, plan), headed ? 'with names' : 'all quoted, without names').toEqual({ cells: 1, records: 1, header: 1 });
    }
  },
);
