import { z } from 'zod';
import { AppError } from '../base/errors';
import type { SavedDocument } from '../migrate/migration';
import { activity as activitySchema, transition as transitionSchema } from '../model/activity';
import { type Campaign, campaignFormat, position } from '../model/campaign';
import { parseDocument } from '../model/parse';
import { annotationFiles, readAnnotations } from './annotation-files';
import { jsonText, readObject } from './json-text';
import { takeTexts } from './long-texts';
import { type Reading, withTexts } from './reading';

/** An arrow is kept with the activity it leads to. */
const inputs = z.array(transitionSchema.omit({ to: true }));

/** Where an activity is on the canvas, and which one stands before it in the list; neither means anything to what runs. */
const spot = z.strictObject({ after: z.string().optional(), ...position.pick({ x: true, y: true }).partial().shape });
type Spot = z.infer<typeof spot>;

/**
 * A campaign as files: its settings, one file for each activity with what leads to it, files for each note and group, and the canvas
 * apart, so that changes to different activities never meet in one file.
 */
export function campaignFiles(campaign: Campaign, folder: string): [path: string, content: string][] {
  const { flow, layout, notes, groups, ...settings } = campaign;
  const { activities, transitions, ...rest } = flow;
  const own = Object.keys(rest).length > 0 ? { ...settings, flow: rest } : settings;
  const files = activities.flatMap((activity) => {
    const arrows = transitions.filter((t) => t.to === activity.id).map(({ to: _, ...arrow }) => arrow);
    const { rest: fields, texts } = takeTexts({ ...activity });
    const at = `${folder}/flow/${activity.id}`;
    const beside = [...texts].map(([ending, text]): [string, string] => [at + ending, text]);
    return [[`${at}.json`, jsonText({ ...fields, inputs: arrows.sort(byInput) })] as [string, string], ...beside];
  });
  return [
    [`${folder}/campaign.json`, jsonText(own)],
    ...files,
    ...annotationFiles(campaign, folder),
    [`${folder}/layout.json`, jsonText(spotsOf(campaign))],
  ];
}

type Arrow = z.infer<typeof inputs>[number];
const byInput = (a: Arrow, b: Arrow) => a.input - b.input || compare(a.from, b.from) || compare(a.output, b.output);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function spotsOf({ flow, layout }: Campaign): Record<string, Spot> {
  return Object.fromEntries(
    flow.activities.map(({ id }, i) => {
      const before = flow.activities[i - 1]?.id;
      const { x, y } = layout[id] ?? {};
      return [id, { ...(before === undefined ? {} : { after: before }), ...(x === undefined || y === undefined ? {} : { x, y }) }];
    }),
  );
}

/**
 * The campaign of a folder as it was saved, before it is brought to the format known now.
 * @throws AppError `text-not-json`, `bad-document`, `text-missing-file`, `text-wrong-name`
 */
export function readCampaign(reading: Reading, folder: string): SavedDocument {
  const settings = readObject(`${folder}/campaign.json`, reading.take(`${folder}/campaign.json`));
  const spots = readSpots(reading, `${folder}/layout.json`);
  const known = settings.format === campaignFormat;
  const read = reading.files(`${folder}/flow/`, '.json').map((path) => readActivity(reading, path, known));
  const ids = inOrder(
    read.map((r) => r.id),
    spots,
  );
  const inList = ids.flatMap((id) => read.filter((r) => r.id === id));
  const layout = ids.flatMap((id) => {
    const { x, y } = spots[id] ?? {};
    return x === undefined || y === undefined ? [] : [[id, { x, y }]];
  });
  const flow = {
    ...(typeof settings.flow === 'object' ? settings.flow : {}),
    activities: inList.map((r) => r.activity),
    transitions: inList.flatMap((r) => r.transitions),
  };
  const { layout: places, ...annotations } = readAnnotations(reading, folder);
  return { ...settings, ...annotations, flow, layout: { ...Object.fromEntries(layout), ...places } };
}

/** Checks the activity by itself where it is of the format known now, so that what is wrong is told of its own file. */
function readActivity(reading: Reading, path: string, known: boolean) {
  const { inputs: arrows, ...fields } = readObject(path, reading.take(path));
  const whole = withTexts(reading, path, fields);
  const id = path.split('/').at(-1)?.slice(0, -'.json'.length) ?? '';
  const activity = known ? parseDocument(activitySchema, whole, path) : whole;
  if (activity.id !== id) throw new AppError('text-wrong-name', { file: path, name: `${activity.id}.json` });
  const transitions = parseDocument(inputs, arrows ?? [], path).map((arrow) => ({ ...arrow, to: id }));
  return { id, activity, transitions };
}

function readSpots(reading: Reading, path: string): Record<string, Spot> {
  const text = reading.takeIfThere(path);
  return text === undefined ? {} : parseDocument(z.record(z.string(), spot), readObject(path, text), path);
}

/** Each after the one its spot names. Those that name nobody who is there come last, in order of id. */
function inOrder(ids: readonly string[], spots: Readonly<Record<string, Spot>>): string[] {
  const sorted = [...ids].sort(compare);
  const placed = new Set<string>();
  const place = (id: string) => {
    if (placed.has(id)) return;
    placed.add(id);
    for (const next of sorted) if (spots[next]?.after === id) place(next);
  };
  for (const id of sorted) if (spots[id] && spots[id]?.after === undefined) place(id);
  for (const id of sorted) if (!sorted.includes(spots[id]?.after ?? '')) place(id);
  for (const id of sorted) place(id);
  return [...placed];
}
