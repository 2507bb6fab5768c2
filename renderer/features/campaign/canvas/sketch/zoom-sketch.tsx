import { useReactFlow } from '@xyflow/react';
import { type RefObject, useContext, useEffect, useMemo, useRef } from 'react';
import type { Activity } from '../../../../../core/model/activity';
import { countKey, useCounts } from '../../../../state/counts';
import { dotsAt } from '../../../../ui/dotted-ground';
import { labelOf, outputLabel, sentence } from '../../sentence';
import { useSpeaker } from '../../speaker';
import type { CountArrowType } from '../count-arrow';
import type { CanvasNode } from '../node-types';
import { LabelTurns, NodeTurns } from '../turns';
import { inksOf } from './inks';
import type { SketchedFlow } from './pen';
import { sketch } from './sketch';
import { sketchWhileZoomed } from './zooming';

interface Props {
  frame: RefObject<HTMLDivElement | null>;
  nodes: readonly CanvasNode[];
  arrows: readonly CountArrowType[];
  /** Whether the arrows are drawn as they are to be at this size. */
  areArrowsDrawn: boolean;
}

function useSketched(nodes: readonly CanvasNode[], arrows: readonly CountArrowType[]): SketchedFlow {
  const speaker = useSpeaker();
  const rows = useCounts((state) => state.rows);
  return useMemo(() => {
    const { t, f } = speaker;
    const said = new Map<Activity, string>();
    return {
      nodes,
      arrows,
      label: (activity) => labelOf(activity, t),
      says(activity) {
        const says = said.get(activity) ?? sentence(activity, speaker);
        said.set(activity, says);
        return says;
      },
      output: (activity, output) => outputLabel(activity, output, t),
      count: (activity, output) => f.count(rows.get(countKey(activity, output))),
      role: (role) => t.annotations.roles[role],
      newGroup: t.annotations.newGroup,
    };
  }, [nodes, arrows, speaker, rows]);
}

/** What a flow of many activities is covered with while it is zoomed by the wheel. */
export function ZoomSketch({ frame, nodes, arrows, areArrowsDrawn }: Props) {
  const { getViewport, setViewport } = useReactFlow();
  const [nodeTurns, labelTurns] = [useContext(NodeTurns), useContext(LabelTurns)];
  const cover = useRef<HTMLDivElement>(null);
  const flow = useSketched(nodes, arrows);
  const latest = useRef({ flow, areArrowsDrawn });
  latest.current = { flow, areArrowsDrawn };
  useEffect(() => {
    const [around, ground, paper] = [frame.current, cover.current?.querySelector('div'), cover.current?.querySelector('canvas')];
    const on = paper?.getContext('2d');
    if (!around || !cover.current || !(ground instanceof HTMLElement) || !paper || !on) return;
    const dots = ground.firstElementChild as HTMLElement;
    return sketchWhileZoomed({
      frame: around,
      cover: cover.current,
      view: getViewport,
      show: (view) => void setViewport(view),
      sketch(view) {
        const size = { width: paper.clientWidth, height: paper.clientHeight };
        const [width, height] = [Math.round(size.width * devicePixelRatio), Math.round(size.height * devicePixelRatio)];
        if (paper.width !== width || paper.height !== height) Object.assign(paper, { width, height });
        dots.style.transform = dotsAt(view);
        sketch({ on, inks: inksOf(around), flow: latest.current.flow }, view, size);
      },
      whenDrawn(then) {
        let takeBack = () => {};
        const look = () => {
          takeBack = labelTurns.whenIdle(() => {
            takeBack = nodeTurns.whenIdle(() => (latest.current.areArrowsDrawn ? then() : look()));
          });
        };
        look();
        return () => takeBack();
      },
    });
  }, [frame, getViewport, setViewport, nodeTurns, labelTurns]);
  return (
    <div className="zoom-sketch" ref={cover} hidden aria-hidden>
      <div className="dotted-ground">
        <div />
      </div>
      <canvas />
    </div>
  );
}
