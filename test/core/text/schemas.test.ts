import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleCampaign } from '../../../core/sample/documents';
import { campaignFiles } from '../../../core/text/campaign-files';
import { editorText, schemaFiles } from '../../../core/text/schemas';

const editor = z.object({ 'json.schemas': z.array(z.object({ fileMatch: z.array(z.string()), url: z.string() })) });
const schemas = schemaFiles();
const matches = (path: string, pattern: string) =>
  new RegExp(`${pattern.startsWith('/') ? '^' : ''}${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(path);

/** The schemas an editor checks a file against. */
function schemasFor(path: string): z.ZodType[] {
  const found = editor.parse(JSON.parse(editorText()))['json.schemas'].filter((s) => s.fileMatch.some((pattern) => matches(path, pattern)));
  return found.map(({ url }) => z.fromJSONSchema(JSON.parse(schemas.get(url.slice(2)) ?? '')));
}

const isRight = (path: string, value: unknown) => schemasFor(path).map((schema) => schema.safeParse(value).success);

describe('the schemas of a text project', () => {
  const files = campaignFiles(sampleCampaign, 'campaigns/autumn-return').filter(([path]) => path.endsWith('.json'));
  const objects = files.filter(([path]) => !path.endsWith('/layout.json'));

  it('know every file of a campaign, with its long texts beside it', () => {
    expect(objects.length).toBeGreaterThan(10);
    for (const [path, text] of objects) expect([path, isRight(`/${path}`, JSON.parse(text))]).toEqual([path, [true]]);
    expect(isRight('spring.campaign.json', sampleCampaign)).toEqual([true]);
  });

  it('tell what is no field, no value or missing', () => {
    const [path = '', text = ''] = objects.find(([path]) => path.endsWith('/buyers.json')) ?? [];
    const buyers: Record<string, unknown> = JSON.parse(text);
    const { dimension: _, ...without } = buyers;
    for (const wrong of [{ ...buyers, colour: 'red' }, { ...buyers, type: 'build' }, { ...buyers, inputs: [{ from: 'x' }] }, without])
      expect([wrong, isRight(`/${path}`, wrong)]).toEqual([wrong, [false]]);
  });
});
