import { createContext, type ReactNode, useContext } from 'react';
import { isAppError } from '../../core/base/errors';
import type { Problem } from '../../core/base/problems';
import { useWords } from '../text/use-text';
import { Notice } from './notice';

/** The way to where a problem is mended, as a button; none where it is mended here. */
export const WayToMend = createContext<(problem: Pick<Problem, 'code' | 'details'>) => ReactNode>(() => undefined);

/** A problem in words: what is wrong, what to do about it, and the way there. */
export function ProblemNotice({
  problem,
  about,
  action,
}: {
  problem: Pick<Problem, 'code' | 'details'> & { severity?: Problem['severity'] };
  /** What it is a problem of; named before what is said unless that names it. */
  about?: string;
  action?: ReactNode;
}) {
  const { says, hint } = useWords()(problem);
  const way = useContext(WayToMend)(problem);
  return (
    <Notice
      tone={problem.severity === 'warning' ? 'warning' : 'danger'}
      says={about === undefined || says.includes(about) ? says : `${about}: ${says}`}
      hint={hint}
      action={
        (action || way) && (
          <span className="row">
            {action}
            {way}
          </span>
        )
      }
    />
  );
}

/** Anything thrown, in words. */
export function Failure({ error, about }: { error: unknown; about?: string }) {
  const problem = isAppError(error)
    ? error
    : { code: 'defect' as const, details: { message: error instanceof Error ? error.message : String(error) } };
  return <ProblemNotice problem={problem} {...(about === undefined ? {} : { about })} />;
}
