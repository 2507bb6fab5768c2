import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Place, Problem } from '../../../core/base/problems';
import { ProblemNotice } from '../../ui/problem-notice';

/** What the last check found in the document. */
export const Problems = createContext<readonly Problem[]>([]);

const Here = createContext<Place>([]);

/** What is inside stands at this step of the document, from where it is used. */
export function At({ steps, children }: { steps: Place; children: ReactNode }) {
  const here = useContext(Here);
  const path = steps.join('/');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same steps are often another array
  const there = useMemo(() => [...here, ...steps], [here, path]);
  return <Here.Provider value={there}>{children}</Here.Provider>;
}

/** Where in the document this is. */
export const useHere = (): Place => useContext(Here);

/** Steps below which other parts of a form say what is wrong with them. */
const nested: readonly (string | number)[] = [
  ...['rules', 'rule', 'where', 'among', 'subsets', 'additions', 'layout'],
  ...['subject', 'preheader', 'from', 'replyTo', 'html', 'text'],
  ...['toProfile', 'secondary', 'addressFrom', 'best', 'required'],
];

/** What the form says itself, also where nothing was checked. */
const saidByForm: readonly Problem['code'][] = ['load-no-file', 'flow-no-audience', 'rule-no-history'];

/** The problems of one place: those below it too, unless a part inside says them. */
export function problemsAt(problems: readonly Problem[], here: Place): Problem[] {
  return problems.filter(
    ({ place }) => here.every((step, i) => place[i] === step) && !place.slice(here.length).some((step) => nested.includes(step)),
  );
}

/** What is wrong with one field of what is formed here. */
export function FieldProblems({ steps }: { steps: Place }) {
  return (
    <At steps={steps}>
      <ProblemsHere />
    </At>
  );
}

/** What is wrong with this place, in words; `severity`: only what is as grave. */
export function ProblemsHere({ severity }: { severity?: Problem['severity'] }) {
  const found = problemsAt(useContext(Problems), useContext(Here)).filter((p) => severity === undefined || p.severity === severity);
  return found.filter(({ code }) => !saidByForm.includes(code)).map((problem, i) => <ProblemNotice key={i} problem={problem} />);
}
