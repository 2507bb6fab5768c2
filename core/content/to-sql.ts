import { evalQuotedToken, type Filter, Output, type PropertyAccessToken, type QuotedToken, type Template, TokenKind } from 'liquidjs';
import { call, integer, text } from '../sql/expression';
import type { Expression } from '../sql/query';
import type { ContentField } from './field';

/** How SQL reads a field, by its path. */
export type FieldColumn = (path: string) => { is: Expression; type: ContentField['type'] } | undefined;

/** Every space JavaScript's `trim` takes. Source: ECMA-262, WhiteSpace and LineTerminator. */
const space = '[\\s\\v\\x{FEFF}\\p{Z}]+';

/**
 * The text a template gives, said in SQL, or `undefined` when it uses more than fields, text and a few filters.
 * Both ways of rendering give the same text; a test compares them.
 */
export function templateToSql(templates: readonly Template[], field: FieldColumn): Expression | undefined {
  const parts: Expression[] = [];
  for (const template of templates) {
    const part = partToSql(template, field);
    if (!part) return undefined;
    parts.push(part);
  }
  if (parts.length === 0) return text('');
  return parts.length === 1 ? parts[0] : call('concat', ...parts);
}

function partToSql(template: Template, field: FieldColumn): Expression | undefined {
  if (template.token.kind === TokenKind.HTML && 'getContent' in template.token && typeof template.token.getContent === 'function') {
    return text(String(template.token.getContent()));
  }
  if (!(template instanceof Output)) return undefined;
  const [only, ...more] = template.value.initial.postfix;
  let value = only && more.length === 0 ? valueToSql(only, field) : undefined;
  for (const filter of template.value.filters) {
    const before: Expression | undefined = value;
    value = before && filterToSql(before, filter, field);
  }
  return value;
}

/** Text, never NULL. Doubles and booleans are left to JavaScript, which writes them in its own way. */
function valueToSql(token: { kind: number }, field: FieldColumn): Expression | undefined {
  if (isQuoted(token)) return text(evalQuotedToken(token));
  if (!isAccess(token) || token.variable !== undefined) return undefined;
  const names = token.props.map((prop) => ('content' in prop && typeof prop.content === 'string' ? prop.content : undefined));
  if (names.includes(undefined)) return undefined;
  const found = field(names.join('.'));
  if (!found || found.type === 'list' || found.type === 'number' || found.type === 'boolean') return undefined;
  return call('coalesce', found.type === 'text' ? found.is : { kind: 'cast', inner: found.is, type: 'text' }, text(''));
}

function filterToSql(value: Expression, filter: Filter, field: FieldColumn): Expression | undefined {
  const [first, ...more] = filter.args;
  if (more.length > 0 || Array.isArray(first)) return undefined;
  const argument = first && 'kind' in first ? valueToSql(first, field) : undefined;
  if (first && !argument) return undefined;
  switch (filter.name) {
    case 'upcase':
      return argument ? undefined : upper(value);
    case 'downcase':
      return argument ? undefined : call('lower', value);
    case 'capitalize': {
      if (argument) return undefined;
      return call('concat', upper(call('left', value, integer(1))), call('lower', call('substring', value, integer(2))));
    }
    case 'strip':
      return argument ? undefined : call('replace-regex', value, text(`^${space}|${space}$`), text(''));
    case 'default':
      return argument && call('coalesce', call('nullif', value, text('')), argument);
    case 'append':
      return argument && call('concat', value, argument);
    case 'prepend':
      return argument && call('concat', argument, value);
    default:
      return undefined;
  }
}

const upper = (value: Expression): Expression => call('upper', call('replace-regex', value, text('ß'), text('SS')));
const isQuoted = (token: { kind: number }): token is QuotedToken => token.kind === TokenKind.Quoted;
const isAccess = (token: { kind: number }): token is PropertyAccessToken => token.kind === TokenKind.PropertyAccess;
