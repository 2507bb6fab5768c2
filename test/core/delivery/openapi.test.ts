import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../../core/delivery/openapi';

test('the published document is the protocol', async () => {
  const published = await readFile(new URL('../../../core/delivery/openapi.json', import.meta.url), 'utf8');
  // Where this differs, the protocol was changed: publish it by writing what is expected here to the file.
  expect(published).toBe(`${JSON.stringify(openApiDocument, null, 2)}\n`);
});

test('every reference leads somewhere', () => {
  const text = JSON.stringify(openApiDocument);
  for (const [, section = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
    expect(openApiDocument.components).toHaveProperty([section, name]);
  }
});
