import { createContext, useContext, useMemo } from 'react';
import type { Language } from '../../core/base/codes';
import type { Problem } from '../../core/base/problems';
import type { Words } from '../../core/base/words/words';
import { en } from './en';
import { es } from './es';
import { type Formats, formatsFor } from './formats';
import { wordsOf } from './words-of';

export type Text = typeof en;

export const texts: Record<Language, Text> = { en, es };

export const LanguageContext = createContext<Language>('en');

export function useText(): Text {
  return texts[useContext(LanguageContext)];
}

export function useFormats(): Formats {
  return formatsFor(useContext(LanguageContext));
}

/** The words for a problem in the language of the window. */
export function useWords(): (problem: Pick<Problem, 'code' | 'details'>) => Words {
  const language = useContext(LanguageContext);
  return useMemo(() => (problem) => wordsOf(problem, language), [language]);
}
