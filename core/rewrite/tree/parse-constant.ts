import { type Json, nodeOf, refuse } from './json';
import type { Term } from './term';

const integers = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;

/** A constant with every digit it was written with. */
export function parseConstant(node: Json): Term {
  const value = nodeOf(node.value);
  if (value.is_null === true) return { kind: 'null' };
  const type = nodeOf(value.type);
  const id = String(type.id);
  if (id === 'VARCHAR' && typeof value.value === 'string') return { kind: 'text', value: value.value };
  if (id === 'BOOLEAN' && typeof value.value === 'boolean') return { kind: 'boolean', value: value.value };
  if (integers.test(id)) return { kind: 'number', digits: whole(value.value).toString() };
  if (id === 'DECIMAL') return { kind: 'number', digits: withPoint(whole(value.value), Number(nodeOf(type.type_info).scale)) };
  if (id === 'DOUBLE' && typeof value.value === 'number') return { kind: 'number', digits: value.value.toExponential() };
  return refuse(id);
}

/** Integers come as numbers, beyond 2^53 as text, and beyond 64 bits as two halves. */
function whole(value: unknown): bigint {
  if (typeof value === 'number' || typeof value === 'string') return BigInt(value);
  const { upper, lower } = nodeOf(value);
  return (BigInt(String(upper)) << 64n) + BigInt(String(lower));
}

function withPoint(unscaled: bigint, scale: number): string {
  if (scale === 0) return unscaled.toString();
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
