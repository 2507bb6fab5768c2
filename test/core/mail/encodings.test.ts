import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { lostCharacters } from '../../../core/mail/encodings';
import { textLiteral } from '../../../core/sql/quote';
import { withNative } from '../../support/engines';

it.each(['windows-1252', 'iso-8859-1', 'iso-8859-15'] as const)('%s is said to lose exactly the characters it loses', async (encoding) => {
  await withNative(async (connection) => {
    const lost = lostCharacters(encoding);
    if (lost === undefined) throw new Error('loses nothing');
    const page = await connection.query(
      `SELECT i FROM range(1, 55296) t(i) WHERE NOT regexp_matches(chr(i::INTEGER), ${textLiteral(lost)})`,
      { limit: 60_000 },
    );
    const kept = (page.values[0] ?? []).map((i) => String.fromCodePoint(Number(i)));
    const really = Array.from({ length: 55295 }, (_, i) => String.fromCodePoint(i + 1)).filter(
      (c) => iconv.decode(iconv.encode(c, encoding), encoding) === c && !/[\x80-\x9f]/.test(c),
    );
    expect(kept).toEqual(really);
  });
});
