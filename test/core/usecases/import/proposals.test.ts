import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Labelling } from '../../../../core/model/entity';
import { type FileRecipe, fileRecipe, labelledAsProposed } from '../../../../core/model/recipe';
import { proposeLinks } from '../../../../core/usecases/data/propose-links';
import { previewImport } from '../../../../core/usecases/import/preview-import';
import { runImport } from '../../../../core/usecases/import/run-import';
import { load, openImport, rejects, rows } from '../../../support/import';

let bench: Awaited<ReturnType<typeof openImport>>;
beforeAll(async () => {
  bench = await openImport();
});
afterAll(() => bench.close());

async function column(name: string, values: readonly string[]) {
  const { preview, summary } = await load(bench, `${name}.csv`, ['id,v', ...values.map((v, n) => `${n + 1},"${v}"`), ''].join('\n'));
  const { type, scale } = preview.columns[1] ?? {};
  const found = await rows(bench, `SELECT v::VARCHAR FROM "${summary.entity.name}" ORDER BY id`);
  return { type, ...(scale === undefined ? {} : { scale }), codes: preview.problems.map((p) => p.code), values: found.flat() };
}

describe('types are proposed so that nobody loses a digit', () => {
  it.each([
    ['long', ['123456789012345678', '-7'], 'integer', [], ['123456789012345678', '-7']],
    ['longer', ['1234567890123456789', '7'], 'text', [], ['1234567890123456789', '7']],
    ['padded', ['007', '10'], 'text', [], ['007', '10']],
    ['short', ['31625220889', '4.0128e+10', '9e+05'], 'integer', ['import-exponent-read'], ['31625220889', '40128000000', '900000']],
    ['uneven', ['12', '4.01285e+4'], 'text', ['import-exponent-text'], ['12', '4.01285e+4']],
    ['spreadsheet', ['31625220889', '3.16252E+10'], 'text', ['import-exponent-text'], ['31625220889', '3.16252E+10']],
    ['science', ['6.02e-23', '1.5', '2.25e+3'], 'number', [], ['6.02e-23', '1.5', '2250.0']],
    ['money', ['3.86', '0.43', '0', '.5'], 'decimal', [], ['3.86', '0.43', '0.00', '0.50']],
    ['wide', ['1234567890123456.789', '1.5'], 'number', ['import-digits-cut'], ['1234567890123456.8', '1.5']],
    ['tiny', ['0.00012345678901234567', '2.5'], 'number', [], ['0.00012345678901234567', '2.5']],
    ['zeros', ['12.50000000000000000000', '2.10000000000000000000'], 'decimal', [], ['12.5', '2.1']],
    ['zeros after a comma', ['12,50000000000000000000', '2,25000000000000000000'], 'decimal', [], ['12.50', '2.25']],
    ['currency', ['€ 5', '$1,200'], 'text', ['import-several-currencies'], ['€ 5', '$1,200']],
    ['marks', ['€ 5', '1,200'], 'text', ['import-ambiguous-number'], ['€ 5', '1,200']],
    ['comma', ['1.234,50', '3,1'], 'decimal', [], ['1234.50', '3.10']],
  ] as const)('%s', async (name, values, type, codes, loaded) => {
    expect(await column(name, values)).toMatchObject({ type, codes, values: loaded });
  });

  it('refuses the dust among exact amounts, and says so before', async () => {
    const amounts = Array.from({ length: 300 }, (_, n) => (n === 250 ? '4.440892e-16' : `${n}.25`));
    const found = await column('dust', amounts);
    expect(found).toMatchObject({ type: 'decimal', scale: 2, codes: ['import-exponent-refused'] });
    expect(found.values.length).toBe(299);
    expect(await rejects(bench, 'dust')).toEqual([[252, 'v', '4.440892e-16', 'not-decimal']]);
  });

  it('says where very few values keep a column from being dates or numbers', async () => {
    const days = Array.from({ length: 60 }, (_, n) => (n === 7 ? 'soon' : `2024-03-${`${(n % 28) + 1}`.padStart(2, '0')}`));
    const { preview } = await load(bench, 'nearly.csv', ['id,day', ...days.map((day, n) => `${n + 1},${day}`), ''].join('\n'));
    expect(preview.columns[1]?.type).toBe('text');
    expect(preview.problems).toMatchObject([
      { code: 'import-nearly-date', details: { column: 'day', refused: 1, total: 60, example: 'soon', line: 9 } },
    ]);
    const amounts = (bad: number) => Array.from({ length: 40 }, (_, n) => (n < bad ? 'n/a' : `${n}.5`));
    expect(await column('amounts', amounts(2))).toMatchObject({ type: 'text', codes: ['import-nearly-number'] });
    const codes = Array.from({ length: 40 }, (_, n) => (n === 0 ? '007' : n === 1 ? 'x' : `${n}`));
    expect(await column('codes', codes)).toMatchObject({ type: 'text', codes: [] });
    expect(await column('words', amounts(3))).toMatchObject({ type: 'text', codes: [] });
  });

  it('says so of days and moments in any form, also where what is none of them looks like one', async () => {
    const days = Array.from({ length: 60 }, (_, n) => `${`${(n % 28) + 1}`.padStart(2, '0')}.03.2024`);
    const found = async (name: string, values: readonly string[]) => {
      const { preview } = await load(bench, `${name}.csv`, ['id,day', ...values.map((v, n) => `${n + 1},${v}`), ''].join('\n'));
      return {
        type: preview.columns[1]?.type,
        problems: preview.problems.map(({ code, details }) => [code, details.refused, details.line]),
      };
    };
    const told = (refused: number, line: number) => ({ type: 'text', problems: [['import-nearly-date', refused, line]] });
    expect(await found('word', days.with(7, 'soon'))).toEqual(told(1, 9));
    expect(await found('no day', days.with(7, '31.02.2024').with(50, '1/2/2024'))).toEqual(told(2, 9));
    const moments = days.map((_, n) => `2024-03-01 10:${`${n}`.padStart(2, '0')}:00`);
    expect(await found('moments', moments.with(30, '2024-02-30 10:00:00').with(31, '28/01/2017 19:06'))).toEqual(told(2, 32));
  });

  it('looks beyond the rows it guesses from', async () => {
    const long = (last: string) => Array.from({ length: 2500 }, (_, n) => (n === 2400 ? last : `${n}`));
    expect((await column('late', long('2.5'))).type).toBe('decimal');
    expect((await column('late', long('x'))).type).toBe('text');
    expect((await column('late', [...Array<string>(2100).fill(''), '2024-01-31'])).type).toBe('date');
  });
});

describe('names', () => {
  it('are read where they fill more than what is looked at first', async () => {
    const width = 400;
    const names = Array.from({ length: width }, (_, c) => (c === 0 ? 'customer_id' : `Clicks, opened and answered: number in month ${c}`));
    const record = (n: number) => names.map((_, c) => (c === 0 ? `"C${n}"` : `"${n * c}"`)).join(',');
    const text = [names.map((name) => `"${name}"`).join(','), ...[1, 2, 3, 4, 5].map(record)].join('\n');
    const { preview, summary } = await load(bench, 'names.csv', text);
    expect(preview.columns.map((c) => c.source)).toEqual(names);
    expect(preview.columns.filter((c) => c.type === 'integer')).toHaveLength(width - 1);
    expect(summary).toMatchObject({ read: 5, loaded: 5 });
  });
});

describe('keys', () => {
  it('are made of names, places and times, and never of amounts', async () => {
    const prices = await load(bench, 'prices.csv', 'product_id,store,week,price\n1,a,1,5\n1,a,2,6\n1,b,1,7\n2,a,1,8\n');
    expect(prices.preview).toMatchObject({ key: ['product_id', 'store', 'week'], keyUnique: true });
  });

  it('are what the rows are called by rather than what they belong to', async () => {
    const keys = async (file: string, text: string) => (await load(bench, file, text)).preview.key;
    expect(await keys('Orders 2024.csv', 'Order,Customer no,Day\n17,C1,2024-01-01\n18,C2,2024-01-02\n')).toEqual(['Order']);
    expect(await keys('visits.csv', 'customer_id,visit_id\n5,1\n6,2\n')).toEqual(['visit_id']);
    expect(await keys('countries.csv', 'country,code\nSpain,ES\nFrance,FR\n')).toEqual(['code']);
  });

  it('are numbers of records where nothing else is one, and go on when records are appended', async () => {
    const first = await load(bench, 'taps.csv', 'row_number,who\n7,a\n7,a\n7,b\n');
    expect(first.preview).toMatchObject({ key: ['row_number_2'], keyUnique: true, problems: [{ code: 'import-no-key' }] });
    expect(first.summary).toMatchObject({ loaded: 3, rejected: 0 });
    const more = await load(bench, 'more.csv', 'row_number,who\n7,a\n8,c\n', {
      ...first.recipe,
      mode: 'append',
      source: { ...first.recipe.source, path: `${bench.folder}/more.csv` },
    });
    expect(more.summary).toMatchObject({ added: 2, rejected: 0 });
    const numbered = 'SELECT row_number_2, row_number, who FROM taps ORDER BY 1';
    const all = [
      [1, 7, 'a'],
      [2, 7, 'a'],
      [3, 7, 'b'],
      [4, 7, 'a'],
      [5, 8, 'c'],
    ];
    expect(await rows(bench, numbered)).toEqual(all);
    const again = { ...first.recipe, source: { ...first.recipe.source, path: `${bench.folder}/taps.csv` } };
    const { summary } = await load(bench, 'taps.csv', 'row_number,who\n7,a\nx,a\n7,b\n', again);
    expect(summary).toMatchObject({ added: 0, changed: 0, unchanged: 2, deleted: 3, rejected: 1 });
  });
});

describe('links', () => {
  it('are not proposed to numbered records, nor for ranges that merely overlap', async () => {
    const own = await openImport();
    try {
      const recipe = (id: string) => ({ id });
      await load(own, 'households.csv', 'household_id,size\n1,2\n2,3\n3,1\n', recipe('a'));
      await load(own, 'campaigns.csv', 'campaign_id,kind,code\n1,x,1\n2,y,2\n3,z,3\n', recipe('b'));
      await load(own, 'codes.csv', 'code,says\n1,x\n2,y\n3,z\n', recipe('c'));
      await load(own, 'sent.csv', 'campaign_id,household_id,n\n1,1,1\n1,1,1\n2,3,2\n', recipe('d'));
      await load(own, 'seen.csv', 'campaign_id,row_number\n1,1\n1,1\n', recipe('e'));
      const found = (await proposeLinks(own.ctx)).map(({ link }) => `${link.from}.${link.on[0]?.from} ${link.to}.${link.on[0]?.to}`);
      expect(found.toSorted()).toEqual([
        'campaigns.code codes.code',
        'seen.campaign_id campaigns.campaign_id',
        'sent.campaign_id campaigns.campaign_id',
        'sent.household_id households.household_id',
      ]);
    } finally {
      await own.close();
    }
  });
});

describe('a file that is loaded again', () => {
  const recipeOf = async (name: string, text: string, change: (recipe: FileRecipe) => FileRecipe) => {
    const { summary } = await load(bench, `${name}.csv`, text);
    const recipe = change(fileRecipe.parse(summary.recipe));
    await runImport(bench.ctx, bench.sources, recipe);
    return recipe;
  };
  const again = async (path: string, text: string) => {
    await writeFile(path, text);
    const { columns, key } = await previewImport(bench.ctx, bench.sources, { path });
    return { key, columns: columns.map((c) => [c.source, c.attribute, c.type, ...(c.ignore ? ['left aside'] : [])]) };
  };

  it('keeps the names it was given, what is left aside, and the key', async () => {
    const { source } = await recipeOf('renamed', 'no,nick,junk\n1,Ana,x\n2,Bo,y\n', (recipe) => ({
      ...recipe,
      columns: recipe.columns.map((c) =>
        c.source === 'junk' ? { ...c, ignore: true } : { ...c, attribute: c.source === 'no' ? 'person_id' : c.attribute },
      ),
      key: ['person_id', 'nick'],
    }));
    expect(await again(source.path, 'nick,no,junk,town\nAna,A1,x,Cork\n')).toEqual({
      key: ['person_id', 'nick'],
      columns: [
        ['nick', 'nick', 'text'],
        ['no', 'person_id', 'text'],
        ['junk', 'junk', 'text', 'left aside'],
        ['town', 'town', 'text'],
      ],
    });
  });

  it('has names and a key of its own where another column has the name, or a part of the key is not there', async () => {
    const rename = (recipe: FileRecipe) => ({
      ...recipe,
      columns: recipe.columns.map((c) => (c.source === 'a' ? { ...c, attribute: 'b' } : c)),
    });
    const { source } = await recipeOf('taken', 'id,a\n1,x\n', rename);
    expect(await again(source.path, 'id,a,B\n1,x,y\n')).toMatchObject({
      columns: [
        ['id', 'id', 'integer'],
        ['a', 'a', 'text'],
        ['B', 'B', 'text'],
      ],
    });
    expect(await again(source.path, 'a\nx\ny\n')).toEqual({ key: ['b'], columns: [['a', 'b', 'text']] });
  });
});

describe('what is of a person is proposed to be labelled', () => {
  const labelsOf = async (name: string, text: string) => {
    const { preview } = await load(bench, `${name}.csv`, text);
    return Object.fromEntries(preview.labels.map(({ source, personal }) => [source, personal]));
  };

  it('by what columns are called, and by what is in them', async () => {
    const head = 'id,name,mail,tel,born,street,zip,iban,email_opt_in,phone_status';
    const row = (n: number) => `${n},Ana ${n},a${n}@b.example,+34 600 11 22 3${n},1980-05-1${n},Calle ${n},0800${n},ES91${n},true,valid`;
    expect(await labelsOf('persons', `${head}\n${row(1)}\n${row(2)}\n`)).toEqual({
      name: 'name',
      mail: 'contact',
      tel: 'contact',
      born: 'birth-date',
      street: 'address',
      zip: 'address',
      iban: 'identifier',
    });
  });

  it('also where most but not all values are', async () => {
    expect(await labelsOf('logins', 'n,login\n1,a@b.example\n2,c@d.example\n3,unknown\n')).toEqual({ login: 'contact' });
    expect(await labelsOf('handles', 'n,login\n1,a@b.example\n2,c\n3,unknown\n')).toEqual({});
  });

  it('never the name of a product, nor a figure', async () => {
    expect(await labelsOf('goods', 'sku,name,births\nA1,Chair,12\nB2,Table,7\n')).toEqual({});
    expect(await labelsOf('empty-ones', 'sku,phone\nA1,\nB2,\n')).toEqual({ phone: 'contact' });
  });

  it('and is labelled as a person says', async () => {
    const file = 'id,first_name,email\n1,Ana,a@b.example\n';
    const { preview, summary } = await load(bench, 'guests.csv', file);
    const labels = async (said?: Labelling[]) => {
      const { entity } = await runImport(bench.ctx, bench.sources, fileRecipe.parse(summary.recipe), said ? { labels: said } : {});
      return entity.attributes.map((a) => a.personal);
    };
    expect(await labels(labelledAsProposed(preview.columns, preview.labels))).toEqual([undefined, 'name', 'contact']);
    expect(await labels([{ attribute: 'email', personal: null }])).toEqual([undefined, 'name', undefined]);
    expect(await labels()).toEqual([undefined, 'name', undefined]);
  });
});
