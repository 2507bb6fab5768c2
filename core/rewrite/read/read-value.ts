import type { DataType } from '../../model/entity';
import type { Literal } from '../../model/value';
import type { Term } from '../tree/term';
import { folding } from '../write/value';
import type { Here } from './here';
import { findColumn } from './names';
import { foldedTerm, numberIn } from './operand';
import type { Value } from './value';

/** The value that a term names; `undefined` where a rule has no name for it. */
export function readValue(term: Term, here: Here): Value | undefined {
  switch (term.kind) {
    case 'column':
      return attributeValue(term, here);
    case 'scalar':
      return here.reader.scalar(term.query, here);
    case 'cast':
      return term.attempt ? undefined : castValue(term.type, readValue(term.inner, here));
    case 'collate':
      return term.collation === folding ? comparedFolded(readValue(term.inner, here)) : undefined;
    case 'call':
      return here.aggregate?.(term) ?? calledValue(term, here);
    default:
      return undefined;
  }
}

function attributeValue(column: Extract<Term, { kind: 'column' }>, here: Here): Value | undefined {
  const { source, attribute } = findColumn(column, here);
  if (source.anchor !== here.anchor) return undefined;
  const path = source.path.length > 0 ? { path: source.path } : {};
  return {
    type: attribute.type,
    scale: attribute.scale ?? 0,
    rule: (test) => ({ kind: 'attribute', ...path, attribute: attribute.name, test }),
  };
}

const sameTypes: Readonly<Record<DataType, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  decimal: '',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

function castValue(type: string, value: Value | undefined): Value | undefined {
  if (!value || value.folded || value.present || value.orElse !== undefined) return undefined;
  if (type === sameTypes[value.type] && !value.day) return value;
  if (type === `DECIMAL(18, ${value.scale})` && value.type === 'decimal') return value;
  if (value.type === 'timestamp' && type === 'DATE') return { ...value, day: true };
  return value.type === 'date' && type === 'TIMESTAMP' ? value : undefined;
}

function comparedFolded(value: Value | undefined): Value | undefined {
  return value?.type === 'text' && !value.folded && value.orElse === undefined ? { ...value, folded: 'compared' } : undefined;
}

function calledValue(term: Extract<Term, { kind: 'call' }>, here: Here): Value | undefined {
  const folded = foldedTerm(term);
  if (folded) {
    const inner = readValue(folded, here);
    return inner?.type === 'text' && !inner.folded && inner.orElse === undefined ? { ...inner, folded: 'itself' } : undefined;
  }
  const [first, second] = term.args;
  if (!first || !second || term.args.length !== 2 || term.infix) return undefined;
  if (term.name === 'date_trunc' && first.kind === 'text' && first.value === 'day') return castValue('DATE', readValue(second, here));
  const inner = term.name === 'nullif' || term.name === 'coalesce' ? readValue(first, here) : undefined;
  if (!inner || inner.folded || inner.present || inner.day || inner.orElse !== undefined) return undefined;
  if (term.name === 'nullif')
    return inner.type === 'text' && second.kind === 'text' && second.value === '' ? { ...inner, present: true } : undefined;
  const orElse = plainLiteral(second);
  return orElse === undefined ? undefined : withDefault(inner, orElse);
}

function plainLiteral(term: Term): Literal | undefined {
  if (term.kind === 'text' || term.kind === 'boolean') return term.value;
  return term.kind === 'number' ? numberIn(term.digits) : undefined;
}

/** A sum that is 0 over nothing is what a rule means by a sum. */
function withDefault(value: Value, orElse: Literal): Value {
  const { known: _, zero, ...rest } = value;
  return zero && orElse === 0 ? rest : { ...value, orElse };
}
