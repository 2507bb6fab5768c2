import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDesks } from '../../../core/history/merge-desks';
import { type Desk, desk as deskSchema, type Tab } from '../../../core/model/desk';

const tab = (id: string, sql: string): Tab => ({ id, name: id.toUpperCase(), sql, cursor: 0, parameters: [] });
const desk = (open: Record<string, string>, closed: Record<string, string> = {}): Desk => ({
  format: 1,
  id: 'sql',
  tabs: Object.entries(open).map(([id, sql]) => tab(id, sql)),
  active: Object.keys(open)[0] ?? 'none',
  closed: Object.entries(closed).map(([id, sql], at) => ({ tab: tab(id, sql), at })),
});
const open = ({ tabs }: Desk) => Object.fromEntries(tabs.map(({ id, sql }) => [id, sql]));
const shut = ({ closed }: Desk) => Object.fromEntries(closed.map((one) => [one.tab.id, one.tab.sql]));

describe('two windows that wrote into one desk', () => {
  const base = desk({ a: '1', b: '2' });
  const merge = (theirs: Desk, mine: Desk) => mergeDesks(base, theirs, mine);

  it('keeps what each changed, opened and closed', () => {
    const { desk: merged, both } = merge(desk({ a: '1', b: 'theirs', c: 'new' }), desk({ b: '2', d: 'mine' }, { a: '1' }));
    expect([open(merged), shut(merged), both]).toEqual([{ b: 'theirs', d: 'mine', c: 'new' }, { a: '1' }, []]);
  });

  it('keeps both of what both changed, and says so', () => {
    const { desk: merged, both } = merge(desk({ a: 'theirs', b: '2' }), desk({ a: 'mine', b: '2' }));
    expect([open(merged), both]).toEqual([{ a: 'mine', 'a-2': 'theirs', b: '2' }, ['A']]);
    expect(merged.active).toBe('a');
  });

  it('goes along with a tab that is looked at and was moved aside', () => {
    const written = desk({ a: 'theirs', b: '2' });
    const { desk: told } = merge(written, desk({ a: 'mine', b: '2' }));
    const { desk: seen } = mergeDesks(written, told, written);
    expect([open(seen), seen.active]).toEqual([{ a: 'mine', 'a-2': 'theirs', b: '2' }, 'a-2']);
  });

  it('takes what both wrote alike for one, wherever the cursor is', () => {
    const moved = { ...base, tabs: base.tabs.map((one) => ({ ...one, cursor: 1 })) };
    expect(merge(desk({ a: 'same', b: '2' }), desk({ a: 'same', b: '2' })).both).toEqual([]);
    expect(open(merge(desk({ a: 'theirs', b: '2' }), moved).desk)).toEqual({ a: 'theirs', b: '2' });
  });

  it('never closes what the other goes on writing', () => {
    expect(open(merge(desk({ b: '2' }, { a: '1' }), desk({ a: 'mine', b: '2' })).desk)).toEqual({ a: 'mine', b: '2' });
    expect(open(merge(desk({ a: 'theirs', b: '2' }), desk({ b: '2' }, { a: '1' })).desk)).toEqual({ b: '2', a: 'theirs' });
  });

  it('keeps what was written into a tab that was then closed', () => {
    const closedThere = merge(desk({ b: '2' }, { a: 'theirs' }), desk({ a: 'mine', b: '2' })).desk;
    expect([open(closedThere), shut(closedThere)]).toEqual([{ a: 'mine', b: '2' }, { 'a-2': 'theirs' }]);
    const closedBoth = merge(desk({ b: '2' }, { a: 'theirs' }), desk({ b: '2' }, { a: 'mine' })).desk;
    expect(shut(closedBoth)).toEqual({ a: 'mine', 'a-2': 'theirs' });
  });

  it('closes what does not fit any more, and nothing else', () => {
    const many = (name: string) => desk(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${name}-${n}`, String(n)])));
    const merged = mergeDesks(desk({}), many('theirs'), many('mine')).desk;
    expect([merged.tabs.length, merged.closed.length]).toEqual([100, 20]);
  });
});

it('whatever two do, every text one of them wrote is there, and the desk can be saved', () => {
  const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'), { minKeys: 1 });
  const any = fc
    .tuple(texts, texts)
    .map(([tabs, closed]) => desk(tabs, Object.fromEntries(Object.entries(closed).filter(([id]) => !(id in tabs)))));
  const written = (of: Desk) => [...of.tabs, ...of.closed.map((one) => one.tab)].map(({ name, sql }) => `${name} ${sql}`);
  fc.assert(
    fc.property(any, any, any, (base, theirs, mine) => {
      const merged = mergeDesks(base, theirs, mine).desk;
      deskSchema.parse(merged);
      const ids = [...merged.tabs, ...merged.closed.map((one) => one.tab)].map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(merged.tabs.map((one) => one.id)).toContain(merged.active);
      const known = new Set(written(base));
      const own = [...written(theirs), ...written(mine)].filter((text) => !known.has(text));
      expect(written(merged)).toEqual(expect.arrayContaining(own));
    }),
  );
});
