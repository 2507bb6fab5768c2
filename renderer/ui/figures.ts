import type { Attribute, Entity, Link } from '../../core/model/entity';
import type { ColumnProfile } from '../../core/model/report';
import type { Cell } from '../../core/model/value';
import type { Formats } from '../text/formats';
import type { Text } from '../text/use-text';
import { cellSaid, cellText } from './cells';

/** An attribute with what its values are. */
export interface Profiled {
  entity: Entity;
  attribute: Attribute;
  links: readonly Link[];
  profile: ColumnProfile;
}

/** How figures about the values of an attribute are written: numbers grouped, but for those that name something or are years. */
export function figuresOf({ entity, attribute, links, profile }: Profiled, t: Text, f: Formats): (value: Cell) => string | null {
  const { type } = attribute;
  if (type === 'boolean') return (value) => cellSaid(value, t);
  const isNumber =
    type === 'decimal' || type === 'number' || (type === 'integer' && !isName(entity, attribute, links) && !areYears(profile));
  return isNumber ? (value) => grouped(value, f) ?? cellText(value) : cellText;
}

/** Whole numbers that name a row, here or where a link leads. */
function isName({ name: entity, key }: Entity, { name, personal }: Attribute, links: readonly Link[]): boolean {
  if (key.includes(name) || personal !== undefined) return true;
  return links.some((link) =>
    link.on.some(({ from, to }) => (link.from === entity && from === name) || (link.to === entity && to === name)),
  );
}

function areYears({ min, max }: ColumnProfile): boolean {
  return [min, max].every((end) => end !== null && Number(end) >= 1800 && Number(end) < 2200);
}

/** Nothing where a number would lose digits. */
function grouped(value: Cell, f: Formats): string | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  const written = String(value).replace(/\.0+$|(\.\d*[1-9])0+$/, '$1');
  return String(number) === written && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? f.number(number) : undefined;
}
