import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/sql/register';
import { useEffect, useRef } from 'react';
import type { DataModel } from '../../../core/model/entity';
import { suggestions } from './completion';
import './sql-editor.css';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const kinds = {
  entity: monaco.languages.CompletionItemKind.Struct,
  attribute: monaco.languages.CompletionItemKind.Field,
  join: monaco.languages.CompletionItemKind.Snippet,
};

let known: DataModel = { entities: [], links: [] };

/** One text for every time the place is opened: what Monaco still works on when the place is left must not vanish under it. */
let text: monaco.editor.ITextModel | undefined;

function textOf(value: string): monaco.editor.ITextModel {
  text ??= monaco.editor.createModel(value, 'sql');
  if (text.getValue() !== value) text.setValue(value);
  return text;
}

monaco.languages.registerCompletionItemProvider('sql', {
  triggerCharacters: ['.', '"', ' '],
  provideCompletionItems: (asked, position) => {
    const word = asked.getWordUntilPosition(position);
    const range = {
      startLineNumber: position.lineNumber,
      endLineNumber: position.lineNumber,
      startColumn: word.startColumn,
      endColumn: word.endColumn,
    };
    const before = asked.getValueInRange({
      startLineNumber: 1,
      startColumn: 1,
      endLineNumber: position.lineNumber,
      endColumn: word.startColumn,
    });
    const found = suggestions(known, before, asked.getValue());
    return {
      suggestions: found.map((s) => ({
        label: s.label,
        detail: s.detail,
        insertText: s.insert,
        kind: kinds[s.kind],
        sortText: s.order,
        range,
      })),
    };
  },
});

function themed(): string {
  const dark = document.documentElement.dataset.theme === 'dark';
  // Monaco reads colours of six digits only, and a built style sheet shortens them to three.
  const role = (name: string) =>
    getComputedStyle(document.documentElement)
      .getPropertyValue(name)
      .trim()
      .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  monaco.editor.defineTheme('muster', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [],
    colors: {
      'editor.background': role('--surface'),
      'editorLineNumber.foreground': role('--text-faint'),
      'editor.lineHighlightBackground': role('--sunken'),
    },
  });
  return 'muster';
}

/** `line` and `column` count from 1; without a column the whole line is meant. */
export interface Fault {
  line: number;
  column: number | undefined;
  says: string;
}

interface Props {
  label: string;
  value: string;
  model: DataModel;
  /** Where the last error is, and what it says. */
  fault: Fault | undefined;
  onChange: (text: string) => void;
  onRun: () => void;
}

export default function SqlEditor({ label, value, model, fault, onChange, onRun }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const handlers = useRef({ onChange, onRun });
  handlers.current = { onChange, onRun };
  known = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor keeps its own text; the value is what it starts with
  useEffect(() => {
    if (!element.current) return;
    const made = monaco.editor.create(element.current, {
      model: textOf(value),
      theme: themed(),
      ariaLabel: label,
      minimap: { enabled: false },
      automaticLayout: true,
      fontSize: 13,
      lineHeight: 20,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
      padding: { top: 12, bottom: 12 },
      scrollBeyondLastLine: false,
      renderLineHighlight: 'line',
      fixedOverflowWidgets: true,
      // A new line must never turn into the suggestion that happens to be open; Tab takes it.
      acceptSuggestionOnEnter: 'off',
      quickSuggestions: { other: true, comments: false, strings: true },
    });
    editor.current = made;
    made.onDidChangeModelContent(() => handlers.current.onChange(made.getValue()));
    made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => handlers.current.onRun());
    made.focus();
    const watcher = new MutationObserver(() => monaco.editor.setTheme(themed()));
    watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, [label]);
  useEffect(() => {
    const shown = editor.current?.getModel();
    if (!shown) return;
    monaco.editor.setModelMarkers(shown, 'host', fault ? [marker(shown, fault)] : []);
  }, [fault]);
  // Monaco writes into what is no field, and a canvas below would take its spaces: React Flow leaves what is `nokey` alone.
  return <div className="sql-monaco nokey" ref={element} />;
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
