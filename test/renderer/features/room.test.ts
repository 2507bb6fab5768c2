import { expect, test } from 'vitest';
import { roomOn } from '../../../renderer/features/campaign/canvas/room';
import { build, campaign as empty } from '../flow-document';

const arrow = (from: string, to: string) => ({ from, output: 'out', to, input: 0 });
const flow = (layout: Record<string, { x: number; y: number }>, arrows: ReturnType<typeof arrow>[]) => ({
  ...empty,
  flow: { activities: Object.keys(layout).map(build), transitions: arrows },
  layout,
});
const near = flow({ a: { x: 0, y: 0 }, b: { x: 296, y: 0 }, c: { x: 592, y: 0 }, aside: { x: 296, y: 300 } }, [
  arrow('a', 'b'),
  arrow('b', 'c'),
]);

test('what comes after an arrow makes room for what is put into it, and nothing else moves', () => {
  const { campaign, at } = roomOn(near, arrow('a', 'b'));
  expect(at).toEqual({ x: 296, y: 0 });
  expect(campaign.layout).toEqual({ a: { x: 0, y: 0 }, b: { x: 592, y: 0 }, c: { x: 888, y: 0 }, aside: { x: 296, y: 300 } });
});

test('where there is room nothing moves', () => {
  const far = flow({ a: { x: 0, y: 0 }, b: { x: 592, y: 100 } }, [arrow('a', 'b')]);
  expect(roomOn(far, arrow('a', 'b'))).toEqual({ campaign: far, at: { x: 296, y: 50 } });
});

test('everything on the right moves where what makes room would come to lie on something else', () => {
  const beside = flow({ ...near.layout, other: { x: 888, y: 20 } }, near.flow.transitions);
  const { layout } = roomOn(beside, arrow('b', 'c')).campaign;
  expect(layout).toMatchObject({ a: { x: 0, y: 0 }, b: { x: 296, y: 0 }, c: { x: 888, y: 0 }, other: { x: 1184, y: 20 } });
});

test('what is put into an arrow lies on nothing, also in one that leads back', () => {
  const crowded = flow({ a: { x: 0, y: 0 }, b: { x: 592, y: 0 }, between: { x: 300, y: 10 } }, [arrow('a', 'b')]);
  expect(roomOn(crowded, arrow('a', 'b')).at).toEqual({ x: 296, y: 116 });
  const back = flow({ a: { x: 592, y: 0 }, b: { x: 0, y: 0 } }, [arrow('a', 'b')]);
  expect(roomOn(back, arrow('a', 'b'))).toEqual({ campaign: back, at: { x: 888, y: 0 } });
});
