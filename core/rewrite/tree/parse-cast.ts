import { periodUnits } from '../../model/rule';
import { type Json, nodeOf, refuse, stringOf } from './json';
import { castOf, type Term, truthOf } from './term';

const namedInterval = /^\s*(-?\d{1,6})\s+(day|week|month|year)s?\s*$/i;

/** A cast of a parsed term. Truth values and intervals come as casts of text. */
export function castTo(inner: Term, castType: unknown, attempt: boolean): Term {
  const type = typeName(nodeOf(castType));
  if (attempt) return { kind: 'cast', inner, type, attempt: true };
  if (type === 'BOOLEAN' && inner.kind === 'text' && (inner.value === 't' || inner.value === 'f')) return truthOf(inner.value === 't');
  const [, count, word] = (type === 'INTERVAL' && inner.kind === 'text' && namedInterval.exec(inner.value)) || [];
  const unit = periodUnits.find((u) => u === word?.toLowerCase());
  return unit ? { kind: 'interval', count: { kind: 'number', digits: String(Number(count)) }, unit } : castOf(inner, type);
}

function typeName(type: Json): string {
  const id = stringOf(type.id);
  if (id === 'DECIMAL') {
    const { width, scale } = nodeOf(type.type_info);
    return `DECIMAL(${Number(width)}, ${Number(scale)})`;
  }
  return (type.type_info ?? null) === null && /^[A-Z ]+$/.test(id) ? id : refuse(id);
}
