import type { Activity } from '../../../core/model/activity';
import type { ExplainedRule, Rank, Reason, TracedActivity } from '../../../core/model/why';

/** What an explanation says that cannot be: a rule that does not follow from its parts, a row that went where its reasons do not lead. */
export function whatIsNotSo(activity: Activity, traced: TracedActivity): string[] {
  const { state, reasons } = traced;
  if (state !== 'passed' && state !== 'dropped') return [];
  const rules = reasons.flatMap((r) => (r.kind === 'rule' ? wrongRule(r.rule) : []));
  return [...rules, ...wrongWay(activity, traced)].map((wrong) => `${activity.id}: ${wrong}`);
}

function same(what: string, said: unknown, wanted: unknown): string[] {
  return said === wanted ? [] : [`${what} is ${String(said)}, not ${String(wanted)}`];
}

const taken = ({ rank, from, to, every = 1 }: Rank): boolean =>
  rank !== null && rank >= from && (to === null || rank <= to) && (rank - from) % every === 0;

function wrongWay(activity: Activity, { outputs, reasons, inputs, state }: TracedActivity): string[] {
  const out = outputs.includes('out');
  const of = <K extends Reason['kind']>(kind: K) => reasons.filter((r): r is Extract<Reason, { kind: K }> => r.kind === kind);
  switch (activity.type) {
    case 'build-audience':
      return of('rule').flatMap((r) => same('passed', out, r.rule.result === true));
    case 'incremental-query':
      return out ? of('rule').flatMap((r) => same('the rule of what passed', r.rule.result, true)) : [];
    case 'read-audience':
      return [
        ...of('rule').flatMap((r) => same('read', out, r.rule.result === true)),
        ...of('member').flatMap((r) => same('read', out, r.member)),
      ];
    case 'sample':
      return of('rank').flatMap((r) => same('sampled', out, taken(r)));
    case 'deduplicate':
      return of('group').flatMap(({ rank, keep }) => same('kept', out, keep === 0 || rank <= keep));
    case 'change-dimension':
      return inputs.length === 0 || out
        ? []
        : of('reaches').flatMap(({ rows }) => same('state', state, rows.count > 0 ? 'passed' : 'dropped'));
    case 'combine': {
      const [found] = of('inputs');
      if (!found || inputs.length === 0 || (activity.by && activity.operation === 'union')) return [];
      const { has } = found;
      const primary = activity.primary ?? 0;
      const wanted = {
        union: has.length > 0,
        intersection: inputs.includes(0) && has.length === found.of,
        exclusion: inputs.includes(primary) && has.length === 1,
      };
      return same(activity.operation, out, wanted[activity.operation]);
    }
    case 'split':
      return activity.subsets.flatMap(({ id }, i) => {
        const earlier = activity.subsets.slice(0, i).some((s) => outputs.includes(s.id));
        if (earlier && !activity.overlap) return same(`in ${id}`, outputs.includes(id), false);
        const [rule] = of('rule').filter((r) => r.output === id);
        const [rank] = of('rank').filter((r) => r.output === id);
        const meets = rule === undefined || rule.rule.result === true;
        return same(`in ${id}`, outputs.includes(id), meets && (rank === undefined || taken(rank)));
      });
    case 'test': {
      const branch = of('branch').find((b) => b.conditions.every((c) => c.holds))?.output ?? (activity.default ? 'default' : 'complement');
      return outputs.flatMap((output) => same('the branch', output, branch));
    }
    default:
      return [];
  }
}

function wrongRule(rule: ExplainedRule): string[] {
  const { kind, asks, result, parts = [], rows, rank } = rule;
  const results = parts.map((p) => p.result);
  const inside = [...parts.flatMap(wrongRule), ...(rows?.first.flatMap((r) => (r.rule ? wrongRule(r.rule) : [])) ?? [])];
  const wanted = (): boolean | null | undefined => {
    switch (kind) {
      case 'all':
        return results.includes(false) ? false : results.includes(null) ? null : true;
      case 'any':
        return results.includes(true) ? true : results.includes(null) ? null : false;
      case 'not':
        return results[0] !== true;
      case 'filter':
        return results[0];
      case 'audience': {
        const member = rows ? rows.holding > 0 : results.length > 0 ? results[0] : undefined;
        return member !== undefined && asks.includes('not in audience') ? member !== true : member;
      }
      case 'history':
        return asks.startsWith('not ') ? rows?.holding === 0 : (rows?.holding ?? 0) > 0;
      case 'related': {
        const holding = rows?.holding ?? 0;
        return asks.startsWith('some') ? holding > 0 : asks.startsWith('none') ? holding === 0 : holding === rows?.reached;
      }
      case 'ordered':
        return rows?.first[0]?.holds === true;
      case 'top':
        return rank && taken(rank);
      default:
        return undefined;
    }
  };
  const found = wanted();
  return found === undefined ? inside : [...inside, ...same(`${asks} at ${rule.place.join('.')}`, result, found)];
}
