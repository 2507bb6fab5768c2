import { type ProblemType, problemTypes, problemUrn } from '../../core/delivery/problem-types';

/** A request that is answered with a problem of the protocol. */
export class Refusal extends Error {
  constructor(
    readonly type: ProblemType,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(type);
  }

  get status(): number {
    return problemTypes[this.type].status;
  }

  /** Source: RFC 9457. */
  get document(): Record<string, unknown> {
    return { type: problemUrn(this.type), title: problemTypes[this.type].title, status: this.status, ...this.more };
  }
}
