import { z } from 'zod';
import { activity, flow, transition } from '../model/activity';
import { group } from '../model/annotations';
import { audience } from '../model/audience';
import { campaign } from '../model/campaign';
import { endpoint } from '../model/endpoint';
import { link } from '../model/entity';
import { filter } from '../model/filter';
import { query } from '../model/query';
import { recipe } from '../model/recipe';
import { workspace } from '../model/workspace';
import { noteFile } from './annotation-files';
import { entityDefinition } from './documents-tree';
import { jsonText } from './json-text';
import { type LongText, longTexts } from './long-texts';

/** A JSON Schema, as far as it is looked into here. */
type Node = {
  properties?: Record<string, Node>;
  required?: string[];
  oneOf?: Node[];
  anyOf?: Node[];
  const?: unknown;
  [more: string]: unknown;
};

const settings = campaign
  .omit({ layout: true, notes: true, groups: true })
  .extend({ flow: flow.omit({ activities: true, transitions: true }).optional() });

/** What each file holds, by the files that hold it. */
const kinds: Record<string, { files: string[]; schema: z.ZodType }> = {
  workspace: { files: ['/workspace.json'], schema: workspace },
  entity: { files: ['/entities/*.json'], schema: entityDefinition },
  link: { files: ['/links/*.json'], schema: link },
  recipe: { files: ['/recipes/*.json', '*.recipe.json'], schema: recipe },
  audience: { files: ['/audiences/*.json'], schema: audience },
  filter: { files: ['/filters/*.json'], schema: filter },
  query: { files: ['/queries/*.json'], schema: query },
  endpoint: { files: ['/endpoints/*.json'], schema: endpoint },
  settings: { files: ['/campaigns/*/campaign.json'], schema: settings },
  activity: { files: ['/campaigns/*/flow/*.json'], schema: activity },
  note: { files: ['/campaigns/*/notes/*.json'], schema: noteFile },
  group: { files: ['/campaigns/*/groups/*.json'], schema: group },
  campaign: { files: ['*.campaign.json'], schema: campaign },
};

export const schemasFolder = '.schemas';
export const editorSettings = '.vscode/settings.json';

/** A JSON Schema for each kind of file of a text project, and for campaigns and recipes that are one file, by path in the project. */
export function schemaFiles(): Map<string, string> {
  return new Map(Object.keys(kinds).map((name) => [`${schemasFolder}/${name}.json`, jsonText(schemaOf(name))]));
}

/** Which file is checked against which schema, as VS Code and its kin read it. */
export function editorText(): string {
  const schemas = Object.entries(kinds).map(([name, { files }]) => ({ fileMatch: files, url: `./${schemasFolder}/${name}.json` }));
  return jsonText({ 'json.schemas': schemas });
}

function schemaOf(name: string): Node {
  const kind = kinds[name];
  if (!kind) throw new Error(`no file is a ${name}`);
  const schema = nodeOf(kind.schema);
  if (name === 'campaign') return schema;
  for (const text of longTexts) mayLack(schema, text.at, text.of);
  if (name === 'activity') {
    const { $schema: _, ...inputs } = nodeOf(z.array(transition.omit({ to: true })));
    for (const one of variants(schema)) one.properties = { ...one.properties, inputs };
  }
  return schema;
}

/** A copy, which may be changed. */
function nodeOf(schema: z.ZodType): Node {
  return JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
}

const variants = (node: Node): Node[] => node.oneOf ?? node.anyOf ?? [node];

/** A text that is a file of its own is not in the object. */
function mayLack(node: Node, at: readonly string[], of: LongText['of'] | undefined): void {
  const [step, ...rest] = at;
  if (step === undefined) return;
  for (const one of variants(node)) {
    const [asked, ...deeper] = of?.at ?? [];
    if (of && deeper.length === 0 && one.properties?.[asked ?? '']?.const !== of.is) continue;
    if (rest.length === 0) {
      if (one.required) one.required = one.required.filter((name) => name !== step);
      continue;
    }
    const inner = one.properties?.[step];
    if (inner) mayLack(inner, rest, of && deeper.length > 0 ? { ...of, at: deeper } : undefined);
  }
}
