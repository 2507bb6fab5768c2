import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/sql/register';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { DataModel } from '../../../core/model/entity';
import { useFormats, useText } from '../../text/use-text';
import { type Knowledge, knowingNothing } from './knowledge';
import { tellProviders } from './providers';
import './sql-editor.css';
import { leaveText, showText } from './texts';
import { themed } from './theme';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

/** `line` and `column` count from 1; without a column the whole line is meant. */
export interface Fault {
  line: number;
  column: number | undefined;
  says: string;
}

/** What can be asked of the editor that is shown; places are UTF-16 units from the beginning. */
export interface EditorHandle {
  cursor: () => number;
  /** What is selected; nothing when it is empty. */
  selection: () => { start: number; end: number } | undefined;
  insert: (text: string) => void;
  /** Puts another text in place of the whole, as one edit that can be undone. */
  rewrite: (text: string) => void;
  focus: () => void;
}

interface Props {
  /** Which text; an editor that shows one after the other keeps each with its undo. */
  id?: string;
  label: string;
  value: string;
  /** Changes whenever the value may have been changed by somebody else. */
  taken?: number;
  model: DataModel;
  /** More than the model that its completion knows. */
  knowledge?: Knowledge;
  cursor?: number;
  /** Where the last error is, and what it says. */
  fault: Fault | undefined;
  onChange: (text: string) => void;
  onCursor?: (at: number) => void;
  onRun: () => void;
  handle?: Ref<EditorHandle>;
}

/** The first editor takes longest: one nobody sees is made and thrown away. */
export function warmUp(): void {
  const apart = document.createElement('div');
  monaco.editor.create(apart, { ...usual(), theme: themed(), value: 'SELECT 1', language: 'sql' }).dispose();
}

export default function SqlEditor(props: Props) {
  const { id = '', label, taken, model, knowledge, fault, handle } = props;
  const t = useText();
  const f = useFormats();
  const element = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const shownId = useRef<string>(undefined);
  const latest = useRef(props);
  latest.current = props;
  tellProviders({ knowledge: knowledge ?? { ...knowingNothing, model }, words: { t, f } });
  useImperativeHandle(handle, () => handleOf(() => editor.current), []);
  useEffect(() => {
    if (!element.current) return;
    const made = monaco.editor.create(element.current, { ...usual(), theme: themed(), ariaLabel: latest.current.label });
    editor.current = made;
    made.onDidChangeModelContent(() => latest.current.onChange(made.getValue()));
    made.onDidChangeCursorPosition(({ position }) => latest.current.onCursor?.(made.getModel()?.getOffsetAt(position) ?? 0));
    made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => latest.current.onRun());
    made.addAction(takeFirst);
    const watcher = new MutationObserver(() => monaco.editor.setTheme(themed()));
    watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => editor.current?.updateOptions({ ariaLabel: label }), [label]);
  // The editor keeps its own text: what it is given is what it begins with.
  useEffect(() => {
    const shown = editor.current;
    if (!shown) return;
    showText(id, latest.current.value, latest.current.cursor ?? 0, shown);
    shownId.current = id;
    shown.focus();
    return () => leaveText(id, shown);
  }, [id]);
  // Not whenever the value changes: what is typed is in the text before it is in the value. And before more can be typed.
  useLayoutEffect(() => {
    const { value, id: wanted = '' } = latest.current;
    if (shownId.current === wanted && editor.current?.getValue() !== value) rewrite(editor.current, value);
  }, [taken]);
  useEffect(() => {
    const text = editor.current?.getModel();
    if (text) monaco.editor.setModelMarkers(text, 'host', fault ? [marker(text, fault)] : []);
  }, [fault]);
  // Monaco writes into what is no field, and a canvas below would take its spaces: React Flow leaves what is `nokey` alone.
  return <div className="sql-monaco nokey" ref={element} />;
}

/** Tab takes the first of a list of which nothing is highlighted yet. */
const takeFirst: monaco.editor.IActionDescriptor = {
  id: 'muster.take-first',
  label: 'Take first suggestion',
  keybindings: [monaco.KeyCode.Tab],
  keybindingContext: 'textInputFocus && suggestWidgetVisible && !suggestWidgetHasFocusedSuggestion',
  run: (editor) => {
    editor.trigger('muster', 'selectFirstSuggestion', null);
    editor.trigger('muster', 'acceptSelectedSuggestion', null);
  },
};

/** Its types do not know yet that the list can be as wide as what it says. */
const suggest: monaco.editor.ISuggestOptions & { fitWidthToDetails: boolean } = {
  selectionMode: 'whenQuickSuggestion',
  fitWidthToDetails: true,
};

function usual(): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    minimap: { enabled: false },
    automaticLayout: true,
    fontSize: 13,
    lineHeight: 20,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
    padding: { top: 12, bottom: 12 },
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    wordWrap: 'on',
    wrappingIndent: 'indent',
    fixedOverflowWidgets: true,
    // Enter takes what is highlighted. Nothing is where a list came up by itself behind a space or a dot, nor where all of it is there.
    acceptSuggestionOnEnter: 'smart',
    suggest,
    quickSuggestions: { other: true, comments: false, strings: true },
    hover: { delay: 350 },
  };
}

function handleOf(editor: () => monaco.editor.IStandaloneCodeEditor | undefined): EditorHandle {
  const place = (at: monaco.IPosition | undefined | null) => (at ? (editor()?.getModel()?.getOffsetAt(at) ?? 0) : 0);
  return {
    cursor: () => place(editor()?.getPosition()),
    selection: () => {
      const selected = editor()?.getSelection();
      if (!selected || selected.isEmpty()) return undefined;
      return { start: place(selected.getStartPosition()), end: place(selected.getEndPosition()) };
    },
    insert: (text) => {
      const shown = editor();
      const range = shown?.getSelection();
      if (shown && range) shown.executeEdits('muster', [{ range, text, forceMoveMarkers: true }]);
      shown?.focus();
    },
    rewrite: (text) => rewrite(editor(), text),
    focus: () => editor()?.focus(),
  };
}

function rewrite(editor: monaco.editor.IStandaloneCodeEditor | undefined, text: string): void {
  const whole = editor?.getModel()?.getFullModelRange();
  if (editor && whole) editor.executeEdits('muster', [{ range: whole, text }]);
}

function marker(shown: monaco.editor.ITextModel, { line, column, says }: Fault): monaco.editor.IMarkerData {
  const at = Math.min(line, shown.getLineCount());
  const word = column === undefined ? null : shown.getWordAtPosition({ lineNumber: at, column });
  return {
    startLineNumber: at,
    endLineNumber: at,
    startColumn: word?.startColumn ?? column ?? 1,
    endColumn: word?.endColumn ?? shown.getLineMaxColumn(at),
    message: says,
    severity: monaco.MarkerSeverity.Error,
  };
}
