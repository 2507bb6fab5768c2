import { filled } from './plural';
import { rejectWords } from './reject-words';
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
import { importJsonWords } from './words/import-json';
import { mailWords } from './words/mail';
import { modelWords } from './words/model';
import { refreshWords } from './words/refresh';
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
  ...refreshWords,
  ...importJsonWords,
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

/** The words for a code, with the details in their holes; an absent one stays visible as `{name}`. Why a row was rejected is told in words. */
export function wordsFor(code: Code, details: Readonly<Record<string, string | number | boolean>>, language: Language): Words {
  const { says, hint } = table[code][language] as Words;
  const reason = rejectWords[language][String(details.reason)];
  const told = reason === undefined ? details : { ...details, reason };
  return hint === undefined ? { says: filled(says, told) } : { says: filled(says, told), hint: filled(hint, told) };
}
