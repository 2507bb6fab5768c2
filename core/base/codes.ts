import { audienceWords } from './words/audience';
import { checkWords } from './words/checks';
import { cliWords } from './words/cli';
import { computingWords } from './words/computing';
import { controlWords } from './words/control';
import { deliveryWords } from './words/delivery';
import { engineWords } from './words/engine';
import { flowWords } from './words/flow';
import { generalWords } from './words/general';
import { importWords } from './words/import';
import { mailWords } from './words/mail';
import { modelWords } from './words/model';
import { rewriteWords } from './words/rewrite';
import { ruleWords } from './words/rules';
import { sendingWords } from './words/sending';
import { shellWords } from './words/shell';
import { sqlWords } from './words/sql';
import { textWords } from './words/text';
import { whyWords } from './words/why';
import type { Words } from './words/words';
import { workspaceWords } from './words/workspace';

/** Every code that an error or a problem may carry, with its words. */
const table = {
  ...generalWords,
  ...shellWords,
  ...workspaceWords,
  ...engineWords,
  ...importWords,
  ...modelWords,
  ...sqlWords,
  ...flowWords,
  ...rewriteWords,
  ...controlWords,
  ...checkWords,
  ...computingWords,
  ...whyWords,
  ...textWords,
  ...ruleWords,
  ...audienceWords,
  ...sendingWords,
  ...mailWords,
  ...deliveryWords,
  ...cliWords,
} as const;

export type Code = keyof typeof table;
export type Language = 'en' | 'es';

export const codes = Object.keys(table) as Code[];

/** The words for a code, with `{name}` replaced by the detail of that name; an absent detail stays visible as `{name}`. */
export function wordsFor(code: Code, details: Readonly<Record<string, string | number | boolean>>, language: Language): Words {
  const { says, hint } = table[code][language] as Words;
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name: string) => (name in details ? String(details[name]) : hole));
  return hint === undefined ? { says: fill(says) } : { says: fill(says), hint: fill(hint) };
}
