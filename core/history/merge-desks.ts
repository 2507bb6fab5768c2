import { closedKept, type Desk, type Tab, tabsKept } from '../model/desk';
import { sameJson } from './patch';

/** Where the cursor stands changes nothing that could be lost. */
const said = ({ cursor: _cursor, ...rest }: Tab) => rest;
const same = (a: Tab | undefined, b: Tab | undefined) => a === b || (a !== undefined && b !== undefined && sameJson(said(a), said(b)));

const byId = (tabs: readonly Tab[]) => new Map(tabs.map((tab) => [tab.id, tab]));

/** Gives ids that no tab of any of the desks has. */
function freeIds(...desks: Desk[]): (like: string) => string {
  const taken = new Set(desks.flatMap(({ tabs, closed }) => [...tabs, ...closed.map((one) => one.tab)]).map((tab) => tab.id));
  return (like) => {
    const start = like.slice(0, 50);
    let n = 2;
    while (taken.has(`${start}-${n}`)) n++;
    taken.add(`${start}-${n}`);
    return `${start}-${n}`;
  };
}

/**
 * What two made of a desk that both began with: every tab as who changed it left it. A tab that both changed is there twice, `theirs`
 * under an id of its own; one that was closed on one side and changed on the other stays open.
 * @returns the desk, in the order of `mine` and with its active tab, and the names of the tabs that are there twice now
 */
export function mergeDesks(base: Desk, theirs: Desk, mine: Desk): { desk: Desk; both: string[] } {
  const [was, there, here] = [byId(base.tabs), byId(theirs.tabs), byId(mine.tabs)];
  const freeId = freeIds(base, theirs, mine);
  const both: string[] = [];
  const merged = (tab: Tab): Tab[] => {
    const [before, other] = [was.get(tab.id), there.get(tab.id)];
    if (same(tab, other)) return [tab];
    if (same(tab, before)) return other ? [other] : [];
    if (!other || same(other, before)) return [tab];
    both.push(tab.name);
    return [tab, { ...other, id: freeId(other.id) }];
  };
  const kept = mine.tabs.flatMap(merged);
  // One that both had at the beginning was closed here.
  const added = theirs.tabs.filter((tab) => !here.has(tab.id) && !same(tab, was.get(tab.id)));
  const all = kept.length + added.length > 0 ? [...kept, ...added] : mine.tabs;
  const tabs = all.slice(0, tabsKept);
  const closed = all.slice(tabsKept).map((tab) => ({ tab, at: tabsKept }));
  for (const one of [...mine.closed, ...theirs.closed]) {
    const { id } = one.tab;
    const others = [...tabs, ...closed.map((other) => other.tab)].filter((tab) => tab.id === id);
    if (others.length === 0) closed.push(one);
    else if (!same(one.tab, others[0]) && !same(one.tab, was.get(id))) closed.push({ ...one, tab: { ...one.tab, id: freeId(id) } });
  }
  return { desk: { ...mine, tabs, active: activeAmong(tabs, mine), closed: closed.slice(0, closedKept) }, both };
}

/** Who looks at a tab that was moved aside, because another window changed it too, goes along with it. */
function activeAmong(tabs: readonly Tab[], { tabs: before, active }: Desk): string {
  const [was, is] = [before, tabs].map((list) => list.find((tab) => tab.id === active));
  if (!is) return tabs[0]?.id ?? active;
  const moved = was && !same(was, is) ? tabs.find((tab) => same({ ...tab, id: active }, was)) : undefined;
  return moved?.id ?? active;
}
