import { expect, test } from 'vitest';
import type { Campaign } from '../../../core/model/campaign';
import { arrowsOf } from '../../../renderer/features/campaign/canvas/arrows';
import { boxesOf, framesOf } from '../../../renderer/features/campaign/canvas/frames';
import { nodesOf } from '../../../renderer/features/campaign/canvas/nodes';
import { spotsOf } from '../../../renderer/features/campaign/canvas/tidy';
import { campaignSvg, wrapped } from '../../../renderer/features/campaign/picture/campaign-picture';
import { en } from '../../../renderer/text/en';
import { campaign } from '../flow-document';

function pictureOf(of: Campaign): string {
  const boxes = boxesOf(of, spotsOf(of));
  const frames = framesOf(of, boxes);
  const none = { activities: [] };
  return campaignSvg({
    nodes: nodesOf({ campaign: of, boxes, frames }, [], none, en),
    arrows: arrowsOf(of, frames, none, en),
    count: (activity, output) => `${activity}·${output}`,
    says: () => 'says "<this>" & that',
    icon: () => '<circle cx="12" cy="12" r="3"/>',
    t: en,
  });
}

const annotated: Campaign = {
  ...campaign,
  flow: {
    ...campaign.flow,
    activities: campaign.flow.activities.map((a) =>
      a.id === 'a' ? { ...a, label: '</text><script>x</script> & a very long name\u0001' } : a,
    ),
  },
  notes: { 'note-1': { text: '<b>why</b>\nand so on', role: 'question' } },
  groups: { 'group-1': { title: 'A & B', members: ['a', 'b'] } },
};

test('names, counts, icons, arrows, groups and notes are in the picture, and nothing is markup that was text', () => {
  const svg = pictureOf(annotated);
  for (const part of ['a·out', 'mail·out', 'A &amp; B', '&lt;b&gt;why&lt;/b&gt;', 'Question', 'says &quot;&lt;this&gt;', '<circle'])
    expect(svg).toContain(part);
  expect(svg).not.toMatch(/<script|<b>/);
  expect(svg).not.toContain('\u0001');
  expect(svg).toContain('<title>&lt;/text&gt;&lt;script&gt;x&lt;/script&gt; &amp; a very long name');
  expect(svg.match(/ C/g)).toHaveLength(campaign.flow.transitions.length);
  expect(svg).not.toMatch(/NaN|undefined|href|url\(/);
});

test('a collapsed group is drawn without what is in it', () => {
  const closed = { ...annotated, groups: { 'group-1': { title: 'A & B', collapsed: true as const, members: ['a', 'b'] } } };
  expect(pictureOf(closed)).not.toContain('script');
  expect(pictureOf(closed)).toContain('2 activities');
});

test('text is wrapped without losing a letter', () => {
  const text = 'some words and averyveryverylongone\n\nend';
  expect(wrapped(text, 8).every((line) => line.trimEnd().length <= 8)).toBe(true);
  expect(wrapped(text, 8).join('').replaceAll(' ', '')).toBe(text.replaceAll(/\s/g, ''));
});
