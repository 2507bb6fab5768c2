import { unreachable } from '../../../core/base/never';
import type { Activity, ActivityOf, ActivityType } from '../../../core/model/activity';
import type { Attribute } from '../../../core/model/entity';
import { unchosen } from '../../../core/model/unchosen';
import { datingAttribute } from './rules/new-part';

/** What a new activity can already know. */
export interface Surroundings {
  /** The entity it is about, and its key. */
  dimension: string;
  key: string;
  attributes: readonly Attribute[];
  /** Columns that arrive beside the key. */
  added: readonly string[];
  audience: string | undefined;
  /** The first step away from the dimension. */
  link: string | undefined;
  segment: (n: number) => string;
  alertTitle: string;
  /** Attributes of the profile that make up an address, as they follow each other on a letter. */
  address: readonly string[];
}

/** A new activity with settings that are right as often as can be. */
export function newActivity(type: ActivityType, id: string, around: Surroundings): Activity {
  const { dimension, key } = around;
  switch (type) {
    case 'start':
      return { id, type, by: { kind: 'manual' } };
    case 'build-audience':
      return { id, type, dimension, rule: { kind: 'all', rules: [] } };
    case 'read-audience':
      return { id, type, audience: around.audience ?? unchosen.audience };
    case 'incremental-query':
      return { id, type, dimension, rule: { kind: 'all', rules: [] }, memory: firstMemory(around) };
    case 'load-file':
      return {
        id,
        type,
        source: { path: unchosen.file, format: 'csv' },
        columns: [{ source: unchosen.file, attribute: key, type: 'text' }],
      };
    case 'sql':
      return { id, type, dimension, sql: `SELECT "${key.replaceAll('"', '""')}"\nFROM "${dimension.replaceAll('"', '""')}"` };
    case 'reconcile':
      return { id, type, entity: dimension, on: [firstPair(around)], several: { kind: 'reject' } };
    case 'combine':
      return { id, type, operation: 'union' };
    case 'change-dimension':
      return { id, type, path: [around.link ?? '?'] };
    case 'deduplicate':
      return { id, type, fields: [{ attribute: key }], keep: 1, by: { kind: 'random' } };
    case 'enrich':
      return { id, type, additions: [{ kind: 'attribute', attribute: key, as: `${key}_2` }] };
    case 'split':
      return {
        id,
        type,
        subsets: [
          { id: 'segment-1', label: around.segment(1), limit: { kind: 'percent', percent: 50, of: 'input' } },
          { id: 'segment-2', label: around.segment(2) },
        ],
      };
    case 'sample':
      return { id, type, method: { kind: 'random', size: { kind: 'percent', percent: 10 } } };
    case 'save-audience':
      return { id, type, audience: id, mode: 'overwrite' };
    case 'fork':
      return { id, type, branches: [{ id: 'branch-1' }, { id: 'branch-2' }] };
    case 'and-join':
      return { id, type };
    case 'wait':
      return { id, type, until: { kind: 'duration', amount: 1, unit: 'day' } };
    case 'test':
      return { id, type, branches: [{ id: 'branch-1', all: [{ left: { kind: 'count' }, op: 'at-least', right: 1 }] }], default: true };
    case 'alert':
      return { id, type, title: around.alertTitle, message: '' };
    case 'end':
      return { id, type };
    case 'email':
      return { id, type, message: { category: 'marketing', subject: '', from: { name: '', address: '' }, html: '' } };
    case 'direct-mail':
      return { id, type, message: newMail(key, around.address) };
    default:
      return unreachable(type);
  }
}

function firstMemory({ attributes }: Surroundings): ActivityOf<'incremental-query'>['memory'] {
  const date = datingAttribute(attributes);
  return date === undefined ? { kind: 'key', days: 0 } : { kind: 'date', attribute: date };
}

/** A column and an attribute of one name, else whatever comes first. */
function firstPair({ attributes, added, key }: Surroundings): ActivityOf<'reconcile'>['on'][number] {
  const shared = attributes.find((a) => added.includes(a.name));
  const attribute = shared?.name ?? key;
  return { column: shared?.name ?? added[0] ?? key, attribute, normaliser: normaliserFor(shared) };
}

/** How values of an attribute are best compared. */
export function normaliserFor(attribute: Attribute | undefined): ActivityOf<'reconcile'>['on'][number]['normaliser'] {
  if (attribute?.type !== 'text') return 'none';
  if (/e-?mail|correo/i.test(attribute.name)) return 'email';
  return /phone|tel[eé]fono|mobile|m[oó]vil/i.test(attribute.name) ? 'phone' : 'text';
}

/** An attribute of the profile as content names it. */
const fieldOf = (name: string) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? `profile.${name}` : `profile[${JSON.stringify(name)}]`);

function newMail(key: string, address: readonly string[]): ActivityOf<'direct-mail'>['message'] {
  return {
    category: 'marketing',
    layout: {
      columns: [...new Set([key, ...address])].map((label) => ({ label, content: `{{ ${fieldOf(label)} }}` })),
      delimiter: ',',
      header: true,
      lineEnd: 'crlf',
      encoding: 'utf-8',
      sort: [],
      neutraliseFormulas: false,
    },
  };
}
