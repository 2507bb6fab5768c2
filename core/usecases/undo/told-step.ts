import { isFields } from '../../base/fields';
import type { DocumentKind } from '../../model/documents';
import type { Json } from '../../model/journal';
import type { ToldStep } from '../../model/undo';
import { changedKeys, ofKey, type Shelf } from './shelf';

/** What a step is about, first of all. */
const order: readonly DocumentKind[] = ['entity', 'campaign', 'audience', 'filter', 'link', 'query', 'endpoint', 'workspace'];

/** What led from one side of a step to the other. */
export function toldStep(before: Shelf, after: Shelf, label: string): ToldStep {
  const keys = changedKeys(before, after).filter((key) => order.includes(ofKey(key).kind));
  const [first = changedKeys(before, after)[0] ?? ''] = keys.toSorted(
    (a, b) => order.indexOf(ofKey(a).kind) - order.indexOf(ofKey(b).kind),
  );
  const { kind, id } = ofKey(first);
  const was = nameOf(before[first]);
  const is = nameOf(after[first]);
  const did = label === 'import' ? label : was === undefined ? 'create' : is === undefined ? 'remove' : was === is ? 'change' : 'rename';
  return { did, kind, name: is ?? was ?? id, others: Math.max(0, keys.length - 1) };
}

function nameOf(document: Json | undefined): string | undefined {
  if (document === undefined) return undefined;
  const named = isFields(document) ? document.name : undefined;
  return typeof named === 'string' ? named : '';
}
