import { type Problem, warning } from '../../base/problems';

/** Names that fit into a sentence. */
const few = 3;

/** Tells what of an archive is proposed as no table. */
export function besideTables(archive: string, members: readonly string[]): Problem[] {
  if (members.length === 0) return [];
  const names = `${members.slice(0, few).join(', ')}${members.length > few ? ' …' : ''}`;
  return [warning('import-beside-tables', ['member'], { archive, files: members.length, names })];
}
