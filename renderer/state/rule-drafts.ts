import { create } from 'zustand';
import { isFields } from '../../core/base/fields';
import { sameJson } from '../../core/history/patch';
import type { Audience } from '../../core/model/audience';
import { type Rule, rule as ruleSchema } from '../../core/model/rule';
import { useLibrary } from './library';
import { useSession } from './session';

/** The rule of an audience as it is being written, and what it was when that began. */
export interface RuleDraft {
  before: Rule;
  rule: Rule;
}

type Drafts = Readonly<Record<string, RuleDraft>>;

/** Rules as they are being written, by audience, until they are saved; of one workspace at a time. */
export const useRuleDrafts = create<{ folder: string | undefined; drafts: Drafts }>(() => ({ folder: undefined, drafts: {} }));

/** Rules may name people: what is written is kept with the window, never beyond it. */
const keyOf = (folder: string) => `muster.rule-drafts ${folder}`;

/** What was written in the workspace before the window was loaded anew, or another workspace was opened. */
function read(folder: string): Drafts {
  const saved = sessionStorage.getItem(keyOf(folder));
  const found: unknown = saved === null ? {} : JSON.parse(saved);
  if (!isFields(found)) return {};
  return Object.fromEntries(
    Object.entries(found).flatMap(([audience, draft]) => {
      const [before, rule] = isFields(draft) ? [draft.before, draft.rule].map((part) => ruleSchema.safeParse(part)) : [];
      return before?.success && rule?.success ? [[audience, { before: before.data, rule: rule.data }]] : [];
    }),
  );
}

function put(drafts: Drafts): void {
  const { folder } = useRuleDrafts.getState();
  useRuleDrafts.setState({ drafts });
  if (folder === undefined) return;
  if (Object.keys(drafts).length > 0) sessionStorage.setItem(keyOf(folder), JSON.stringify(drafts));
  else sessionStorage.removeItem(keyOf(folder));
}

/** Keeps drafts of whatever workspace is open. */
export function keepRuleDrafts(): () => void {
  const follow = (folder: string | undefined) => {
    if (useRuleDrafts.getState().folder !== folder) useRuleDrafts.setState({ folder, drafts: folder === undefined ? {} : read(folder) });
  };
  follow(useSession.getState().workspace?.folder);
  return useSession.subscribe(({ workspace }) => follow(workspace?.folder));
}

/** A rule that is what is saved again needs no saving. */
export function draftRule(audience: string, saved: Rule, rule: Rule): void {
  if (sameJson(saved, rule)) return dropRuleDraft(audience);
  const { drafts } = useRuleDrafts.getState();
  put({ ...drafts, [audience]: { before: drafts[audience]?.before ?? saved, rule } });
}

/** What was written while it was being saved goes on from there. */
export function ruleSaved(audience: string, saved: Rule): void {
  const { drafts } = useRuleDrafts.getState();
  const draft = drafts[audience];
  if (!draft) return;
  if (sameJson(draft.rule, saved)) dropRuleDraft(audience);
  else put({ ...drafts, [audience]: { before: saved, rule: draft.rule } });
}

/** It is what is saved, or its audience is removed. */
export function dropRuleDraft(audience: string): void {
  const { [audience]: dropped, ...others } = useRuleDrafts.getState().drafts;
  if (dropped) put(others);
}

/** The draft of an audience that changes anything of it. */
export function useRuleDraft({ id, definition }: Audience): RuleDraft | undefined {
  const draft = useRuleDrafts((state) => state.drafts[id]);
  return draft && definition.kind === 'rule' && !sameJson(draft.rule, definition.rule) ? draft : undefined;
}

/** An audience whose rule is not saved yet; of one that is not there any more nothing is left to save. */
export function useUnsavedRule(): string | undefined {
  const audiences = useLibrary((state) => state.audiences);
  const drafts = useRuleDrafts((state) => state.drafts);
  return Object.entries(drafts).find(([id, { rule }]) => {
    if (audiences === null) return true;
    const definition = audiences.find((audience) => audience.id === id)?.definition;
    return definition?.kind === 'rule' && !sameJson(definition.rule, rule);
  })?.[0];
}
