import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bail, edit, type History, mark, redo, redoLabel, squash, startHistory, undo, undoLabel } from '../../../core/history/history';

interface Doc {
  readonly text: string;
}
const doc = (text: string): Doc => ({ text });

type Action =
  | { do: 'edit'; text: string; key: string | undefined }
  | { do: 'undo' | 'redo' }
  | { do: 'mark' | 'bail' | 'squash'; name: string };

const name = fc.constantFrom('a', 'b');
const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('edit' as const), text: fc.string(), key: fc.option(name, { nil: undefined }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('mark' as const, 'bail' as const, 'squash' as const), name }) },
  ),
);

function act(history: History<Doc>, action: Action): History<Doc> {
  switch (action.do) {
    case 'edit':
      return edit(history, doc(action.text), `type ${action.text}`, action.key);
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
    case 'mark':
      return mark(history, action.name);
    case 'bail':
      return bail(history, action.name);
    case 'squash':
      return squash(history, action.name, 'drag');
  }
}

/** The documents that undo and redo walk through, oldest first. */
function walk(history: History<Doc>): Doc[] {
  const line: Doc[] = [];
  for (let step = history.past; step; step = step.next) line.unshift(step.document);
  line.push(history.present);
  for (let step = history.future; step; step = step.next) line.push(step.document);
  return line;
}

const after = (list: Action[]) => list.reduce(act, startHistory(doc('start')));

test('undo after an edit of its own gives the very document before, and redo the one after', () => {
  fc.assert(
    fc.property(actions, fc.string(), (list, text) => {
      const before = after(list);
      const edited = edit(before, doc(text), 'last');
      expect(undo(edited).present).toBe(before.present);
      expect(undo(edited).past).toBe(before.past);
      expect(redo(undo(edited)).present).toBe(edited.present);
    }),
  );
});

test('undo and redo walk one fixed line of documents, to its first and its last', () => {
  fc.assert(
    fc.property(actions, fc.array(fc.boolean()), (list, ways) => {
      const history = after(list);
      const line = walk(history);
      let at = line.indexOf(history.present);
      let moved = history;
      for (const back of ways) {
        moved = back ? undo(moved) : redo(moved);
        at = Math.max(0, Math.min(line.length - 1, at + (back ? -1 : 1)));
        expect(moved.present).toBe(line[at]);
        expect(walk(moved)).toEqual(line);
      }
    }),
  );
});

test('bail gives back the history of the mark, redo included', () => {
  fc.assert(
    fc.property(actions, fc.array(fc.string()), (list, texts) => {
      const before = after(list);
      const dragged = texts.reduce((h, text) => edit(h, doc(text), 'move'), mark(before, 'drag'));
      const back = bail(dragged, 'drag');
      expect(back.present).toBe(before.present);
      expect(walk(back)).toEqual(walk(before));
      expect(back.marks).toEqual(before.marks);
    }),
  );
});

test('squash makes everything since the mark one step', () => {
  fc.assert(
    fc.property(actions, fc.array(fc.string(), { minLength: 1 }), (list, texts) => {
      const before = after(list);
      const dragged = texts.reduce((h, text) => edit(h, doc(text), 'move'), mark(before, 'drag'));
      const done = squash(dragged, 'drag', 'Move two activities');
      expect(done.present).toBe(dragged.present);
      expect(undoLabel(done)).toBe('Move two activities');
      expect(undo(done).present).toBe(before.present);
    }),
  );
});

test('typing in one field is one step until something else happens', () => {
  const start = startHistory(doc(''));
  const typed = ['h', 'he', 'hey'].reduce((h, text) => edit(h, doc(text), `Rename to ${text}`, 'name'), start);
  expect(undoLabel(typed)).toBe('Rename to hey');
  expect(undo(typed).present).toBe(start.present);
  const other = edit(typed, doc('hey!'), 'Describe', 'description');
  const again = edit(other, doc('hey!?'), 'Rename', 'name');
  expect(undo(again).present.text).toBe('hey!');
  expect(undo(undo(again)).present.text).toBe('hey');
});

test('an edit after undo does not join the step before it', () => {
  const one = edit(startHistory(doc('0')), doc('1'), 'one', 'k');
  const two = edit(edit(one, doc('x'), 'other'), doc('2'), 'two', 'k');
  const back = edit(undo(undo(two)), doc('3'), 'three', 'k');
  expect(undo(back).present.text).toBe('1');
  expect(redoLabel(back)).toBeUndefined();
});

test('the very same document is no edit', () => {
  const history = undo(edit(startHistory(doc('0')), doc('1'), 'one'));
  expect(edit(history, history.present, 'nothing')).toBe(history);
  expect(redoLabel(history)).toBe('one');
});

test('a hundred thousand edits are all undone', () => {
  let history = startHistory(0);
  for (let i = 1; i <= 100_000; i += 1) history = edit(history, i, 'count');
  for (let i = 100_000; i > 0; i -= 1) history = undo(history);
  expect(history.present).toBe(0);
  expect(history.past).toBeUndefined();
});
