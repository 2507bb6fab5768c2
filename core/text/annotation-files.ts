import { group, note } from '../model/annotations';
import { type Campaign, position } from '../model/campaign';
import { id as idSchema } from '../model/names';
import { parseDocument } from '../model/parse';
import { jsonText, readObject } from './json-text';
import type { Reading } from './reading';

/** How a note looks and where it is; its words are a text file beside it. */
export const noteFile = note.omit({ text: true }).extend(position.partial().shape);

/**
 * Files of a campaign's notes and groups. Each has its own, with its place in it, so that notes that two people added never meet
 * in one file.
 */
export function annotationFiles({ notes = {}, groups = {}, layout }: Campaign, folder: string): [path: string, content: string][] {
  const files = Object.entries(notes).flatMap(([id, { text, ...rest }]): [string, string][] => [
    [`${folder}/notes/${id}.json`, jsonText({ ...rest, ...layout[id] })],
    [`${folder}/notes/${id}.txt`, `${text}\n`],
  ]);
  return [...files, ...Object.entries(groups).map(([id, g]): [string, string] => [`${folder}/groups/${id}.json`, jsonText(g)])];
}

/** @throws AppError `text-not-json`, `bad-document`, `text-missing-file` */
export function readAnnotations(reading: Reading, folder: string): Pick<Campaign, 'notes' | 'groups' | 'layout'> {
  const layout: Campaign['layout'] = {};
  const notes = reading.files(`${folder}/notes/`, '.json').map((path) => {
    const id = idOf(path);
    const { role, x, y, ...size } = parseDocument(noteFile, readObject(path, reading.take(path)), path);
    if (x !== undefined && y !== undefined) layout[id] = { x, y, ...size };
    return [id, { text: reading.take(path.replace(/json$/, 'txt')).replace(/\n$/, ''), role }] as const;
  });
  const groups = reading
    .files(`${folder}/groups/`, '.json')
    .map((path) => [idOf(path), parseDocument(group, readObject(path, reading.take(path)), path)] as const);
  return {
    ...(notes.length > 0 ? { notes: Object.fromEntries(notes) } : {}),
    ...(groups.length > 0 ? { groups: Object.fromEntries(groups) } : {}),
    layout,
  };
}

function idOf(path: string): string {
  return parseDocument(
    idSchema,
    path
      .split('/')
      .at(-1)
      ?.replace(/\.json$/, ''),
    path,
  );
}
