/** Inputs that hold no text, so that letters and undo are not theirs. */
const choices = '[type=checkbox], [type=radio], [type=range], [type=color], [type=file], [type=button]';

/** Whether keys pressed there are letters of a text. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(`input:not(${choices}), textarea, select`));
}
