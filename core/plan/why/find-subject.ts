import { AppError } from '../../base/errors';
import { type Ask, hasKey, type Values } from '../../flow/why/ask';
import type { Literal } from '../../model/value';
import { type Column, entityTable, findEntity } from '../../segment/population';
import { column } from '../../sql/expression';
import type { Expression, Output } from '../../sql/query';
import { literalText } from '../../sql/quote';
import type { Plan } from '../plan';
import { type Dimension, presence, type Subject } from './presence';

type Candidate = Dimension & { key: readonly Column[] };

/**
 * The row that a key means: of the entity named, else of the one entity of the flow that has such a row.
 * @param key its values as text, in the order of the key
 * @param entity an entity, or the activity whose file the line is of
 * @throws AppError `why-*`
 */
export async function findSubject(plan: Plan, key: readonly string[], entity: string | undefined, ask: Ask): Promise<Subject> {
  const all = candidatesOf(plan).filter(
    (c) => entity === undefined || c.file === entity || (c.file === undefined && c.dimension === entity),
  );
  const shown = key.join(', ');
  const fitting = all.filter((c) => c.key.length === key.length);
  if (fitting.length === 0)
    throw new AppError('why-no-dimension', { key: shown, known: candidatesOf(plan).map(wordsOf).join('; ') || '–' });
  const bad = fitting.map((c) => badPart(c, key));
  const readable = fitting.filter((_, i) => !bad[i]);
  const [first] = bad;
  if (readable.length === 0 && first) throw new AppError('why-bad-key', first);
  const found: Subject[] = [];
  for (const candidate of readable) {
    const subject = { dimension: candidate.dimension, file: candidate.file, key: await valuesOf(candidate, key, ask) };
    if (await exists(plan, candidate, subject, ask)) found.push(subject);
  }
  const [one, ...more] = found;
  if (!one) throw new AppError('why-not-found', { key: shown, entity: readable.map(nameOf).join(', ') });
  if (more.length > 0) throw new AppError('why-several', { key: shown, known: found.map(nameOf).join(', ') });
  return one;
}

const nameOf = ({ dimension, file }: Dimension) => file ?? dimension;
const wordsOf = (c: Candidate) => `${nameOf(c)} (${c.key.map((k) => k.name).join(', ')})`;

/** What rows the populations of the flow consist of. */
function candidatesOf(plan: Plan): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { population } of plan.outputs) {
    const { dimension, file, key } = population;
    found.set(JSON.stringify([dimension, file]), { dimension, file, key });
  }
  return [...found.values()];
}

function badPart({ dimension, key }: Candidate, values: readonly string[]) {
  const at = key.findIndex((k, i) => literalOf(k, values[i] ?? '') === undefined);
  const part = key[at];
  return part && { value: values[at] ?? '', type: part.type, attribute: part.name, entity: dimension };
}

function literalOf({ type }: Column, text: string): Expression | undefined {
  if (type === 'list') return undefined;
  const value: Literal = type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
  return literalText(type, value) === undefined ? undefined : { kind: 'literal', type, value };
}

/** The values as the engine gives them. */
async function valuesOf({ key }: Candidate, values: readonly string[], ask: Ask): Promise<Values> {
  const columns = key.flatMap((k, i): Output[] => {
    const literal = literalOf(k, values[i] ?? '');
    return literal && k.type !== 'list' ? [{ name: k.name, is: { kind: 'cast', inner: literal, type: k.type, scale: k.scale ?? 0 } }] : [];
  });
  const [found = {}] = await ask({ kind: 'row', columns });
  return found;
}

async function exists(plan: Plan, { key, dimension, file }: Candidate, subject: Subject, ask: Ask): Promise<boolean> {
  const entity = file === undefined ? findEntity(plan.compilation.model, dimension) : undefined;
  if (entity) {
    const columns = key.map((k) => ({ name: k.name, is: column('rows', k.name) }));
    const from = { relation: entityTable(entity.name), alias: 'rows' };
    if ((await ask({ kind: 'select', columns, from, where: hasKey('rows', key, subject.key), limit: 1 })).length > 0) return true;
  }
  return (await presence(plan, subject, ask)).size > 0;
}
