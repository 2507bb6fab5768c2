import type { Place } from '../../base/problems';
import type { DataModel } from '../../model/entity';
import type { Usable } from '../../model/use';
import { findAttribute, findEntity, findHop } from '../../segment/population';
import { audiencesIn } from '../../sql/audiences-in-sql';
import { namesIn } from '../../sql/values-in-sql';
import { writtenNames } from './written-names';

export interface Reference {
  to: Usable;
  place: Place;
  /** What refers to it does not work without. */
  needed: boolean;
}

type Node = Readonly<Record<string, unknown>>;

/** Collects what a document refers to while it is walked. `here` is the entity whose rows a part of it is about. */
export class Walk {
  readonly found: Reference[] = [];

  /** `campaign`: whose variables values may refer to. */
  constructor(
    private readonly model: DataModel,
    private readonly campaign?: string,
  ) {}

  add(to: Usable, place: Place, needed = true): void {
    this.found.push({ to, place, needed });
  }

  entity(name: unknown, place: Place): string | undefined {
    if (typeof name !== 'string') return undefined;
    this.add({ kind: 'entity', entity: name }, place);
    return name;
  }

  /** A name that may also be an added column's is taken for the attribute it hides. */
  attribute(here: string | undefined, name: unknown, place: Place): void {
    const entity = here === undefined ? undefined : findEntity(this.model, here);
    if (entity && typeof name === 'string' && findAttribute(entity, name))
      this.add({ kind: 'attribute', entity: entity.name, attribute: name }, place);
  }

  variable(name: string, place: Place, campaign = this.campaign): void {
    if (campaign !== undefined) this.add({ kind: 'variable', campaign, name }, place);
  }

  /** Every link and entity on the way. @returns the entity reached */
  path(here: string | undefined, path: unknown, place: Place): string | undefined {
    if (!Array.isArray(path)) return here;
    return path.reduce<string | undefined>((at, link, i) => {
      const hop = at === undefined ? undefined : findHop(this.model, at, String(link));
      if (!hop) return undefined;
      this.add({ kind: 'link', from: hop.link.from, name: hop.link.name }, [...place, i]);
      return this.entity(hop.target.name, [...place, i]);
    }, here);
  }

  /** SQL names audiences as tables. It may mean an entity, and of the entities it may mean any attribute, wherever their names are words of it. */
  sql(here: string | undefined, sql: string, place: Place): void {
    for (const name of namesIn(sql)) this.variable(name, place);
    for (const id of audiencesIn(sql)) this.add({ kind: 'audience', id }, place);
    const names = writtenNames(sql);
    for (const entity of this.model.entities) {
      if (entity.name !== here && !names.has(entity.name.toLowerCase())) continue;
      if (entity.name !== here) this.entity(entity.name, place);
      for (const { name } of entity.attributes) if (names.has(name.toLowerCase())) this.attribute(entity.name, name, place);
    }
  }

  /** Any part of a document: what its fields mean is the same wherever they occur. */
  visit(value: unknown, here: string | undefined, place: Place): void {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) this.visit(item, here, [...place, i]);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    const node = value as Node;
    const own = this.entity(node.dimension ?? node.entity, place) ?? here;
    const at = this.path(own, node.path, [...place, 'path']);
    this.attribute(at, node.attribute, [...place, 'attribute']);
    if (node.kind === 'ordered') this.attribute(at, node.by, [...place, 'by']);
    this.named(node, at, place);
    for (const [field, inner] of Object.entries(node)) if (field !== 'path') this.visit(inner, at, [...place, field]);
  }

  private named(node: Node, at: string | undefined, place: Place): void {
    for (const kind of ['audience', 'filter', 'campaign'] as const) {
      const id = node[kind];
      if (typeof id === 'string') this.add({ kind, id }, [...place, kind]);
    }
    if (typeof node.variable === 'string') this.variable(node.variable, place);
    for (const field of ['attributes', 'merge'] as const) {
      const names: unknown = node[field];
      if (Array.isArray(names)) for (const [i, name] of names.entries()) this.attribute(at, name, [...place, field, i]);
    }
    if (typeof node.sql === 'string')
      this.sql(node.kind === 'sql' && node.type === undefined ? at : undefined, node.sql, [...place, 'sql']);
  }
}
