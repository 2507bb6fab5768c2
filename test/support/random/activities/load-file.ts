import type { FileColumn } from '../../../../core/model/recipe';
import type { Row, Value } from '../../evaluator/rows';
import type { Choose } from '../choose';
import { freshName } from '../column-names';
import { anyValue } from '../data';
import type { Maker, Making } from '../making';

/** A file with values of every type, some of which are none. */
export const loadFile: Maker = (m) => {
  const { c, s, id } = m;
  const taken = new Set(['line']);
  const columns = c.list(2, 4, () => column(m, taken)).filter((made) => made !== undefined);
  // A record of one empty value is a blank line.
  if (columns.length < 2) return undefined;
  const records = c.list(0, 6, () => Object.fromEntries(columns.map((of) => [of.attribute, cell(c, of, s)])) satisfies Row);
  const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', escape: '"', header: true, skip: 0 } as const;
  return {
    activity: {
      id,
      type: 'load-file',
      source: { path: `${id}.csv`, format: 'csv', dialect },
      columns,
      ...c.perhaps(70, () => ({ complement: true })),
    },
    inputs: [],
    records,
  };
};

function column({ c, s }: Making, taken: Set<string>): FileColumn | undefined {
  const type = c.one(['text', 'text', 'integer', 'integer', 'decimal', 'boolean', 'date'] as const);
  const attribute = freshName(c, type, taken);
  if (attribute === undefined) return undefined;
  const fallback = () => (type === 'decimal' ? '1.50' : anyValue(c, type, s));
  return {
    source: attribute,
    attribute,
    type,
    ...(type === 'decimal' ? { scale: 2 } : {}),
    ...c.of<Partial<FileColumn>>(
      () => ({}),
      () => ({}),
      () => ({ whenEmpty: 'reject' }),
      () => ({ whenEmpty: 'default', default: fallback() }),
      () => ({ whenRefused: 'empty' }),
      () => ({ whenRefused: 'default', default: fallback() }),
    ),
  };
}

function cell(c: Choose, { type }: FileColumn, s: Making['s']): Value {
  if (c.chance(15)) return null;
  if (c.chance(10)) return 'soon';
  if (type === 'text') return c.one(['a', 'A', 'a@b', ' a@B ', 'FR', 'web', 'tea', 'c0', 'é', 'o"n', 'x,y', 'S1', '(+33) 1']);
  return type === 'integer' ? c.int(1, 7) : anyValue(c, type, s);
}
