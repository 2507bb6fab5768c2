import { expect, test } from 'vitest';
import { kindOf } from '../../../core/flow/activities/kinds';
import { outputsOf as known } from '../../../core/flow/graph';
import type { Activity } from '../../../core/model/activity';
import { activityTypes } from '../../../renderer/features/campaign/kinds';
import { newActivity } from '../../../renderer/features/campaign/new-activity';
import { canHaveComplement, inputsOf, outputsOf } from '../../../renderer/state/outputs';
import { around } from '../flow-document';

test('the canvas draws the inputs and outputs the flow has', () => {
  for (const type of activityTypes) {
    const activity: Activity = newActivity(type, 'x', around);
    expect(outputsOf(activity), type).toEqual(known(activity));
    const both = { ...activity, complement: true };
    if (canHaveComplement(both)) expect(outputsOf(both), type).toEqual(known(both));
    expect(canHaveComplement(activity) && kindOf(activity).passesAll, type).not.toBe(true);
    const { min, max } = kindOf(activity).inputs;
    expect(inputsOf(activity), type).toEqual({ least: min, most: max });
  }
});
