import { isKeyword } from '../../sql/keywords';
import { ident } from '../../sql/quote';

/** A name as a person would write it: quoted only where SQL would read something else. */
export function written(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !isKeyword(name) ? name : ident(name);
}
