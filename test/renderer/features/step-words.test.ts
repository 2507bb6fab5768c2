import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { activity as activitySchema } from '../../../core/model/activity';
import { stepWords } from '../../../renderer/features/campaign/dock/step-words';
import { outputsOf } from '../../../renderer/state/outputs';
import { texts } from '../../../renderer/text/use-text';

const root = path.join(import.meta.dirname, '../../golden/flow');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

/** The steps of every golden flow that stand for no output. */
const inner = files.flatMap((file) => {
  const json = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const activities = (json.flow ?? json).activities.map((a: unknown) => activitySchema.parse(a));
  const sql = readFileSync(path.join(root, file.replace(/\.json$/, '.sql')), 'utf8');
  return [...sql.matchAll(/^-- (\S+) (\S+)$/gm)].flatMap(([, id, step = '']) => {
    const found = activities.find((a: { id: string }) => a.id === id);
    return found && !outputsOf(found).includes(step) ? [{ activity: found, step }] : [];
  });
});

test('every step on the way to an output is told in words, in both languages', () => {
  expect(new Set(inner.map(({ step }) => step)).size).toBeGreaterThan(8);
  for (const { activity, step } of inner) {
    const [en, es] = [texts.en, texts.es].map((t) => stepWords(activity, step, t));
    expect(en, `${activity.type}: ${step}`).toMatch(/^[A-Z]/);
    expect(es, `${activity.type}: ${step}`).toMatch(/^[A-Z]/);
    expect(es).not.toBe(en);
  }
});

test('the first rows of a segment are told by its name, and a step of what is gone by nothing', () => {
  const split = inner.find(({ step }) => step === 'first_1')?.activity;
  expect(stepWords(split, 'first_1', texts.en)).toMatch(/^Taking the first for \S/);
  expect(stepWords(undefined, 'gold', texts.en)).toBe('');
});
