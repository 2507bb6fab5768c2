import { z } from 'zod';

/** Names people see and may type in SQL: entities, attributes, links. Any text that fits a line; identifiers are always quoted. */
export const name = z
  .string()
  .min(1)
  .max(120)
  .refine((text) => !/[\p{Cc}]/u.test(text), { message: 'control characters are not allowed' });

/** Identifiers made by Muster: activities, messages, documents. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens');

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SS(.sss)Z`. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/);
