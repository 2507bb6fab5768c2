import type { Activity } from '../../../../core/model/activity';
import type { NoteRole } from '../../../../core/model/annotations';
import type { Text } from '../../../text/use-text';
import { type Area, curve, escaped, pictureFont as font, svgPicture } from '../../../ui/picture';
import type { CountArrowType } from '../canvas/count-arrow';
import { arrives, drawnHeight, leaves, rowMiddle, rowsOf } from '../canvas/geometry';
import type { CanvasNode } from '../canvas/node-types';
import { type Family, kinds } from '../kinds';
import { labelOf, outputLabel } from '../sentence';

/** What a picture of a flow says. */
export interface Flow {
  nodes: readonly CanvasNode[];
  arrows: readonly CountArrowType[];
  /** What each count is, as it is written. */
  count: (activity: string, output: string) => string;
  says: (activity: Activity) => string;
  /** What is inside an icon of 24 × 24. */
  icon: (activity: Activity) => string;
  t: Text;
}

const ink = { text: '#1c1c1a', muted: '#5c5c56', line: '#cfcfc8', arrow: '#8a8a81' };
const families: Record<Family, [ink: string, ground: string]> = {
  source: ['#2456a6', '#e6eefa'],
  shape: ['#6a3fa0', '#f0e9f9'],
  store: ['#855000', '#fdf1dc'],
  steer: ['#4a5666', '#e8ebef'],
  message: ['#0a5d53', '#e0f0ed'],
};
const roles: Record<NoteRole, [ink: string, ground: string]> = {
  remark: ['#4a5666', '#f2f2ef'],
  question: ['#2456a6', '#e6eefa'],
  decision: ['#1f6b3a', '#e3f3e8'],
  task: ['#855000', '#fdf1dc'],
  warning: ['#b3261e', '#fbe9e7'],
};

const lineHeight = 17;

function words(x: number, y: number, text: string, look: string, most = Number.POSITIVE_INFINITY): string {
  const shown = [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
  const whole = shown === text ? '' : `<title>${escaped(text)}</title>`;
  return `<text x="${x}" y="${y}" ${font} ${look}>${whole}${escaped(shown)}</text>`;
}

/** Lines of at most so many characters, broken between words where there are any. */
export function wrapped(text: string, most: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.match(new RegExp(`\\S{1,${most}}\\s*`, 'gu')) ?? []) {
      const last = lines.at(-1) ?? '';
      if (last !== '' && (last + word.trimEnd()).length > most) lines.push(word);
      else lines[lines.length - 1] = last + word;
    }
    return lines;
  });
}

function noteLines({ data, width }: Extract<CanvasNode, { type?: 'note' }>): string[] {
  return wrapped(data.note.text, Math.max(8, Math.floor(((width ?? 200) - 24) / 6)));
}

function areaOf(node: CanvasNode): Area {
  const { x, y } = node.position;
  const width = node.width ?? 200;
  if (node.type === 'activity') return { x, y, width, height: drawnHeight(node.data.activity, node.data.connected) };
  const height = node.height ?? 0;
  return { x, y, width, height: node.type === 'note' ? Math.max(height, 34 + noteLines(node).length * lineHeight) : height };
}

function activityParts(node: Extract<CanvasNode, { type?: 'activity' }>, flow: Flow): string[] {
  const { activity, connected } = node.data;
  const { x, y, width, height } = areaOf(node);
  const [colour, ground] = families[kinds[activity.type].family];
  const rows = rowsOf(activity, connected).flatMap((output, i) => {
    const at = y + rowMiddle(i) + 4;
    return [
      words(x + 12, at, outputLabel(activity, output, flow.t), `font-size="12" fill="${ink.muted}"`, 20),
      words(x + width - 14, at, flow.count(activity.id, output), `font-size="12" font-weight="600" text-anchor="end" fill="${ink.text}"`),
    ];
  });
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="#ffffff" stroke="${ink.line}"/>`,
    `<rect x="${x + 12}" y="${y + 10}" width="30" height="30" rx="8" fill="${ground}"/>`,
    `<svg x="${x + 19}" y="${y + 17}" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${flow.icon(activity)}</svg>`,
    words(x + 52, y + 24, labelOf(activity, flow.t), `font-size="13" font-weight="600" fill="${ink.text}"`, 19),
    words(x + 52, y + 39, flow.says(activity), `font-size="11" fill="${ink.muted}"`, 24),
    ...rows,
  ];
}

function noteParts(node: Extract<CanvasNode, { type?: 'note' }>, { t }: Flow): string[] {
  const { x, y, width, height } = areaOf(node);
  const [colour, ground] = roles[node.data.note.role];
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${ground}" stroke="${colour}" stroke-opacity="0.3"/>`,
    `<rect x="${x}" y="${y}" width="3" height="${height}" fill="${colour}"/>`,
    words(x + 12, y + 18, t.annotations.roles[node.data.note.role], `font-size="11" font-weight="600" fill="${colour}"`),
    ...noteLines(node).map((line, i) => words(x + 12, y + 36 + i * lineHeight, line, `font-size="12" fill="${ink.text}"`)),
  ];
}

function groupParts(node: Extract<CanvasNode, { type?: 'activity-group' }>, { t }: Flow): string[] {
  const { x, y, width, height } = areaOf(node);
  const { title, contents, collapsed } = node.data;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="${collapsed ? '#ffffff' : '#eef0f2'}" stroke="${ink.line}"/>`,
    words(x + 12, y + 21, title || t.annotations.newGroup, `font-size="12" font-weight="600" fill="${ink.text}"`),
    collapsed
      ? words(x + 12, y + 40, contents, `font-size="11" fill="${ink.muted}"`)
      : words(x + width - 12, y + 21, contents, `font-size="11" text-anchor="end" fill="${ink.muted}"`),
  ];
}

function nodeParts(node: CanvasNode, flow: Flow): string[] {
  if (node.type === 'activity') return activityParts(node, flow);
  return node.type === 'note' ? noteParts(node, flow) : groupParts(node, flow);
}

function arrowParts(arrow: CountArrowType, { nodes, count }: Flow): string[] {
  const [from, to] = [nodes.find((n) => n.id === arrow.source), nodes.find((n) => n.id === arrow.target)];
  if (!from || !to || !arrow.data) return [];
  const [x1, y1] = leaves(from, arrow.sourceHandle ?? '');
  const [x2, y2] = arrives(to);
  const { transition, type } = arrow.data;
  const shown = type === 'start' ? '' : count(transition.from, transition.output);
  const half = 8 + shown.length * 3.6;
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const label = [
    `<rect x="${x - half}" y="${y - 11}" width="${half * 2}" height="22" rx="11" fill="#ffffff" stroke="${ink.line}"/>`,
    words(x, y + 4, shown, `font-size="12" font-weight="600" text-anchor="middle" fill="${ink.text}"`),
  ];
  return [
    `<path d="${curve(x1, y1, x2, y2)}" fill="none" stroke="${ink.arrow}" stroke-width="1.5"/>`,
    `<path d="M${x2} ${y2} l-8 -4 v8 z" fill="${ink.arrow}"/>`,
    ...(shown === '' ? [] : label),
  ];
}

/** A flow with its names, icons, counts, groups and notes as a picture of its own, in light colours as for print. */
export function campaignSvg(flow: Flow): string {
  const isFrame = (node: CanvasNode) => node.type === 'activity-group';
  return svgPicture(flow.nodes.map(areaOf), [
    ...flow.nodes.filter(isFrame).flatMap((node) => nodeParts(node, flow)),
    ...flow.arrows.flatMap((arrow) => arrowParts(arrow, flow)),
    ...flow.nodes.filter((node) => !isFrame(node)).flatMap((node) => nodeParts(node, flow)),
  ]);
}
