import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/sql/register';
import { useEffect, useRef } from 'react';
import type { DataModel } from '../../../core/model/entity';
import { suggestions } from './completion';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const kinds = {
  entity: monaco.languages.CompletionItemKind.Struct,
  attribute: monaco.languages.CompletionItemKind.Field,
  join: monaco.languages.CompletionItemKind.Snippet,
};

let known: DataModel = { entities: [], links: [] };

monaco.languages.registerCompletionItemProvider('sql', {
  triggerCharacters: ['.', '"', ' '],
  provideCompletionItems: (text, position) => {
    const word = text.getWordUntilPosition(position);
    const range = {
      startLineNumber: position.lineNumber,
      endLineNumber: position.lineNumber,
      startColumn: word.startColumn,
      endColumn: word.endColumn,
    };
    const before = text.getValueInRange({
      startLineNumber: 1,
      startColumn: 1,
      endLineNumber: position.lineNumber,
      endColumn: word.startColumn,
    });
    const found = suggestions(known, before, text.getValue());
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

interface Props {
  label: string;
  value: string;
  model: DataModel;
  /** The line the last error is at, 0 for none. */
  errorLine: number;
  onChange: (text: string) => void;
  onRun: () => void;
}

export default function SqlEditor({ label, value, model, errorLine, onChange, onRun }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const handlers = useRef({ onChange, onRun });
  handlers.current = { onChange, onRun };
  known = model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor keeps its own text; the value is what it starts with
  useEffect(() => {
    if (!element.current) return;
    const made = monaco.editor.create(element.current, {
      value,
      language: 'sql',
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
      made.getModel()?.dispose();
      made.dispose();
    };
  }, [label]);
  useEffect(() => {
    const text = editor.current?.getModel();
    if (!text) return;
    const line = Math.min(errorLine, text.getLineCount());
    const place = { startLineNumber: line, endLineNumber: line, startColumn: 1, endColumn: line > 0 ? text.getLineMaxColumn(line) : 1 };
    monaco.editor.setModelMarkers(text, 'host', line > 0 ? [{ ...place, message: label, severity: monaco.MarkerSeverity.Error }] : []);
  }, [errorLine, label]);
  return <div className="sql-monaco" ref={element} />;
}
