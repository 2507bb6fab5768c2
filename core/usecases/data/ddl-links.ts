import { type Problem, warning } from '../../base/problems';
import { sameName } from '../../base/same-name';
import type { DataType, Entity, Link } from '../../model/entity';
import type { DdlTable, ForeignKey } from '../../sql/ddl/tables';
import { backward, forward } from './link-names';

/** Links of the foreign keys between entities, without those that are there. @returns problems `ddl-link-no-table`, `ddl-link-no-column`, `ddl-link-other-count`, `ddl-link-other-type`, `ddl-link-name-taken` */
export function ddlLinks(
  tables: readonly DdlTable[],
  entities: readonly Entity[],
  saved: readonly Link[],
): { links: Link[]; problems: Problem[] } {
  const links: Link[] = [];
  const problems: Problem[] = [];
  const find = (name: string) => entities.find((e) => sameName(e.name, name));
  for (const table of tables) {
    const from = find(table.name);
    if (!from) continue;
    for (const foreign of table.foreignKeys) {
      const to = find(foreign.table);
      const many = table.foreignKeys.filter((f) => sameName(f.table, foreign.table)).length;
      const made: Link | Skipped = to ? linkOf(table, from, to, foreign, many) : { code: 'ddl-link-no-table' };
      const skip = ({ code, ...about }: Skipped) => {
        const details = { entity: from.name, columns: foreign.columns.join(', '), target: foreign.table, ...about };
        problems.push(warning(code, ['tables', table.name], details));
      };
      if ('code' in made) skip(made);
      else if ([...saved, ...links].some((l) => sameEnds(l, made))) continue;
      else if ([...saved, ...links].some((l) => sharesName(l, made))) skip({ code: 'ddl-link-name-taken', name: made.name });
      else links.push(made);
    }
  }
  return { links, problems };
}

/** Why a reference is no link. */
type Skipped =
  | { code: 'ddl-link-no-table' }
  | { code: 'ddl-link-no-column'; column: string }
  | { code: 'ddl-link-other-count'; others: number }
  | { code: 'ddl-link-other-type'; left: string; leftType: DataType; right: string; rightType: DataType }
  | { code: 'ddl-link-name-taken'; name: string };

function linkOf(table: DdlTable, from: Entity, to: Entity, { columns, references }: ForeignKey, many: number): Link | Skipped {
  const targets = references.length > 0 ? references : to.key;
  if (targets.length !== columns.length) return { code: 'ddl-link-other-count', others: targets.length };
  const on: Link['on'] = [];
  for (const [i, column] of columns.entries()) {
    const here = from.attributes.find((a) => sameName(a.name, column));
    const there = to.attributes.find((a) => sameName(a.name, targets[i] ?? ''));
    if (!here || !there) return { code: 'ddl-link-no-column', column: here ? (targets[i] ?? '') : column };
    if (here.type !== there.type)
      return { code: 'ddl-link-other-type', left: here.name, leftType: here.type, right: there.name, rightType: there.type };
    on.push({ from: here.name, to: there.name });
  }
  const once = [table.key, ...table.uniques].some((set) => set.length > 0 && set.every((c) => columns.some((f) => sameName(f, c))));
  const first = on[0]?.from ?? '';
  const name = forward(first, to.name, many);
  return {
    name: to.name === from.name ? `${name} (${first})` : name,
    reverse: backward(from.name, first, many),
    from: from.name,
    to: to.name,
    on,
    cardinality: once ? '1-1' : 'N-1',
  };
}

const sameEnds = (a: Link, b: Link) => a.from === b.from && a.to === b.to && JSON.stringify(a.on) === JSON.stringify(b.on);

function sharesName(a: Link, b: Link): boolean {
  const names = (l: Link) => [`${l.from} ${l.name}`, `${l.to} ${l.reverse}`];
  return names(a).some((n) => names(b).includes(n));
}
