import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Rule } from '../../../core/model/rule';
import { draftRule, dropRuleDraft, keepRuleDrafts, ruleSaved, useRuleDrafts } from '../../../renderer/state/rule-drafts';
import { useSession } from '../../../renderer/state/session';

const asked = (op: 'empty' | 'not-empty'): Rule => ({ kind: 'attribute', attribute: 'country', test: { op } });
const everyone: Rule = { kind: 'all', rules: [] };
const drafts = () => useRuleDrafts.getState().drafts;

let kept: Map<string, string>;
let stop: () => void;

/** As if the window was loaded. */
function load(): void {
  useRuleDrafts.setState({ folder: undefined, drafts: {} });
  stop = keepRuleDrafts();
}

const open = (folder: string | undefined) =>
  useSession.setState({
    workspace: folder === undefined ? null : { ...shop, folder },
  });
const shop = {
  ...{ id: 'shop', name: 'Shop', entities: 0, links: 0, campaigns: 0, audiences: 0 },
} as unknown as NonNullable<ReturnType<typeof useSession.getState>['workspace']>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  open('/shop');
  load();
});
afterEach(() => {
  stop();
  open(undefined);
  vi.unstubAllGlobals();
});

it('keeps what is written of a rule until it is what is saved again', () => {
  draftRule('gold', everyone, asked('empty'));
  draftRule('gold', everyone, asked('not-empty'));
  expect(drafts()).toEqual({ gold: { before: everyone, rule: asked('not-empty') } });
  draftRule('gold', everyone, { kind: 'all', rules: [] });
  expect(drafts()).toEqual({});
  expect(kept.size).toBe(0);
});

it('has it again after a reload, and each workspace its own', () => {
  draftRule('gold', everyone, asked('empty'));
  open('/other');
  expect(drafts()).toEqual({});
  draftRule('gold', everyone, asked('not-empty'));
  open(undefined);
  stop();
  open('/shop');
  load();
  expect(drafts()).toEqual({ gold: { before: everyone, rule: asked('empty') } });
});

it('leaves out what is no rule any more', () => {
  kept.set('muster.rule-drafts /old', JSON.stringify({ gold: { before: everyone, rule: { kind: 'gone' } }, none: 3 }));
  open('/old');
  expect(drafts()).toEqual({});
});

it('goes on from what was saved meanwhile', () => {
  draftRule('gold', everyone, asked('not-empty'));
  ruleSaved('gold', asked('empty'));
  expect(drafts()).toEqual({ gold: { before: asked('empty'), rule: asked('not-empty') } });
  ruleSaved('gold', asked('not-empty'));
  expect(drafts()).toEqual({});
  draftRule('gold', everyone, asked('empty'));
  dropRuleDraft('gold');
  expect(drafts()).toEqual({});
});
