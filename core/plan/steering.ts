import { unreachable } from '../base/never';
import type { Place } from '../base/problems';
import type { Counted } from '../flow/dependencies';
import { disabledIn, incoming, outputsOf } from '../flow/graph';
import { type Reach, type Reaches, reachesOf } from '../flow/reached';
import { rowsOf } from '../flow/rows-of';
import { allOf, anyOf, type When } from '../flow/when';
import type { Campaign } from '../model/campaign';
import type { Population } from '../segment/population';
import { type Compilation, report } from '../segment/scope';
import type { Binding } from '../segment/variables';
import { compare, integer } from '../sql/expression';

/** What a flow knows of itself while it is planned: how many rows a transition has, and so where a run goes. */
export class Steering {
  private readonly reaches: Reaches;
  private readonly disabled: ReadonlySet<string>;
  private readonly whens = new Map<Reach, When>();
  private readonly decisions = new Map<string, When>();

  /** @param populationOf what was lowered before */
  constructor(
    private readonly campaign: Campaign,
    private readonly compilation: Compilation,
    private readonly populationOf: (of: Counted) => Population | undefined,
  ) {
    this.reaches = reachesOf(campaign.flow);
    this.disabled = disabledIn(campaign.flow);
  }

  /** Whether a run comes along each arrow into an activity. */
  along(activity: string): When[] {
    return incoming(this.campaign.flow, activity).map((t) => this.whenOf(this.reaches.along(t)));
  }

  decide(of: Counted, when: When): void {
    this.decisions.set(placeOf(of), when);
  }

  /** Reports what is not there or does not run; what is broken was reported where it is. */
  counted(of: Counted, place: Place): Population | undefined {
    const found = this.populationOf(of);
    if (found) return found;
    const activity = this.campaign.flow.activities.find((a) => a.id === of.activity);
    if (activity && outputsOf(activity).includes(of.output) && !this.disabled.has(activity.id)) return undefined;
    return report(this.compilation, 'flow-not-counted', place, { activity: activity?.label ?? of.activity, output: of.output });
  }

  /** Gives variables that are counts of an activity just lowered their values. */
  bind(activity: string, variables: Map<string, Binding>): void {
    for (const { name, count } of this.campaign.variables ?? []) {
      const population = count?.activity === activity ? this.populationOf(count) : undefined;
      if (population) variables.set(name, { type: 'number', is: rowsOf(population) });
    }
  }

  private whenOf(reach: Reach): When {
    const before = this.whens.get(reach);
    if (before !== undefined) return before;
    const when = this.made(reach);
    this.whens.set(reach, when);
    return when;
  }

  private made(reach: Reach): When {
    switch (reach.kind) {
      case 'always':
        return true;
      case 'never':
        return false;
      case 'filled': {
        const population = this.populationOf(reach);
        return population ? compare('>', rowsOf(population), integer(0)) : true;
      }
      case 'branch':
        return this.decisions.get(placeOf(reach)) ?? true;
      case 'all':
        return allOf(reach.of.map((r) => this.whenOf(r)));
      case 'any':
        return anyOf(reach.of.map((r) => this.whenOf(r)));
      default:
        return unreachable(reach);
    }
  }
}

const placeOf = ({ activity, output }: Counted): string => `${activity}:${output}`;
