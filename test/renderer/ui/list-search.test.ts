import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { useListSearch } from '../../../renderer/ui/use-list-search';

function List({ length }: { length: number }) {
  const { shown, field } = useListSearch(
    Array.from({ length }, (_, n) => ({ name: `n${n}` })),
    'Find one',
  );
  return createElement('div', {}, field, shown.length);
}

test('a list is searched where it is longer than is seen at once', () => {
  expect(renderToStaticMarkup(createElement(List, { length: 8 }))).toBe('<div>8</div>');
  expect(renderToStaticMarkup(createElement(List, { length: 9 }))).toMatch(
    /^<div><input class="input list-search" aria-label="Find one".*9<\/div>$/,
  );
});
