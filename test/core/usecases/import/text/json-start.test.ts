import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonStart } from '../../../../../core/usecases/import/text/json-start';

const objects = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 })), { minLength: 1, maxLength: 8 });

describe('the start of JSON text', () => {
  it('is the first object and those that end within so many characters', () =>
    fc.assert(
      fc.property(objects, fc.nat(400), fc.boolean(), (all, within, indented) => {
        const text = ` ${JSON.stringify(all, null, indented ? 2 : undefined)}\n`;
        const start = jsonStart(text, within);
        const found = JSON.parse(start?.text ?? '') as unknown[];
        const again = JSON.parse(JSON.stringify(all)) as unknown[];
        expect(found).toEqual(again.slice(0, found.length));
        expect(start?.more).toBe(found.length < all.length);
        expect(found.length).toBeGreaterThan(0);
        if (found.length > 1) expect(start?.text.length).toBeLessThanOrEqual(Math.max(within + 1, start?.more ? 0 : text.length));
      }),
    ));

  it('is found in objects one after the other, too', () => {
    const each = ['{"a":"} \\" {"}', '{"b":[1,{"c":"]"}]}', '{"d":1}'];
    const text = each.join('\n');
    expect(jsonStart(text, 30)).toEqual({ text: each.slice(0, 1).join('\n'), more: true });
    expect(jsonStart(text, 40)).toEqual({ text: each.slice(0, 2).join('\n'), more: true });
    expect(jsonStart('{"a":"not closed', 40)).toBeUndefined();
    expect(jsonStart('[{"a":1},{"b":', 40)).toEqual({ text: '[{"a":1}]', more: true });
    expect(jsonStart('no JSON', 40)).toBeUndefined();
  });
});
