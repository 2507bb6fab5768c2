import * as monaco from 'monaco-editor/editor';
import { statementAt } from '../../../core/sql/statements';
import type { Formats } from '../../text/formats';
import type { Text } from '../../text/use-text';
import { type Suggestion, suggestions } from './completion';
import { attributeAt, attributeHover } from './hover';
import { type Knowledge, knowingNothing } from './knowledge';

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const kinds: Record<Suggestion['kind'], monaco.languages.CompletionItemKind> = {
  entity: CompletionItemKind.Struct,
  attribute: CompletionItemKind.Field,
  join: CompletionItemKind.Snippet,
  audience: CompletionItemKind.Struct,
  function: CompletionItemKind.Function,
  parameter: CompletionItemKind.Variable,
  keyword: CompletionItemKind.Keyword,
};

/** What the editor that is shown knows, and how it says it. There is one at a time. */
interface Known {
  knowledge: Knowledge;
  words: { t: Text; f: Formats } | undefined;
}

let known: Known = { knowledge: knowingNothing, words: undefined };

export function tellProviders(next: Known): void {
  known = next;
}

monaco.languages.registerCompletionItemProvider('sql', {
  triggerCharacters: ['.', '"', ' ', '$'],
  provideCompletionItems: (text, position) => {
    const word = text.getWordUntilPosition(position);
    const { lineNumber } = position;
    const range = { startLineNumber: lineNumber, endLineNumber: lineNumber, startColumn: word.startColumn, endColumn: word.endColumn };
    const at = text.getOffsetAt({ lineNumber, column: word.startColumn });
    return {
      // What may be offered depends on how much of a word is there.
      incomplete: true,
      suggestions: suggestions(known.knowledge, text.getValue(), at, word.word).map((s) => ({
        label: { label: s.label, ...(s.rest === undefined ? {} : { detail: s.rest }), description: s.detail },
        detail: s.detail,
        ...(s.says === undefined ? {} : { documentation: s.says }),
        insertText: s.insert,
        ...(s.snippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
        kind: kinds[s.kind],
        sortText: s.order,
        filterText: s.insert.startsWith('$') ? s.insert : s.label,
        range,
      })),
    };
  },
});

monaco.languages.registerHoverProvider('sql', {
  provideHover: async (text, position) => {
    const word = text.getWordAtPosition(position);
    const { knowledge, words } = known;
    if (!word || !words) return null;
    const whole = text.getValue();
    const start = text.getOffsetAt({ lineNumber: position.lineNumber, column: word.startColumn });
    const statement = statementAt(whole, start)?.sql ?? '';
    const before = /([\p{L}_][\p{L}\p{N}_]*|"(?:[^"]|"")+")"?\."?$/u.exec(whole.slice(0, start))?.[1]?.replaceAll('"', '');
    const found = attributeAt(knowledge, statement, word.word, before);
    if (found) {
      const { entity, attribute } = found;
      const profile = await knowledge.profile?.(entity.name, attribute.name);
      return { contents: [{ value: attributeHover({ entity, attribute, links: knowledge.model.links, profile }, words.t, words.f) }] };
    }
    const called = knowledge.functions.find((f) => f.name === word.word.toLowerCase());
    if (!called) return null;
    return { contents: [{ value: `\`${called.name}(${called.parameters.join(', ')})\` ${called.type}` }, { value: called.description }] };
  },
});
