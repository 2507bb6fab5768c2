import { type ImportBench, openImport } from '../support/import';
import { type Kind, kinds } from '../support/pollution/kinds';
import { pairs } from '../support/pollution/pairs';
import { type Score, score, spoiled } from '../support/pollution/score';

const seeds = ['one', 'two', 'three'];
const rows = 200;
const together = 150;

/** How much of files of each kind comes out right, in percent: cells, records, names of columns. */
export async function pollutionTable(): Promise<string> {
  const bench = await openImport();
  try {
    const lines = ['| kind | cells | records | names |', '|---|---|---|---|'];
    const all: Score[] = [];
    for (const kind of kinds) {
      const scores = await scoresOf(
        bench,
        seeds.map((seed) => ({ of: [kind], seed })),
      );
      all.push(...scores);
      lines.push(line(`${kind.group}: ${kind.name}`, scores));
    }
    lines.push(line(`all ${kinds.length} kinds`, all));
    lines.push(
      line(
        `${together} pairs of kinds`,
        await scoresOf(
          bench,
          pairs('bench', together).map((of, n) => ({ of, seed: `pair ${n}` })),
        ),
      ),
    );
    return lines.join('\n');
  } finally {
    await bench.close();
  }
}

async function scoresOf(bench: ImportBench, files: readonly { of: readonly Kind[]; seed: string }[]): Promise<Score[]> {
  const scores: Score[] = [];
  for (const { of, seed } of files) scores.push(await score(bench, spoiled(of, seed, rows)));
  return scores;
}

function line(name: string, scores: readonly Score[]): string {
  const percent = (part: 'cells' | 'records' | 'header') =>
    ((scores.reduce((sum, s) => sum + s[part], 0) / scores.length) * 100).toFixed(2);
  return `| ${name.replaceAll('|', '\\|')} | ${percent('cells')} | ${percent('records')} | ${percent('header')} |`;
}
