import * as monaco from 'monaco-editor/editor';

interface Kept {
  text: monaco.editor.ITextModel;
  view?: monaco.editor.ICodeEditorViewState;
}

/** Texts stay when the place is left: what Monaco still works on must not vanish under it, and each keeps its own undo. */
const kept = new Map<string, Kept>();

export function textOf(id: string, value: string): monaco.editor.ITextModel {
  const known = kept.get(id) ?? { text: monaco.editor.createModel(value, 'sql') };
  kept.set(id, known);
  if (known.text.getValue() !== value) known.text.setValue(value);
  return known.text;
}

/** Keeps where the editor stands in a text. */
export function leaveText(id: string, editor: monaco.editor.ICodeEditor): void {
  const known = kept.get(id);
  const view = editor.saveViewState();
  if (known && view) known.view = view;
}

/** Shows a text where it was left, or with its cursor at `cursor`. */
export function showText(id: string, value: string, cursor: number, editor: monaco.editor.ICodeEditor): void {
  const text = textOf(id, value);
  editor.setModel(text);
  const view = kept.get(id)?.view;
  if (view) editor.restoreViewState(view);
  else editor.setPosition(text.getPositionAt(cursor));
}
