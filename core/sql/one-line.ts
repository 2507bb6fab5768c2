import { textLiteral } from './quote';
import { tokens } from './tokens';

/** A text in quotes that stays on its line: lines are indented when they are laid out, which must not reach into it. */
export function textOnOneLine(value: string): string {
  if (!value.includes('\n')) return textLiteral(value);
  return `E${textLiteral(value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n'))}`;
}

/** SQL on one line, without its comments. Breaks of line within quotes become escapes. */
export function onOneLine(sql: string): string {
  let at = 0;
  let made = '';
  for (const { kind, value, start, end } of tokens(sql)) {
    const source = sql.slice(start, end);
    const plain =
      kind === 'text' && source.includes('\n') ? (/^[eE]/.test(source) ? source.replaceAll('\n', '\\n') : textOnOneLine(value)) : source;
    made += (start > at && made !== '' ? ' ' : '') + plain;
    at = end;
  }
  return made;
}
