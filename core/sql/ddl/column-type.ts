import type { Attribute } from '../../model/entity';

type Typed = Pick<Attribute, 'type' | 'scale'>;

const integers = /^(TINY|SMALL|MEDIUM|BIG)?INT(EGER)?$|^INT[248]$|^(SMALL|BIG)?SERIAL[248]?$|^BYTEINT$|^YEAR$/;
const doubles = /^(FLOAT[48]?|REAL|DOUBLE|BINARY_FLOAT|BINARY_DOUBLE)$/;
const exact = /^(NUMERIC|DECIMAL|DEC|NUMBER|FIXED)$/;
const moments = /^(TIMESTAMP(TZ|_NTZ|_LTZ|_TZ|NTZ|LTZ)?|DATETIME2?|SMALLDATETIME)$/;

/** The type an attribute gets for a column of a database; what has no like is text. @param args the numbers in the brackets after the name */
export function columnType(name: string, args: readonly number[]): Typed {
  const type = name.toUpperCase();
  const [first, second] = args;
  if (/^BOOL(EAN)?$/.test(type) || (/^(TINYINT|BIT)$/.test(type) && first === 1)) return { type: 'boolean' };
  if (integers.test(type)) return { type: 'integer' };
  if (doubles.test(type)) return { type: 'number' };
  if (exact.test(type)) return exactType(type, first, second);
  if (type === 'MONEY') return { type: 'decimal', scale: 2 };
  if (type === 'DATE') return { type: 'date' };
  return { type: moments.test(type) ? 'timestamp' : 'text' };
}

/** Without digits it is any number in PostgreSQL, ten whole digits in MySQL, and whole in Snowflake, which alone says NUMBER. */
function exactType(name: string, precision: number | undefined, scale: number | undefined): Typed {
  if (precision === undefined) return { type: name === 'NUMBER' ? 'integer' : 'number' };
  if ((scale ?? 0) === 0) return { type: 'integer' };
  return { type: 'decimal', scale: Math.min(scale ?? 0, 18) };
}
