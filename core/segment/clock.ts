import { literalText } from '../sql/quote';
import { type AsOf, nowName, todayName } from './as-of';

/** `$today` and `$now` as SQL: the day and the wall time of as-of. */
export function clockValues({ today, now }: AsOf): Map<string, readonly string[]> {
  return new Map(
    [
      [todayName, literalText('date', today)],
      [nowName, literalText('timestamp', now)],
    ].flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [[name, [value]]])),
  );
}
