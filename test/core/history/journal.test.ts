import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, type History, redo, startHistory, undo } from '../../../core/history/history';
import { missingEntry, replay } from '../../../core/history/journal';
import { applyPatch, patchBetween, sameJson } from '../../../core/history/patch';
import { type JournalEntry, type Json, journalEntry, patch } from '../../../core/model/journal';

const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value));
/** As it was read: there is no negative zero. */
const json = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
  .map((value) => wire(value) as Json);
/** Two values that have much in common. */
const pair = fc.oneof(
  fc.tuple(json, json),
  fc.tuple(fc.array(json), fc.array(json), fc.array(json), fc.array(json)).map(([a, b, c, d]): [Json, Json] => [
    [...a, ...b, ...d],
    [...a, ...c, ...d],
  ]),
);

test('a patch turns one value into the other, also after it was written down', () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      const change = patchBetween(before, after);
      expect(change === undefined).toBe(sameJson(before, after));
      if (change) expect(applyPatch(before, patch.parse(wire(change)))).toEqual(wire(after));
    }),
  );
});

test('a patch says only what changed', () => {
  const many = Array.from({ length: 500 }, (_, i) => ({ id: `a${i}`, x: i }));
  expect(patchBetween({ many }, { many: many.map((m, i) => (i === 7 ? { ...m, x: -1 } : m)) })).toEqual({
    fields: { many: { items: { 7: { fields: { x: { set: -1 } }, without: [] } } } },
    without: [],
  });
  expect(patchBetween(many, many.toSpliced(3, 1))).toEqual({ at: 3, remove: 1, insert: [] });
  expect(patchBetween({ a: 1 }, { a: 1, b: undefined })).toBeUndefined();
});

interface Act {
  do: 'edit' | 'join' | 'undo' | 'redo';
  to: Json;
}
const acts: fc.Arbitrary<Act[]> = fc.array(fc.record({ do: fc.constantFrom('edit', 'join', 'undo', 'redo'), to: json }), { maxLength: 30 });

/** The same acts on a history and in a journal. */
function both(list: readonly Act[]): { history: History<Json>; entries: JournalEntry[] } {
  let history = startHistory<Json>(null);
  const entries: JournalEntry[] = [{ base: null }];
  for (const [i, act] of list.entries()) {
    const before = history;
    if (act.do === 'undo') history = undo(history);
    else if (act.do === 'redo') history = redo(history);
    else if (!sameJson(act.to, history.present)) history = edit(history, act.to, `edit ${i}`, act.do === 'join' ? 'typing' : undefined);
    if (history === before) continue;
    const change = patchBetween(before.present, history.present);
    if (act.do === 'undo' || act.do === 'redo') entries.push({ move: act.do === 'undo' ? -1 : 1 });
    else if (change)
      entries.push({
        label: `edit ${i}`,
        patch: change,
        ...(before.joinable === 'typing' && act.do === 'join' && before.past ? { joins: true } : {}),
      });
  }
  return { history, entries };
}

const labels = (history: History<Json>) => {
  const told: [string, Json][] = [];
  for (let s = history.past; s; s = s.next) told.push([s.label, s.document]);
  told.push(['', history.present]);
  for (let s = history.future; s; s = s.next) told.push([s.label, s.document]);
  return told;
};

test('a journal that is read again tells the same history', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const { history, entries } = both(list);
      const read = replay(
        entries.map((entry) => journalEntry.parse(wire(entry))),
        'elsewhere',
      );
      expect(read && labels(read)).toEqual(wire(labels(history)));
    }),
  );
});

test('what was written down but not saved can be redone; what was changed elsewhere is a step', () => {
  const start = replay([{ base: 'a' }, { label: 'one', patch: { set: 'b' } }, { label: 'two', patch: { set: 'c' } }], 'elsewhere');
  if (!start) throw new Error('no history');
  expect(missingEntry(start, 'c')).toBeUndefined();
  expect(missingEntry(start, 'b')).toEqual({ move: -1 });
  expect(missingEntry(start, 'a')).toEqual({ move: -2 });
  expect(missingEntry(start, 'z')).toEqual({ patch: { set: 'z' } });
});
