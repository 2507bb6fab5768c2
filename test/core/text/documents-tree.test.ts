import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Activity, activity as activitySchema } from '../../../core/model/activity';
import { noteRoles } from '../../../core/model/annotations';
import type { Audience } from '../../../core/model/audience';
import { type Campaign, campaign as campaignSchema } from '../../../core/model/campaign';
import type { Query } from '../../../core/model/query';
import { workspace as workspaceSchema } from '../../../core/model/workspace';
import { sampleCampaign } from '../../../core/sample/documents';
import { type Said, saidIn, treeOf } from '../../../core/text/documents-tree';
import { fileName } from '../../../core/text/file-name';
import { isOwn, markFile } from '../../../core/text/tree';

const empty: Said = {
  workspace: workspaceSchema.parse({ format: 1, id: 'workspace', name: 'Shop', zone: 'Europe/Madrid' }),
  entities: [],
  links: [],
  recipes: [],
  audiences: [],
  filters: [],
  queries: [],
  endpoints: [],
  campaigns: [],
};

/** A campaign with its arrows in order of where they lead: between arrows of one campaign there is no other order. */
const sorted = (campaign: Campaign): Campaign => {
  const at = (id: string) => campaign.flow.activities.findIndex((a) => a.id === id);
  const transitions = [...campaign.flow.transitions].sort((a, b) => at(a.to) - at(b.to) || a.input - b.input);
  return { ...campaign, flow: { ...campaign.flow, transitions } };
};

const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '"', 'é', '<', ' ', '{', '\u2028', '😀'), minLength: 1, maxLength: 12 });
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/), { minLength: 1, maxLength: 8 });

const activityOf = (id: string): fc.Arbitrary<Activity> =>
  fc.oneof(
    text.map((sql) => activitySchema.parse({ id, type: 'sql', dimension: 'customers', sql })),
    fc.tuple(text, fc.option(text, { nil: undefined })).map(([html, plain]) =>
      activitySchema.parse({
        id,
        type: 'email',
        message: {
          category: 'marketing',
          subject: html,
          from: { name: 'Shop', address: 'shop@example.com' },
          html,
          ...(plain === undefined ? {} : { text: plain }),
        },
      }),
    ),
    text.map((label) =>
      activitySchema.parse({ id, type: 'build-audience', label, dimension: 'customers', rule: { kind: 'sql', sql: label } }),
    ),
  );

const campaigns: fc.Arbitrary<Campaign> = ids
  .chain((known) =>
    fc.record({
      activities: fc.tuple(...known.map(activityOf)),
      layout: fc.dictionary(fc.constantFrom(...known), fc.record({ x: fc.integer(), y: fc.integer() })),
      notes: fc.dictionary(
        fc.stringMatching(/^note-[a-f0-9]{1,4}$/),
        fc.record({
          note: fc.record({ text: fc.oneof(text, fc.constant('')), role: fc.constantFrom(...noteRoles) }),
          at: fc.option(fc.record({ x: fc.integer(), y: fc.integer(), width: fc.integer({ min: 1 }), height: fc.integer({ min: 1 }) })),
        }),
        { maxKeys: 3 },
      ),
      groups: fc.dictionary(
        fc.stringMatching(/^group-[a-f0-9]{1,4}$/),
        fc.record(
          { title: text, members: fc.shuffledSubarray(known, { minLength: 1 }), collapsed: fc.constant(true) },
          { requiredKeys: ['title', 'members'] },
        ),
        { maxKeys: 2 },
      ),
      arrows: fc.array(fc.tuple(fc.constantFrom(...known), fc.constantFrom(...known)), { maxLength: 10 }),
    }),
  )
  .map(({ activities, layout, notes, groups, arrows }) => {
    const arriving = new Map<string, number>();
    const transitions = arrows.map(([from, to]) => {
      const input = arriving.get(to) ?? 0;
      arriving.set(to, input + 1);
      return { from, output: 'out', to, input };
    });
    const placed = Object.entries(notes).flatMap(([id, { at }]) => (at ? [[id, at]] : []));
    return campaignSchema.parse({
      format: 1,
      id: 'c',
      name: 'C',
      seed: 's',
      flow: { activities, transitions },
      layout: { ...layout, ...Object.fromEntries(placed) },
      ...(Object.keys(notes).length > 0 ? { notes: Object.fromEntries(Object.entries(notes).map(([id, { note }]) => [id, note])) } : {}),
      ...(Object.keys(groups).length > 0 ? { groups } : {}),
    });
  });

describe('a text project', () => {
  it('gives back every campaign as it was, and writes the same files for it again', () => {
    fc.assert(
      fc.property(campaigns, (campaign) => {
        const tree = treeOf({ ...empty, campaigns: [campaign] });
        const said = saidIn(tree);
        expect(said.campaigns).toEqual([sorted(campaign)]);
        expect(treeOf(said)).toEqual(tree);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps SQL and content in files of their own, the canvas apart, and one object in a file', () => {
    const tree = treeOf({ ...empty, campaigns: [sampleCampaign] });
    expect(tree.get('campaigns/autumn-return/flow/lapsing.sql')).toMatch(/^SELECT [\s\S]+\n$/);
    expect(tree.get('campaigns/autumn-return/flow/lapsing.json')).not.toContain('SELECT');
    expect(tree.get('campaigns/autumn-return/flow/newsletter.html')).toMatch(/</);
    const { x = 0 } = sampleCampaign.layout.buyers ?? {};
    expect(JSON.parse(tree.get('campaigns/autumn-return/layout.json') ?? '')).toMatchObject({ buyers: { x } });
    expect([...tree.keys()].filter((path) => path.endsWith('/flow/buyers.json'))).toHaveLength(1);
    expect(saidIn(tree).campaigns).toEqual([sorted(sampleCampaign)]);
  });

  it('is the same whatever the order of the fields', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, inner]) => [name, turned(inner)]),
      );
    };
    const other = campaignSchema.parse(turned(sampleCampaign));
    expect(treeOf({ ...empty, campaigns: [{ ...other, layout: turned(other.layout) as Campaign['layout'] }] })).toEqual(
      treeOf({ ...empty, campaigns: [sampleCampaign] }),
    );
  });

  it('keeps the SQL of a query beside what else is known of it', () => {
    const chart = { kind: 'bar' as const, x: 'tier', measure: 'rows' as const, y: [], bins: 20 };
    const parameters = [{ name: 'since', type: 'date' as const, value: '2026-01-01' }];
    const queries = ['SELECT 1', '', '\n\nSELECT $since;\r\n'].map((sql, i): Query => {
      return { format: 1, id: `q${i}`, name: `Q ${i}`, kind: 'sql', sql, parameters, chart };
    });
    const tree = treeOf({ ...empty, queries });
    expect(tree.get('queries/q0.sql')).toBe('SELECT 1\n');
    expect(tree.get('queries/q0.json')).not.toContain('SELECT');
    expect(saidIn(tree).queries).toEqual(queries);
    expect(treeOf(saidIn(tree))).toEqual(tree);
  });

  it('leaves out members of snapshots', () => {
    const snapshot: Audience = {
      format: 1,
      id: 'kept',
      name: 'Kept',
      dimension: 'customers',
      definition: {
        kind: 'snapshot',
        table: 't',
        rows: 1,
        asOf: '2026-01-01T00:00:00Z',
        takenAt: '2026-01-01T00:00:00Z',
        dataVersions: {},
      },
    };
    expect([...treeOf({ ...empty, audiences: [snapshot] }).keys()].filter((path) => path.startsWith('audiences'))).toEqual([]);
  });

  const tree = treeOf({ ...empty, campaigns: [sampleCampaign] });
  const with_ = (path: string, content: string | undefined) => {
    const changed = new Map(tree);
    if (content === undefined) changed.delete(path);
    else changed.set(path, content);
    return changed;
  };
  const buyers = 'campaigns/autumn-return/flow/buyers.json';
  it.each([
    ['text-not-ours', with_(markFile, undefined), markFile],
    ['text-not-ours', with_(markFile, '{}'), markFile],
    ['text-too-new', with_(markFile, '{"format": 2, "kind": "muster-text"}'), undefined],
    ['text-not-json', with_(buyers, '<<<<<<< ours\n{}\n'), buyers],
    ['text-not-object', with_(buyers, '[]'), buyers],
    ['bad-document', with_(buyers, '{"id": "buyers", "type": "nothing"}'), undefined],
    ['bad-document', with_('campaigns/autumn-return/flow/lapsing.sql', undefined), undefined],
    ['text-wrong-name', with_('campaigns/autumn-return/flow/others.json', tree.get(buyers)), 'campaigns/autumn-return/flow/others.json'],
    ['text-missing-file', with_('workspace.json', undefined), 'workspace.json'],
    ['text-unknown-file', with_('campaigns/autumn-return/flow/buyers.sql', 'SELECT 1'), 'campaigns/autumn-return/flow/buyers.sql'],
    ['text-unknown-file', with_('campaigns/autumn-return/campaign.json', undefined), 'campaigns/autumn-return/flow/buyers.json'],
    ['workspace-too-new', with_('workspace.json', '{"format": 99}'), undefined],
  ])('tells %s and where', (code, changed, file) => {
    expect(() => saidIn(changed)).toThrow(
      expect.objectContaining({ code, ...(file ? { details: expect.objectContaining({ file }) } : {}) }),
    );
  });

  it.each([
    ['<<<<<<< ours\n{}\n', 1],
    ['{\n  "id": "buyers",\n<<<<<<< ours\n  "label": "A"\n}\n', 3],
    ['{\n  "id": "buyers"\n  "label": "A"\n}\n', 3],
    ['{\n  "id": "buyers",\n  "label": "A\n"\n}\n', 3],
    ['{\n  "id": nothing\n}\n', 2],
    ['{\n  "id": "buyers",\n}\n', 3],
    ['{\n  "id": "buyers"\n', 2],
    ['', 1],
  ])('tells the line where JSON goes wrong: %j', (content, line) => {
    expect(() => saidIn(with_(buyers, content))).toThrow(
      expect.objectContaining({ code: 'text-not-json', details: { file: buyers, line } }),
    );
  });

  const annotated = (id: string): Campaign => ({
    ...sampleCampaign,
    notes: { ...sampleCampaign.notes, [id]: { text: `Words of ${id}\nand more`, role: 'task' } },
    layout: { ...sampleCampaign.layout, [id]: { x: 1, y: 2, width: 210, height: 90 } },
  });

  it('keeps the words of a note apart from how it looks and where it is', () => {
    const files = treeOf({ ...empty, campaigns: [annotated('note-a')] });
    expect(files.get('campaigns/autumn-return/notes/note-a.txt')).toBe('Words of note-a\nand more\n');
    expect(files.get('campaigns/autumn-return/notes/note-a.json')).not.toContain('Words');
    expect(files.get('campaigns/autumn-return/layout.json')).toBe(tree.get('campaigns/autumn-return/layout.json'));
  });

  it('merges notes and groups of two branches without one file that both changed', () => {
    const grouped: Campaign = { ...annotated('note-b'), groups: { 'group-b': { title: 'B', members: ['buyers', 'note-b'] } } };
    const changedIn = (campaign: Campaign) =>
      [...treeOf({ ...empty, campaigns: [campaign] })].filter(([path, text]) => tree.get(path) !== text);
    const [ours, theirs] = [changedIn(annotated('note-a')), changedIn(grouped)];
    expect(ours.map(([path]) => path).filter((path) => theirs.some(([other]) => other === path))).toEqual([]);
    const [merged] = saidIn(new Map([...tree, ...ours, ...theirs])).campaigns;
    expect(merged).toMatchObject({ notes: { 'note-a': { role: 'task' }, 'note-b': {} }, groups: grouped.groups });
    expect(merged?.layout['note-a']).toEqual({ x: 1, y: 2, width: 210, height: 90 });
  });

  it.each([
    ['text-missing-file', 'campaigns/autumn-return/notes/note-a.txt', undefined],
    ['bad-document', 'campaigns/autumn-return/notes/note-a.json', '{"role": "shout"}'],
    ['bad-document', 'campaigns/autumn-return/groups/group-a.json', '{"title": "A", "members": []}'],
    ['text-unknown-file', 'campaigns/autumn-return/notes/other.txt', 'words'],
  ])('tells %s of annotations', (code, path, content) => {
    const changed = new Map(treeOf({ ...empty, campaigns: [annotated('note-a')] }));
    if (content === undefined) changed.delete(path);
    else changed.set(path, content);
    expect(() => saidIn(changed)).toThrow(expect.objectContaining({ code }));
  });

  it('takes positions of activities that are gone, and activities without one', () => {
    const layout = 'campaigns/autumn-return/layout.json';
    const campaign = saidIn(with_(layout, '{"gone": {"x": 1, "y": 2}, "buyers": {"after": "gone"}}')).campaigns[0];
    expect(campaign?.layout).toEqual({});
    expect(campaign?.flow.activities).toHaveLength(sampleCampaign.flow.activities.length);
  });
});

describe('file names', () => {
  it.each([
    ['Order items', 'Order items'],
    ['a/b:c', 'a%2Fb%3Ac'],
    ['..', '%2E%2E'],
    ['.git', '%2Egit'],
    ['con', '%63on'],
    ['año', 'año'],
    ['100%', '100%25'],
  ])('%s becomes %s', (name, file) => {
    expect(fileName(name)).toBe(file);
    expect(isOwn(`entities/${file}.json`)).toBe(true);
  });
});
