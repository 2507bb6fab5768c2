/** The file cannot be what was saved. The caller turns it into an AppError that says what to do about it. */
export class DamagedStore extends Error {
  constructor(
    readonly reason: string,
    options?: { cause?: unknown },
  ) {
    super(reason, options);
    this.name = 'DamagedStore';
  }
}
