import { textLiteral } from '../../sql/quote';

/** Blanks that part thousands; apostrophes do so too, whatever the decimal mark is. */
const blanks = ' \\x{00A0}\\x{2009}\\x{202F}';
const groupsOf = (comma: boolean) => [comma ? '\\.' : ',', `[${blanks}]`, `['’]`];
const pointOf = (comma: boolean) => (comma ? ',' : '\\.');

const codes = 'EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|JPY|CNY|KRW|INR|BRL|MXN|ARS|CLP|COP|CAD|AUD|NZD|ZAR';
/** A sign of currency, or its ISO 4217 code. */
const currency = `(?:\\p{Sc}|${codes})`;

/** Digits, in thousands or not, of which the first matches `first` and those not in thousands are at most `most`. */
function whole(comma: boolean, first: string, most: string): string {
  return `(?:${[`${first}\\d${most}`, ...groupsOf(comma).map((mark) => `${first}\\d{0,2}(?:${mark}\\d{3})+`)].join('|')})`;
}

/** With what may stand around an amount: a currency on either side, and a sign before it, after it or as brackets. */
function dressed(amount: string): string {
  const space = `[\\s${blanks}]*`;
  const sign = `[-+−]${space}`;
  const before = `(?:${currency}${space})?`;
  const after = `(?:${space}${currency})?`;
  const signed = `(?:(?:${sign})?${before}|${currency}${space}${sign})${amount}${after}`;
  return `${space}(?:${signed}|${before}${amount}${after}-|\\(${before}${amount}${after}\\))${space}`;
}

/** The pattern of amounts as they are proposed: without zeros in front, which names made of digits have. */
export function proposedAmount(comma: boolean): string {
  const fraction = `${pointOf(comma)}\\d+`;
  return dressed(`(?:(?:0|${whole(comma, '[1-9]', '{0,17}')})(?:${fraction})?|${fraction})`);
}

/** The pattern of amounts as they are read. @param fraction pattern of what may follow the decimal mark */
export function readAmount(comma: boolean, fraction: string): string {
  return dressed(`(?:${whole(comma, '\\d', '*')}(?:${pointOf(comma)}${fraction})?|${pointOf(comma)}${fraction})`);
}

/** SQL for the amount in `v`, which is of such a pattern, as the engine reads numbers. */
export function amountValue(comma: boolean, v: string): string {
  const digits = `regexp_replace(${v}, '[^0-9${comma ? ',' : '.'}]', '', 'g')`;
  const number = comma ? `replace(${digits}, ',', '.')` : digits;
  return `CASE WHEN regexp_matches(${v}, '[-−(]') THEN '-' || ${number} ELSE ${number} END`;
}

/** SQL for the currency that `v` names. */
export function currencyOf(v: string): string {
  return `nullif(regexp_extract(${v}, ${textLiteral(currency)}), '')`;
}

/** SQL that tells whether blanks stand between digits of `v`. */
export function isSpaced(v: string): string {
  return `regexp_matches(${v}, '\\d[${blanks}]\\d')`;
}
