import type { Formats } from '../../text/formats';
import type { Text } from '../../text/use-text';
import { barLabel } from '../distribution';
import { figuresOf, type Profiled } from '../figures';
import type { Knowledge } from './knowledge';
import { tablesInQuery } from './tables-in-query';

/** The attribute that the name under the pointer means: of the table before its dot, else of the first table that has one. */
export function attributeAt({ model, audiences }: Knowledge, statement: string, name: string, before: string | undefined) {
  const is = (other: string) => other.toLowerCase() === name.toLowerCase();
  const tables = tablesInQuery(model, audiences, statement);
  const near =
    before === undefined ? tables : tables.filter((t) => [t.alias, t.table].some((n) => n.toLowerCase() === before.toLowerCase()));
  for (const { columns } of near) {
    const entity = columns.find((c) => is(c.name))?.entity;
    const attribute = entity?.attributes.find((a) => is(a.name));
    if (entity && attribute) return { entity, attribute };
  }
  return undefined;
}

const shown = 8;
const width = 12;

/** What an attribute is, as Markdown: its type, what it is for, and how its values are spread unless they are personal. */
export function attributeHover(of: Pick<Profiled, 'entity' | 'attribute' | 'links'> & Partial<Profiled>, t: Text, f: Formats): string {
  const { entity, attribute, links, profile } = of;
  const head = `**${escape(entity.name)}.${escape(attribute.name)}** · ${t.data.types[attribute.type]}`;
  const parts = [head, ...(attribute.description ? [escape(attribute.description)] : [])];
  if (!profile) return parts.join('\n\n');
  parts.push(t.sql.hoverFigures(f.number(profile.distinct), f.number(profile.empty), f.number(profile.rows)));
  if (attribute.personal === undefined) parts.push(bars({ entity, attribute, links, profile }, t, f));
  else parts.push(t.sql.hoverPersonal);
  return parts.join('\n\n');
}

function bars(of: Profiled, t: Text, f: Formats): string {
  const { profile } = of;
  const say = figuresOf(of, t, f);
  const most = Math.max(1, ...profile.bars.map((bar) => bar.rows));
  const line = (bar: Profiled['profile']['bars'][number]) => {
    const tall = '█'.repeat(Math.max(1, Math.round((bar.rows / most) * width)));
    return `| ${escape(barLabel(bar.from, bar.to, t.common.empty, say).slice(0, 60))} | \`${tall}\` | ${f.number(bar.rows)} |`;
  };
  const rest = profile.bars.slice(shown).reduce((sum, bar) => sum + bar.rows, profile.others);
  return [
    `| | | ${t.common.rows} |`,
    '|:--|:--|--:|',
    ...profile.bars.slice(0, shown).map(line),
    ...(rest > 0 ? [`| ${t.sql.hoverOthers} | | ${f.number(rest)} |`] : []),
  ].join('\n');
}

/** Text that Markdown shows as it is. */
function escape(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&').replaceAll(/\s+/g, ' ');
}
