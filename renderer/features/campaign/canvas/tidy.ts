import dagre from '@dagrejs/dagre';
import type { Campaign } from '../../../../core/model/campaign';
import { groupOf } from '../annotations/edits';
import type { Spot } from '../edits';
import { connectedOutputs, drawnHeight, nodeSize } from './geometry';

/** Places for every activity, left to right along the arrows. */
export function tidy(campaign: Campaign): Record<string, Spot> {
  const graph = new dagre.graphlib.Graph({ multigraph: true, compound: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 96, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  const connected = connectedOutputs(campaign);
  for (const activity of campaign.flow.activities) {
    graph.setNode(activity.id, { width: nodeSize.width, height: drawnHeight(activity, connected.get(activity.id) ?? []) });
  }
  for (const id of Object.keys(campaign.groups ?? {})) graph.setNode(id, {});
  for (const { id } of campaign.flow.activities) {
    const group = groupOf(campaign, id);
    if (group !== undefined) graph.setParent(id, group);
  }
  for (const t of campaign.flow.transitions) graph.setEdge(t.from, t.to, {}, `${t.output}/${t.input}`);
  dagre.layout(graph);
  const spots = campaign.flow.activities.map((activity): [string, Spot] => {
    const { x = 0, y = 0, height } = graph.node(activity.id);
    return [activity.id, { x: Math.round(x - nodeSize.width / 2), y: Math.round(y - height / 2) }];
  });
  return Object.fromEntries(spots);
}

/** Where an activity without a place is drawn: where tidying would put it. */
export function spotsOf(campaign: Campaign): Record<string, Spot> {
  const all = campaign.flow.activities.every((activity) => campaign.layout[activity.id]);
  return all ? campaign.layout : { ...tidy(campaign), ...campaign.layout };
}

/** Notes go where the activity next to them goes. */
export function notesAlong(campaign: Campaign, after: Readonly<Record<string, Spot>>): Record<string, Spot> {
  const before = Object.entries(spotsOf(campaign)).filter(([id]) => after[id]);
  const notes = Object.keys(campaign.notes ?? {}).flatMap((id): [string, Spot][] => {
    const at = campaign.layout[id];
    if (!at) return [];
    const away = ({ x, y }: Spot) => Math.hypot(x - at.x, y - at.y);
    const [nearest] = before.toSorted(([, a], [, b]) => away(a) - away(b));
    const to = nearest && after[nearest[0]];
    return nearest && to ? [[id, { x: at.x + to.x - nearest[1].x, y: at.y + to.y - nearest[1].y }]] : [];
  });
  return Object.fromEntries(notes);
}
