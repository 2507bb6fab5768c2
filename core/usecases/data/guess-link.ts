import type { LinkGuess } from '../../model/data-report';
import type { Link } from '../../model/entity';
import type { Connection } from '../../ports/engine';
import { ident } from '../../sql/quote';

/** So many rows tell a share to about a hundredth. */
const sampled = 20_000;

/** How a link would match, from some rows of `from` taken evenly, and always the same ones. */
export async function guessLink(connection: Connection, link: Link): Promise<LinkGuess> {
  const columns = link.on.map((pair, n) => `${ident(pair.from)} AS k${n}`);
  const filled = link.on.map((_, n) => `k${n} IS NOT NULL`).join(' AND ');
  const same = link.on.map((pair, n) => `t.${ident(pair.to)} = s.k${n}`).join(' AND ');
  const page = await connection.query(
    `WITH looked AS MATERIALIZED (SELECT ${columns.join(', ')} FROM main.${ident(link.from)} USING SAMPLE reservoir(${sampled} ROWS) REPEATABLE (1))
     SELECT (SELECT count(*) FROM looked), count(*), count_if(EXISTS (SELECT 1 FROM main.${ident(link.to)} t WHERE ${same}))
     FROM looked s WHERE ${filled}`,
    { limit: 1 },
  );
  const [rows = 0, values = 0, matched = 0] = page.values.map((v) => Number(v[0]));
  return { link, rows, matchRate: values === 0 ? 0 : matched / values };
}
