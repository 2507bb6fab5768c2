import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createListFinder, listName } from '../../../../../core/usecases/import/text/json-lists';

/** What is found in text that comes in parts of a length. */
function foundIn(text: string, length = text.length) {
  const finder = createListFinder();
  for (let at = 0; at < text.length; at += Math.max(1, length)) if (!finder.push(text.slice(at, at + Math.max(1, length)))) break;
  const { lists, beside, unfinished } = finder.found();
  return { lists: lists.map((l) => [listName(l), text.slice(l.from, l.to)]), beside, unfinished };
}

describe('lists within one object', () => {
  it('are found by the fields that lead to them, with what stands beside them', () => {
    const text = ' {"n": 2, "a\\"b": [{"x": "]}"}, {"x": [1]}], "in": {"to": [{}], "no": [[{}]]}, "few": [], "last": {"q": 1}} ';
    expect(foundIn(text)).toEqual({
      lists: [
        ['a"b', '[{"x": "]}"}, {"x": [1]}]'],
        ['in.to', '[{}]'],
      ],
      beside: ['n', 'few', 'last'],
      unfinished: false,
    });
  });

  it.each([
    ['an array', '[{"a": [{}]}]'],
    ['several objects', '{"a": [{}]}{"a": [{}]}'],
    ['several lines', '{"a": [{}]}\n{"a": [{}]}\n'],
    ['texts and numbers', '{"a": ["x", {}], "b": [1, {}]}'],
    ['lists of one name', '{"a": [{}], "a": [{}]}'],
    ['records by their names', JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, { tags: [{}] }])))],
    ['a list deep within', '{"a": {"b": {"c": {"d": {"e": [{}]}}}}}'],
    ['nothing', ''],
    ['no JSON', 'a,b\n1,2'],
  ])('are none of %s', (_, text) => {
    expect(foundIn(text)).toMatchObject({ lists: [], unfinished: false });
  });

  it('are not known while the object goes on', () => {
    for (const text of ['{', '{"a": [{}]', '{"a": [{}], "b"', '{"a": [{"b": "}'])
      expect(foundIn(text)).toMatchObject({ lists: [], unfinished: true });
  });

  it('are those that JSON itself has, however the text is cut', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', '{', '[', ']', 'é', '😀', ',') });
    const list = fc.array(fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3, noNullPrototype: true }), {
      minLength: 1,
      maxLength: 3,
    });
    const flat = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant([]), fc.array(fc.integer(), { minLength: 1 }));
    const object = fc.dictionary(key, fc.oneof(list, flat), { maxKeys: 6, noNullPrototype: true });
    fc.assert(
      fc.property(object, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 2), (value, length, indent) => {
        const text = JSON.stringify(value, null, indent);
        const isList = (v: unknown) => Array.isArray(v) && typeof v[0] === 'object' && v[0] !== null;
        const { lists, beside } = foundIn(text, length);
        expect(lists.map(([name, json]) => [name, JSON.parse(json ?? '')])).toEqual(Object.entries(value).filter(([, v]) => isList(v)));
        expect(beside).toEqual(Object.keys(value).filter((k) => !isList(value[k])));
      }),
    );
  });
});
