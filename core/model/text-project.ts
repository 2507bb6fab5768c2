import { z } from 'zod';

const count = z.number().int().nonnegative();

/** Files of a text project by what became of them; `leftOut` names the snapshots, whose members are data. */
export const textExport = z.strictObject({
  files: count,
  written: z.array(z.string()),
  removed: z.array(z.string()),
  leftOut: z.array(z.string()),
});
export type TextExport = z.infer<typeof textExport>;

/** Kinds of documents that a text project holds. */
export const textKinds = ['workspace', 'entity', 'link', 'recipe', 'audience', 'filter', 'query', 'endpoint', 'campaign'] as const;
export type TextKind = (typeof textKinds)[number];

/** What an import changes, or would change; `absent` are documents here that the project does not have. */
export const textImport = z.strictObject({
  changes: z.array(z.strictObject({ kind: z.enum(textKinds), id: z.string(), state: z.enum(['new', 'changed', 'absent']) })),
  unchanged: count,
  removed: z.boolean(),
});
export type TextImport = z.infer<typeof textImport>;
