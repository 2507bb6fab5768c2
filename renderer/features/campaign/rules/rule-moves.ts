import { createContext, useContext, useMemo, useRef, useState } from 'react';
import type { Place } from '../../../../core/base/problems';
import type { Rule } from '../../../../core/model/rule';
import { asStep } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { useHere } from '../problems-here';
import { type Direction, moveTo, spotTowards } from './move';
import { grouped, groupedPlace, partAt, placeThere, type Spot, shapeOf } from './parts';

/** How parts of one rule are moved. Places are from its root, as it is shown. */
export interface Moves {
  /** Tells the parts of this rule from those of others. */
  id: symbol;
  /** The place of a group; `lone`: one that is only shown, around the rule there. */
  placeOf: (here: Place, lone: boolean) => Place;
  placeThere: (spot: Spot) => Place;
  /** Where a move in a direction leads; undefined where nowhere. */
  towards: (from: Spot, direction: Direction) => Spot | undefined;
  leads: (from: Spot, to: Spot) => boolean;
  move: (from: Spot, to: Spot) => void;
  /** Whether the part was just moved here: it takes the focus along. Asked once. */
  arrived: (rule: Rule) => boolean;
}

export const RuleMoves = createContext<Moves | undefined>(undefined);

/** @returns the moves of a rule, the same as long as nothing in it is moved, added or taken away; and what is said of the last one */
export function useMoves(rule: Rule, onChange: (rule: Rule) => void): { moves: Moves; said: string } {
  const t = useText();
  const base = useHere();
  const [id] = useState(() => Symbol('rule'));
  const [said, setSaid] = useState('');
  const moving = useRef<Rule>(undefined);
  const latest = useRef({ rule, onChange });
  latest.current = { rule, onChange };
  const length = base.length;
  const shape = shapeOf(rule);
  const moves = useMemo<Moves>(() => {
    const root = () => grouped(latest.current.rule);
    return {
      id,
      placeOf: (here, lone) => groupedPlace(latest.current.rule, here.slice(length)).slice(0, lone ? -2 : undefined),
      placeThere: (spot) => placeThere(root(), spot) ?? spot.group,
      towards: (from, direction) => spotTowards(root(), from, direction),
      leads: (from, to) => moveTo(root(), from, to) !== undefined,
      move: (from, to) => {
        const before = root();
        const moved = moveTo(before, from, to);
        if (!moved) return;
        moving.current = partAt(before, placeThere(before, from) ?? []);
        asStep(t.campaign.edits.moveCondition, () => latest.current.onChange(moved.rule));
        setSaid(t.rules.moved(moved.at, moved.of, moved.elsewhere));
      },
      arrived: (part) => {
        if (moving.current !== part) return false;
        moving.current = undefined;
        return true;
      },
    };
  }, [shape, id, length, t]);
  return { moves, said };
}

export function useRuleMoves(): Moves {
  const moves = useContext(RuleMoves);
  if (!moves) throw new Error('a part outside of a rule');
  return moves;
}
