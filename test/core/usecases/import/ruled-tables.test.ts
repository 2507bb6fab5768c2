import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportBench, load, openImport, rejects, rows } from '../../../support/import';

let bench: ImportBench & { close(): Promise<void> };
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

const mysql = `mysql> select * from people;
+----+---------+-------+------------+
| id | name    | owes  | since      |
+----+---------+-------+------------+
|  1 | Ana     |  5.50 | 2024-02-28 |
|  2 | C++ & – | -1.25 | 2024-03-01 |
|  3 |         |  0.00 |            |
+----+---------+-------+------------+
3 rows in set (0.00 sec)
`;
const psql = ` id |  name   | owes  |   since
----+---------+-------+------------
  1 | Ana     |  5.50 | 2024-02-28
  2 | C++ & – | -1.25 | 2024-03-01
  3 |         |  0.00 |
(3 rows)

`;
const sqlite = `┌────┬─────────┬───────┬────────────┐
│ id │  name   │ owes  │   since    │
├────┼─────────┼───────┼────────────┤
│ 1  │ Ana     │ 5.50  │ 2024-02-28 │
│ 2  │ C++ & – │ -1.25 │ 2024-03-01 │
│ 3  │         │ 0.00  │            │
└────┴─────────┴───────┴────────────┘
`;
const duckdb = `D FROM people;
┌───────┬─────────┬──────────────┬────────────┐
│  id   │  name   │     owes     │   since    │
│ int32 │ varchar │ decimal(3,2) │    date    │
├───────┼─────────┼──────────────┼────────────┤
│     1 │ Ana     │         5.50 │ 2024-02-28 │
│     2 │ C++ & – │        -1.25 │ 2024-03-01 │
│     3 │ NULL    │         0.00 │ NULL       │
└───────┴─────────┴──────────────┴────────────┘
`;
const markdown = `# People

| id | name    | owes  | since      |
|---:|:--------|------:|:----------:|
| 1  | Ana     | 5.50  | 2024-02-28 |
| 2  | C++ & – | -1.25 | 2024-03-01 |
| 3  |         | 0.00  |            |
`;
const bare = `id | name | owes | since
--- | --- | --: | ---
1 | Ana | 5.50 | 2024-02-28
2 | C++ & – | -1.25 | 2024-03-01
3 | | 0.00 |
`;

describe('a table with lines', () => {
  it.each([
    ['mysql', mysql, 'boxed'],
    ['psql', psql, 'open'],
    ['sqlite', sqlite, 'boxed'],
    ['DuckDB', duckdb, 'boxed'],
    [
      'mysql, with what it draws for nothing',
      mysql.replace('|         |', '| NULL    |').replace('|            |', '| NULL       |'),
      'boxed',
    ],
    ['Markdown', markdown, 'boxed'],
    ['Markdown without its ends', bare, 'open'],
    ['lists of SAP', mysql.replaceAll(/\+[-+]+\+/g, (line) => '-'.repeat(line.length)), 'boxed'],
    ['mysql on Windows', mysql.replaceAll('\n', '\r\n'), 'boxed'],
  ])('of %s is read whole', async (_, text, ruled) => {
    const { preview, summary } = await load(bench, 'people.txt', text, { key: ['id'], entity: 'people' });
    expect(preview.dialect).toMatchObject({ ruled, header: true });
    expect(preview.columns.map((c) => [c.source, c.type])).toEqual([
      ['id', 'integer'],
      ['name', 'text'],
      ['owes', 'decimal'],
      ['since', 'date'],
    ]);
    expect(summary.loaded).toBe(3);
    expect(await rows(bench, 'SELECT id, name, owes::VARCHAR, since::VARCHAR FROM people ORDER BY id')).toEqual([
      [1, 'Ana', '5.50', '2024-02-28'],
      [2, 'C++ & –', '-1.25', '2024-03-01'],
      [3, null, '0.00', null],
    ]);
    const refused = (await rejects(bench, 'people')).map((r) => r.at(-1));
    expect(refused.every((reason) => reason === 'footer')).toBe(true);
  });

  it.each([
    ['mysql', mysql.replace('| Ana     |', '| A|na    |'), 5],
    ['mysql, at an end', mysql.replace('2024-02-28 |', '2024-02-2| |'), 5],
    ['psql', psql.replace('| Ana     |', '| A | a   |'), 3],
    ['psql, at the end', psql.replace('2024-02-28', '2024-02 |'), 3],
    ['Markdown', markdown.replace('| Ana     |', '| A|na    |'), 5],
  ])('refuses a record in which a value has the sign between values: %s', async (_, text, line) => {
    const { summary } = await load(bench, 'people.txt', text, { key: ['id'], entity: 'people' });
    expect(await rows(bench, 'SELECT id, name FROM people ORDER BY id')).toEqual([
      [2, 'C++ & –'],
      [3, null],
    ]);
    const refused = (await rejects(bench, 'people')).filter((r) => r.at(-1) !== 'footer');
    expect(refused.map((r) => [Number(r[0]), r.at(-1)])).toEqual([[line, 'too-many-columns']]);
    expect(summary.loaded).toBe(2);
  });

  it('takes an escaped sign of Markdown for what it stands for', async () => {
    const text = markdown.replace('| Ana     |', '| A\\|na \\ |').replace('| 3  |         |', '| 3  | -       |');
    await load(bench, 'people.txt', text, { key: ['id'], entity: 'people' });
    expect(await rows(bench, 'SELECT name FROM people ORDER BY id')).toEqual([['A|na \\'], ['C++ & –'], ['-']]);
  });

  it('refuses values over several lines, and what stands beside the table', async () => {
    const broken = psql.replace('| Ana     |  5.50 | 2024-02-28', '| Ana    +|  5.50 | 2024-02-28\n    | Bo      |       |');
    await load(bench, 'people.txt', broken, { key: ['id'], entity: 'people' });
    expect(await rows(bench, 'SELECT id FROM people ORDER BY id')).toEqual([[2], [3]]);
    expect((await rejects(bench, 'people')).map((r) => [Number(r[0]), r.at(-1)])).toEqual([
      [3, 'bad-columns'],
      [7, 'footer'],
    ]);
    const torn = mysql.replace('| Ana     |', '| An\na     |');
    await load(bench, 'people.txt', torn, { key: ['id'], entity: 'people' });
    expect(await rows(bench, 'SELECT id FROM people ORDER BY id')).toEqual([[2], [3]]);
    expect((await rejects(bench, 'people')).map((r) => [Number(r[0]), r.at(-1)]).slice(0, 2)).toEqual([
      [5, 'bad-columns'],
      [6, 'bad-columns'],
    ]);
  });

  it('says where DuckDB left rows out, and takes what it says of them for no row', async () => {
    const row = (...values: string[]) => `│ ${values.join(' │ ')} │\n`;
    const head = `┌───────┬─────────┐\n${row(' id  ', ' name  ')}${row('int32', 'varchar')}├───────┼─────────┤\n`;
    const rest = `├───────┴─────────┤\n│     90 rows     │\n│    (3 shown)    │\n└─────────────────┘\n`;
    const dots = row('  ·  ', '   ·   ').repeat(3);
    const { summary } = await load(
      bench,
      'people.txt',
      `${head}${row('    1', 'Ana    ')}${row('    2', '·      ')}${dots}${row('   90', 'Zoë    ')}${rest}`,
      {
        key: ['id'],
        entity: 'people',
      },
    );
    expect(await rows(bench, 'SELECT id, name FROM people ORDER BY id')).toEqual([
      [1, 'Ana'],
      [2, '·'],
      [90, 'Zoë'],
    ]);
    expect(summary.loaded).toBe(3);
    expect((await rejects(bench, 'people')).map((r) => [Number(r[0]), r.at(-1)])).toEqual([
      [7, 'bad-columns'],
      [8, 'bad-columns'],
      [9, 'bad-columns'],
      [12, 'footer'],
      [13, 'footer'],
    ]);
  });

  it('may have rows of names of types', async () => {
    const types = sqlite.replaceAll('Ana    ', 'varchar').replaceAll('C++ & –', 'int32  ');
    await load(bench, 'people.txt', types, { key: ['id'], entity: 'people' });
    expect(await rows(bench, 'SELECT name FROM people ORDER BY id')).toEqual([['varchar'], ['int32'], [null]]);
    const only = '┌──────┐\n│ type │\n├──────┤\n│ date │\n│ uuid │\n└──────┘\n';
    await load(bench, 'types.txt', only, { key: ['type'], entity: 'types' });
    expect(await rows(bench, 'SELECT * FROM types ORDER BY 1')).toEqual([['date'], ['uuid']]);
  });

  it('may have a single column', async () => {
    const one = '+------+\n| name |\n+------+\n| Ana  |\n| Bo   |\n+------+\n';
    const { preview } = await load(bench, 'one.txt', one, { key: ['name'], entity: 'one' });
    expect(preview.dialect).toMatchObject({ ruled: 'boxed' });
    expect(await rows(bench, 'SELECT * FROM one ORDER BY 1')).toEqual([['Ana'], ['Bo']]);
  });
});

it('values between thorns are read, as electronic discovery writes them', async () => {
  const text = 'þidþ\x14þnoteþ\x14þdayþ\nþ1þ\x14þa, "b"þ\x14þ2024-02-28þ\nþ2þ\x14þtwo\nlinesþ\x14þ2024-02-29þ\nþ3þ\x14þþ\x14þþ\n';
  const { preview } = await load(bench, 'load.dat', text, { key: ['id'], entity: 'load' });
  expect(preview.dialect).toMatchObject({ delimiter: '\x14', quote: 'þ' });
  expect(await rows(bench, 'SELECT id, note, day::VARCHAR FROM load ORDER BY id')).toEqual([
    [1, 'a, "b"', '2024-02-28'],
    [2, 'two\nlines', '2024-02-29'],
    [3, null, null],
  ]);
});

it.each([
  ['per cent between semicolons', 'name;a;b\nAna;12%;13%\nBo;7%;8%\nCu;1%;2%\nDa;3%;4%\n', ';'],
  ['per cent in one column', 'share\n12%\n13%\n7%\n8%\n', ','],
  ['per cent between commas', 'name,a,b\nAna,12%,13%\nBo,7%,8%\nCu,1%,2%\n', ','],
  ['Icelandic', 'nafn;bær\nGuðþór;Þorlákshöfn þar\nAðalþór;Reykjavík þar\nBergþór;Akureyri þar\n', ';'],
])('signs of texts stay signs of texts: %s', async (_, text, delimiter) => {
  const { preview } = await load(bench, 'texts.txt', text);
  expect(preview.dialect).toMatchObject({ delimiter });
});
