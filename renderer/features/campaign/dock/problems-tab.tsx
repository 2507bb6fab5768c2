import type { Problem } from '../../../../core/base/problems';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { select } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { ProblemNotice } from '../../../ui/problem-notice';
import { labelOf } from '../sentence';

export function ProblemsTab({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) {
  const t = useText();
  if (problems.length === 0) return <p className="dock-empty">{t.campaign.dock.noProblems}</p>;
  return (
    <ul className="dock-scroll column">
      {problems.map((problem, i) => {
        const activity = problem.place[0] === 'activities' ? campaign.flow.activities.find((a) => a.id === problem.place[1]) : undefined;
        return (
          <li key={i}>
            <ProblemNotice problem={problem} action={activity && <Way activity={activity} />} />
          </li>
        );
      })}
    </ul>
  );
}

/** A long name is cut: all of it is there for who points at it. */
function Way({ activity }: { activity: Activity }) {
  const t = useText();
  const label = labelOf(activity, t);
  return <Button label={label} title={label} size="small" look="plain" onClick={() => select({ activities: [activity.id] })} />;
}
