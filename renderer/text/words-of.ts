import { type Language, wordsFor } from '../../core/base/codes';
import type { Problem } from '../../core/base/problems';
import type { Words } from '../../core/base/words/words';
import { formatsFor } from './formats';

/** What names something, or stands in the data like this: it counts nothing. */
const names = ['port', 'pid', 'id', 'key', 'keys', 'value', 'example', 'examples', 'format', 'formats', 'seed'];

/** The words for a problem, with its numbers as the language writes them. */
export function wordsOf({ code, details }: Pick<Problem, 'code' | 'details'>, language: Language): Words {
  const { number } = formatsFor(language);
  const written = Object.entries(details).map(([name, detail]) => [
    name,
    typeof detail === 'number' && !names.includes(name) ? number(detail) : detail,
  ]);
  return wordsFor(code, Object.fromEntries(written), language);
}
