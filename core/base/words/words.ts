/** What a code says in one language: what happened, and what to do about it. `{name}` stands for a detail. */
export interface Words {
  says: string;
  hint?: string;
}

/** Every code carries its words in both languages, so that none can be missing. */
export type WordTable = Readonly<Record<string, { en: Words; es: Words }>>;
