import { z } from 'zod';
import { path } from './entity';
import { id, name } from './names';

export const channels = ['email', 'sms', 'push', 'postal'] as const;
export const channel = z.enum(channels);
export type Channel = z.infer<typeof channel>;

/** Where the execution address is read: the profile, the targeting dimension's row, or the secondary dimension's row. */
export const addressSource = z.enum(['profile', 'target', 'secondary']);

/**
 * How a piece of mail finds its lines; each is an attribute of the address source. `country` holds ISO 3166-1 alpha-2. Without a `name`
 * mail goes to whoever lives there.
 */
export const postalAddress = z.strictObject({
  name: z.array(name),
  lines: z.array(name).min(1),
  postcode: name,
  city: name,
  region: name.optional(),
  country: name,
});
export type PostalAddress = z.infer<typeof postalAddress>;

export const order = z.array(z.strictObject({ attribute: name, direction: z.enum(['ascending', 'descending']) }));
/** Sort keys; empties always last, ties by the population's key. */
export type Order = z.infer<typeof order>;

/** Eligible people held back on purpose: a share between 0 and 1, drawn by hash. */
export const control = z.strictObject({ share: z.number().gt(0).lt(1) });

/** Rows of our own put into a delivery to watch it: content fields by name. */
export const seed = z.strictObject({ id, label: name, fields: z.record(z.string(), z.string()) });
export type Seed = z.infer<typeof seed>;

const common = {
  category: z.enum(['marketing', 'transactional']),
  purpose: z.string().min(1).max(120).optional(),
  /**
   * Links to the profile from the targeting dimension, or from the entity that rows were reconciled with and kept beside it;
   * empty when that is the profile.
   */
  toProfile: path.optional(),
  /** One message per profile and row reached: links from the targeting dimension, the last one reaching the rows. */
  secondary: path.optional(),
  addressFrom: addressSource.optional(),
  /** Which row stays when two rows share an address. */
  best: order.optional(),
  control: control.optional(),
  seeds: z.array(seed).optional(),
  /** Content fields that must not be empty, as written in the content: `profile.first_name`. */
  required: z.array(z.string()).optional(),
};

export const emailMessage = z.strictObject({
  ...common,
  /** Attribute with the address; the profile's own mapping when absent. */
  address: name.optional(),
  subject: z.string().max(1000),
  preheader: z.string().max(1000).optional(),
  from: z.strictObject({ name: z.string().max(200), address: z.string().max(320) }),
  replyTo: z.string().max(320).optional(),
  html: z.string().max(1_000_000),
  text: z.string().max(1_000_000).optional(),
});
export type EmailMessage = z.infer<typeof emailMessage>;

export const mailColumn = z.strictObject({ label: name, content: z.string().max(10_000) });

/** What a mail house's data file looks like. `content` of a column is Liquid. */
export const mailLayout = z.strictObject({
  columns: z.array(mailColumn).min(1),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  header: z.boolean().default(true),
  lineEnd: z.enum(['lf', 'crlf']).default('crlf'),
  encoding: z.enum(['utf-8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'utf-16le']).default('utf-8'),
  /** Labels to sort the file by; ties by recipient. */
  sort: z.array(name).default([]),
  /** Put an apostrophe before values a spreadsheet would run as a formula. Off: the file is for machines. */
  neutraliseFormulas: z.boolean().default(false),
});
export type MailLayout = z.infer<typeof mailLayout>;

export const directMailMessage = z.strictObject({
  ...common,
  address: postalAddress.optional(),
  layout: mailLayout,
});
export type DirectMailMessage = z.infer<typeof directMailMessage>;
