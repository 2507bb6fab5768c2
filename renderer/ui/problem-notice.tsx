import { isAppError } from '../../core/base/errors';
import type { Problem } from '../../core/base/problems';
import { useWords } from '../text/use-text';
import { Notice } from './notice';

/** A problem in words: what is wrong and what to do about it. */
export function ProblemNotice({
  problem,
  about,
  action,
}: {
  problem: Pick<Problem, 'code' | 'details'> & { severity?: Problem['severity'] };
  /** What it is a problem of, where that is not said elsewhere. */
  about?: string;
  action?: React.ReactNode;
}) {
  const { says, hint } = useWords()(problem);
  return (
    <Notice
      tone={problem.severity === 'warning' ? 'warning' : 'danger'}
      says={about === undefined ? says : `${about}: ${says}`}
      hint={hint}
      action={action}
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
