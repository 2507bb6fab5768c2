/** One undoable change: the document on the other side of it. Steps share what they can and are never copied. */
export interface Step<T> {
  readonly document: T;
  readonly label: string;
  readonly next: Step<T> | undefined;
}

/** A moment to come back to, e.g. the start of a drag. */
interface Mark<T> {
  readonly name: string;
  readonly history: History<T>;
}

/** A document with everything that can be undone and redone. A value: every function here returns a new one. */
export interface History<T> {
  readonly present: T;
  readonly past: Step<T> | undefined;
  readonly future: Step<T> | undefined;
  /** Edits with this key join the step on top of `past`. */
  readonly joinable: string | undefined;
  readonly marks: readonly Mark<T>[];
}

export function startHistory<T>(document: T): History<T> {
  return { present: document, past: undefined, future: undefined, joinable: undefined, marks: [] };
}

/** Whether an edit with this key would be one step with the last. */
export function joinsLast<T>(history: History<T>, key: string | undefined): boolean {
  return key !== undefined && key === history.joinable && history.past !== undefined;
}

/**
 * Makes `document` the present. Consecutive edits with the same `key` (typing in one field) are one step, with the last label.
 * The very same document is no edit.
 */
export function edit<T>(history: History<T>, document: T, label: string, key?: string): History<T> {
  if (document === history.present) return history;
  const { past, marks } = history;
  const step = past !== undefined && joinsLast(history, key) ? { ...past, label } : { document: history.present, label, next: past };
  return { present: document, past: step, future: undefined, joinable: key, marks };
}

/** Closes every open mark. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (past === undefined) return history;
  return {
    present: past.document,
    past: past.next,
    future: { document: present, label: past.label, next: future },
    joinable: undefined,
    marks: [],
  };
}

/** Closes every open mark. */
export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (future === undefined) return history;
  return {
    present: future.document,
    past: { document: present, label: future.label, next: past },
    future: future.next,
    joinable: undefined,
    marks: [],
  };
}

/** Remembers this moment under `name`. Later edits are steps of their own. */
export function mark<T>(history: History<T>, name: string): History<T> {
  const closed = { ...history, joinable: undefined };
  return { ...closed, marks: [...history.marks, { name, history: closed }] };
}

function lastMark<T>(history: History<T>, name: string): History<T> | undefined {
  return history.marks.findLast((m) => m.name === name)?.history;
}

/** Back to the mark as if nothing had happened since: a cancelled drag. What could be redone then can be redone again. */
export function bail<T>(history: History<T>, name: string): History<T> {
  return lastMark(history, name) ?? history;
}

/** Makes everything since the mark one step: a finished drag. The mark is closed. */
export function squash<T>(history: History<T>, name: string, label: string): History<T> {
  const before = lastMark(history, name);
  return before === undefined ? history : edit(before, history.present, label);
}

/** What undo would take back. */
export function undoLabel<T>(history: History<T>): string | undefined {
  return history.past?.label;
}

/** What redo would bring back. */
export function redoLabel<T>(history: History<T>): string | undefined {
  return history.future?.label;
}
