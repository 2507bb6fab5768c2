import type { ActivityOf } from '../../model/activity';
import type { FileColumn } from '../../model/recipe';
import { unchosen } from '../../model/unchosen';
import { type Column, fileRows, findEntity, keyColumns } from '../../segment/population';
import { report } from '../../segment/scope';
import { uniqueNames } from '../../segment/unique-names';
import { column, isNull } from '../../sql/expression';
import { literalText } from '../../sql/quote';
import { type ActivityKind, type FileLoad, type Lowered, type Lowering, type Shape, select } from '../lowering';

/** Lines of a file as a population of their own; the refused ones with their reasons are the complement. */
export const loadFile: ActivityKind<'load-file'> = {
  type: 'load-file',
  inputs: { min: 0, max: 0 },
  outputs: () => ['out'],
  async lower(activity, lowering): Promise<Lowered | undefined> {
    if (activity.source.path === unchosen.file) return report(lowering.compilation, 'load-no-file', lowering.place);
    const columns = activity.columns.filter((c) => !c.ignore);
    if (!mayLoad(lowering, columns)) return undefined;
    const shape: Shape = { dimension: fileRows.name, key: keyColumns(fileRows), columns: columns.map(toColumn), file: activity.id };
    const refusal = namesFor(shape);
    const own = why.map((c) => ({ ...c, name: refusal[c.name] }));
    const read = await lowering.load(fileOf(activity, refusal), { ...shape, columns: [...shape.columns, ...own] });
    if (!read) return undefined;
    const reason = column('input', refusal.reason);
    const out = select(lowering, 'out', read, isNull(reason), shape);
    if (!activity.complement) return { out };
    const keys = shape.key.map((k) => ({ name: k.name, is: column('input', k.name) }));
    const complement = lowering.step(
      'complement',
      {
        kind: 'select',
        columns: [...keys, ...why.map((c) => ({ name: c.name, is: column('input', refusal[c.name]) }))],
        from: { relation: read.table, alias: 'input' },
        where: { kind: 'not', inner: isNull(reason) },
        orderBy: keys.map((k) => ({ by: k.is })),
      },
      { ...shape, columns: [...why] },
    );
    return { out, complement };
  },
};

/** What is told of a refused record: the first thing refused in it, and how many there are. */
const why = [
  { name: 'column', type: 'text' },
  { name: 'value', type: 'text' },
  { name: 'reason', type: 'text' },
  { name: 'refused', type: 'integer' },
] as const satisfies Column[];

function fileOf(activity: ActivityOf<'load-file'>, refusal: FileLoad['refusal']): FileLoad {
  const { source, columns, tolerate } = activity;
  return { source, columns, refusal, ...(tolerate === undefined ? {} : { tolerate }) };
}

/** What the columns about refusals are called in the table, beside those of the file. */
function namesFor(shape: Shape): FileLoad['refusal'] {
  const unique = uniqueNames([...shape.key, ...shape.columns].map((c) => c.name));
  return { column: unique('column'), value: unique('value'), reason: unique('reason'), refused: unique('refused') };
}

function toColumn({ attribute, type, scale }: FileColumn): Column {
  return type === 'decimal' ? { name: attribute, type, scale: scale ?? 0 } : { name: attribute, type };
}

function mayLoad(lowering: Lowering, columns: readonly FileColumn[]): boolean {
  const { compilation, place } = lowering;
  const before = compilation.problems.length;
  if (findEntity(compilation.model, fileRows.name)) report(compilation, 'flow-file-entity', place);
  const taken = new Set(fileRows.key);
  for (const c of columns) {
    const name = c.attribute.toLowerCase();
    if (taken.has(name)) report(compilation, 'flow-column-exists', place, { column: c.attribute });
    taken.add(name);
    if (c.whenEmpty !== 'default' && c.whenRefused !== 'default') continue;
    if (c.default === undefined) report(compilation, 'load-no-default', place, { column: c.attribute });
    else if (literalText(c.type, c.default) === undefined)
      report(compilation, 'rule-bad-value', place, { value: String(c.default), type: c.type, attribute: c.attribute });
  }
  return compilation.problems.length === before;
}
