import { literalText } from '../sql/quote';
import { withValues } from '../sql/values-in-sql';
import { type AsOf, nowName, todayName } from './as-of';

/** SQL in which `$today` and `$now` have become the day and the wall time of as-of; any other name stays. */
export function withClock(sql: string, { today, now }: AsOf): string {
  const values = new Map([
    [todayName, literalText('date', today)],
    [nowName, literalText('timestamp', now)],
  ]);
  return withValues(sql, (name) => {
    const value = values.get(name);
    return value === undefined ? undefined : [value];
  });
}
