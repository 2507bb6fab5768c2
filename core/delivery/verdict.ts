import { toBase64 } from '../base/base64';
import { fromUtf8 } from '../base/utf8';
import { digestIn } from './content-digest';
import { type ProblemType, problemTypeOf, problemTypes } from './problem-types';
import { problemDocument } from './protocol';

/** The part of an HTTP answer that is judged. Header names in lower case. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What an answer means. `said` is for people: the problem's title and detail, or what came instead of an answer of ours. */
export type Verdict =
  | { kind: 'yes'; status: number; value: unknown }
  | { kind: 'clock'; serverTime: number }
  | { kind: 'restart' }
  | { kind: 'incomplete' }
  | { kind: 'retry' | 'doubt' | 'stop'; type: ProblemType | undefined; said: string };

const unclear = (said: string): Verdict => ({ kind: 'retry', type: undefined, said });

/**
 * Only a JSON body whose digest fits is a yes, and only a 4xx with a problem type of ours is a reason to stop:
 * anything else was said by something in between.
 */
export function judge(answer: Answer, sha256: (content: Uint8Array) => Uint8Array): Verdict {
  const digest = answer.headers['content-digest'];
  if (digest !== undefined && digestIn(digest) !== toBase64(sha256(answer.body)))
    return unclear(`HTTP ${answer.status}, damaged on its way`);
  const media = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const json = media === 'application/json' || media === 'application/problem+json' ? parse(answer.body) : undefined;
  if (answer.status >= 200 && answer.status < 300) {
    return json === undefined
      ? unclear(`HTTP ${answer.status} with ${media || 'no type'} instead of JSON`)
      : { kind: 'yes', status: answer.status, value: json };
  }
  const problem = problemDocument.safeParse(json);
  const type = problem.success && media === 'application/problem+json' ? problemTypeOf(problem.data.type) : undefined;
  if (!problem.success || type === undefined) return unclear(`HTTP ${answer.status}`);
  return judgeProblem(answer.status, type, problem.data.server_time, [problem.data.title, problem.data.detail].filter(Boolean).join(' '));
}

function judgeProblem(status: number, type: ProblemType, serverTime: number | undefined, said: string): Verdict {
  if (type === 'timestamp-out-of-tolerance' && serverTime !== undefined) return { kind: 'clock', serverTime };
  if (type === 'unknown-delivery') return { kind: 'restart' };
  if (type === 'incomplete') return { kind: 'incomplete' };
  const { advice } = problemTypes[type];
  return { kind: status >= 400 && status < 500 ? advice : 'retry', type, said };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(body));
  } catch {
    return undefined;
  }
}
