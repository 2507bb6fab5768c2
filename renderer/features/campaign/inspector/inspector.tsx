import { Copy, Eye, EyeOff, MousePointerClick, Trash2 } from 'lucide-react';
import { useDeferredValue } from 'react';
import type { Problem } from '../../../../core/base/problems';
import type { Activity } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import type { Parameter } from '../../../../core/model/variable';
import { edit, useCampaign } from '../../../state/campaign';
import { useData } from '../../../state/data';
import { useLibrary } from '../../../state/library';
import { canHaveComplement, carriesNobody, inputsOf, outputsOf } from '../../../state/outputs';
import { type Text, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Field, Input, TextArea } from '../../../ui/field';
import { AnnotationPane } from '../annotations/annotation-pane';
import { duplicateSelected, removeSelected, toggleSelected } from '../canvas/actions';
import { changeActivity } from '../edits';
import { kinds } from '../kinds';
import { addedColumns, dimensionIn } from '../population';
import { At, Problems, ProblemsHere } from '../problems-here';
import { VariablesInScope } from '../rules/variables-in-scope';
import { sentence } from '../sentence';
import { useSpeaker } from '../speaker';
import { ActivityForm } from './activity-form';
import { CampaignForm } from './campaign-form';
import { CountsLine } from './counts-line';
import './inspector.css';
import { typedAt } from './typed-at';

function complementWords({ type }: Activity, t: Text): string {
  if (type === 'load-file') return t.gather.withRefused;
  return type === 'reconcile' ? t.gather.withUnfound : t.campaign.withComplement;
}

// The same list always: given another, every value of a rule is drawn again.
const noVariables: readonly Parameter[] = [];

/** Something may follow, and it is not each of several outputs that stops for itself. */
function canStop(activity: Activity): boolean {
  return !carriesNobody(activity) && outputsOf(activity).length > 0 && activity.type !== 'split';
}

export function Inspector({ campaign, problems }: { campaign: Campaign; problems: readonly Problem[] }) {
  const t = useText();
  const selection = useCampaign((state) => state.selection);
  const count = selection.activities.length + (selection.annotations?.length ?? 0);
  const activity = count === 1 ? campaign.flow.activities.find((a) => a.id === selection.activities[0]) : undefined;
  const [annotation] = count === 1 ? (selection.annotations ?? []) : [];
  return (
    <aside
      className="inspector"
      aria-label={activity ? (activity.label ?? t.campaign.activities[activity.type].name) : t.campaign.campaignName}
    >
      {activity ? (
        <VariablesInScope.Provider value={campaign.variables ?? noVariables}>
          <Problems.Provider value={problems}>
            <At steps={['activities', activity.id]}>
              <ActivityPane key={activity.id} activity={activity} campaign={campaign} />
            </At>
          </Problems.Provider>
        </VariablesInScope.Provider>
      ) : annotation !== undefined ? (
        <AnnotationPane key={annotation} id={annotation} campaign={campaign} />
      ) : count > 1 ? (
        <Several count={count} />
      ) : (
        <CampaignForm campaign={campaign} />
      )}
    </aside>
  );
}

function Several({ count }: { count: number }) {
  const t = useText();
  return (
    <div className="empty">
      <MousePointerClick className="empty-icon" aria-hidden />
      <h2>{t.campaign.several(count)}</h2>
      <Tools disabled={false} />
    </div>
  );
}

function Tools({ disabled }: { disabled: boolean }) {
  const t = useText();
  return (
    <div className="row">
      <Button
        label={disabled ? t.campaign.enable : t.campaign.disable}
        icon={disabled ? Eye : EyeOff}
        iconOnly
        onClick={() => toggleSelected(t)}
      />
      <Button label={t.campaign.duplicate} icon={Copy} iconOnly keys="Ctrl+D" onClick={() => duplicateSelected(t)} />
      <Button label={t.campaign.delete} icon={Trash2} iconOnly keys="Del" onClick={() => removeSelected(t)} />
    </div>
  );
}

function ActivityPane({ activity, campaign }: { activity: Activity; campaign: Campaign }) {
  const t = useText();
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences) ?? [];
  const speaker = useSpeaker();
  // What an activity is set to may be long: whoever goes from one to the next does not wait for all of it.
  const isThere = useDeferredValue(true, false);
  const dimension = dimensionIn(campaign, model, audiences, activity.id);
  const waiting = dimension === undefined && inputsOf(activity).least > 0;
  const { icon: Icon, family } = kinds[activity.type];
  const words = t.campaign.activities[activity.type];
  const change = (next: Activity, squash?: string) => {
    const field = squash === undefined ? undefined : typedAt(activity, next);
    edit(
      t.campaign.edits.change(activity.label ?? words.name),
      (c) => changeActivity(c, next),
      field === undefined ? undefined : `${activity.id}/${squash}/${field}`,
    );
  };
  return (
    <>
      <header className="inspector-head" data-family={family}>
        <span className="node-icon">
          <Icon aria-hidden />
        </span>
        <div className="grow">
          <h2 className="truncate">{words.name}</h2>
          <p className="field-hint">{words.purpose}</p>
        </div>
        <Tools disabled={activity.disabled === true} />
      </header>
      <div className="inspector-body">
        <div className="words">
          <p>{sentence(activity, speaker, true)}</p>
          <CountsLine campaign={campaign} activity={activity} />
        </div>
        <Field label={t.campaign.label}>
          {(id) => (
            <Input
              id={id}
              value={activity.label ?? ''}
              placeholder={words.name}
              maxLength={200}
              onChange={(label) => change({ ...activity, label: label || undefined }, 'label')}
            />
          )}
        </Field>
        {waiting && <p className="field-hint">{t.shape.nothingArrives}</p>}
        <ProblemsHere severity="error" />
        {isThere && (
          <ActivityForm
            activity={activity}
            campaign={campaign}
            dimension={dimension}
            added={addedColumns(campaign, model, audiences, activity.id)}
            onChange={change}
          />
        )}
        {canHaveComplement(activity) && (
          <Switch
            label={complementWords(activity, t)}
            checked={activity.complement === true}
            onChange={(on) => change({ ...activity, complement: on || undefined })}
          />
        )}
        {canStop(activity) && (
          <Switch
            label={t.shape.stopWhenEmpty}
            checked={activity.stopWhenEmpty === true}
            onChange={(on) => change({ ...activity, stopWhenEmpty: on || undefined })}
          />
        )}
        <ProblemsHere severity="warning" />
        <Field label={t.campaign.note}>
          {(id) => (
            <TextArea
              id={id}
              rows={2}
              value={activity.note ?? ''}
              onChange={(note) => change({ ...activity, note: note || undefined }, 'note')}
            />
          )}
        </Field>
      </div>
    </>
  );
}
