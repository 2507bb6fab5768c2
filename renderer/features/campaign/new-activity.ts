import type { Activity, ActivityType } from '../../../core/model/activity';

/** What a new activity can already know. */
export interface Surroundings {
  dimension: string;
  key: string;
  audience: string | undefined;
  /** The first step away from the dimension. */
  link: string | undefined;
  segment: (n: number) => string;
}

/** A new activity with settings that are right as often as can be. */
export function newActivity(type: ActivityType, id: string, around: Surroundings): Activity {
  const { dimension, key } = around;
  switch (type) {
    case 'build-audience':
      return { id, type, dimension, rule: { kind: 'all', rules: [] } };
    case 'read-audience':
      return { id, type, audience: around.audience ?? 'none' };
    case 'sql':
      return { id, type, dimension, sql: `SELECT "${key.replaceAll('"', '""')}"\nFROM "${dimension.replaceAll('"', '""')}"` };
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
    case 'save-audience':
      return { id, type, audience: id, mode: 'overwrite' };
    case 'email':
      return { id, type, message: { category: 'marketing', subject: '', from: { name: '', address: '' }, html: '' } };
    case 'direct-mail':
      return {
        id,
        type,
        message: {
          category: 'marketing',
          layout: {
            columns: [{ label: key, content: `{{ profile.${key} }}` }],
            delimiter: ',',
            header: true,
            lineEnd: 'crlf',
            encoding: 'utf-8',
            sort: [],
            neutraliseFormulas: false,
          },
        },
      };
  }
}
