import type { Rule } from '../../model/rule';
import { allOf, anyOf, notOf } from '../rules';
import type { Value } from './value';

/** The rows where SQL has a value: `''` is one. */
export function presence(value: Value): Rule {
  if (value.known) return value.known;
  const filled = value.rule({ op: 'not-empty' });
  if (value.type !== 'text' || value.present) return filled;
  return anyOf([filled, value.rule({ op: 'equals', value: '', exact: true })]);
}

/** The rows where SQL has none. */
export function absence(value: Value): Rule {
  if (value.known) return notOf(value.known);
  const empty = value.rule({ op: 'empty' });
  if (value.type !== 'text' || value.present) return empty;
  return allOf([empty, value.rule({ op: 'not-equals', value: '', exact: true })]);
}
