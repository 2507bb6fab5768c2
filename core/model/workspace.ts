import { z } from 'zod';
import { identityKinds } from './entity';
import { channel, postalAddress } from './message';
import { id, name } from './names';

export const workspaceFormat = 1;

const unknownConsent = z.enum(['allow', 'deny']);

/** Which table says who agreed to what: one row per profile, channel, purpose and time; the newest up to as-of wins. */
export const consentTable = z.strictObject({
  entity: name,
  /** Attributes equal to the profile's key, in its order; or one that an identity binds. */
  profile: z.array(name).min(1),
  channel: name,
  purpose: name.optional(),
  value: name,
  at: name,
});
export type ConsentTable = z.infer<typeof consentTable>;

/**
 * Which table says who was sent what and what became of it. Rows at or after as-of, and rows without a time, are not there
 * yet; `unsent` statuses never went out and were not answered, `responded` ones are answers. A row without a status went out.
 * Spaces around what the table says mean nothing, nor does the letter case of a channel or status.
 */
export const historyTable = z.strictObject({
  entity: name,
  /** Attributes equal to the profile's key, in its order; or one that an identity binds. */
  profile: z.array(name).min(1),
  at: name,
  channel: name.optional(),
  campaign: name.optional(),
  message: name.optional(),
  status: name.optional(),
  unsent: z.array(z.string()).default(['planned', 'cancelled', 'failed']),
  responded: z.array(z.string()).default(['clicked', 'replied', 'responded', 'converted']),
});
export type HistoryTable = z.infer<typeof historyTable>;

/**
 * A list of addresses or people that must not be contacted. `profile` names people by the identity that binds the attribute, else
 * by their key. Where the list says when somebody was added, `at`, those added after as-of are not on it yet; those without a time are.
 */
export const suppressionList = z.strictObject({
  name,
  entity: name,
  attribute: name,
  matches: z.enum(['email', 'phone', 'profile']),
  at: name.optional(),
  channels: z.array(channel).min(1),
});
export type SuppressionList = z.infer<typeof suppressionList>;

/**
 * A kind of name for people: values of a profile attribute, and attributes of other entities that hold the same. Both sides are
 * compared after the namespace's normalisation; phone numbers have to be attributes derived as such. Consents, history and
 * suppression lists belong to profiles through the attributes that are bound here.
 */
export const identitySettings = z.strictObject({
  namespace: name,
  kind: z.enum(identityKinds),
  attribute: name,
  bindings: z.array(z.strictObject({ entity: name, attribute: name })).default([]),
});
export type IdentitySettings = z.infer<typeof identitySettings>;

/** Who messages go to, how they are addressed, and what they agreed to. */
export const profileSettings = z.strictObject({
  entity: name,
  email: name.optional(),
  phone: name.optional(),
  postal: postalAddress.optional(),
  language: name.optional(),
  identities: z.array(identitySettings).optional(),
  consent: consentTable.optional(),
  history: historyTable.optional(),
  unknownConsent: z
    .strictObject({ email: unknownConsent, sms: unknownConsent, push: unknownConsent, postal: unknownConsent })
    .default({ email: 'deny', sms: 'deny', push: 'deny', postal: 'allow' }),
  suppression: z.array(suppressionList).default([]),
});
export type ProfileSettings = z.infer<typeof profileSettings>;

const limit = z.number().int().positive().optional();

/** Limits beyond which a check warns, where they differ from `guardrailDefaults`. */
export const guardrails = z.strictObject({
  advisedActivities: limit,
  activities: limit,
  channels: limit,
  entities: limit,
  attributes: limit,
  databaseGigabytes: limit,
  loadFileMegabytes: limit,
  mailColumns: limit,
  audiences: limit,
  /** Days after which what was loaded is old. */
  staleDays: limit,
});
export type Guardrails = Required<z.infer<typeof guardrails>>;

/** The limits of the tool whose flows these are, as its documentation gives them; what is stale is our own. */
export const guardrailDefaults: Guardrails = {
  advisedActivities: 100,
  activities: 500,
  channels: 10,
  entities: 200,
  attributes: 50,
  databaseGigabytes: 100,
  loadFileMegabytes: 50,
  mailColumns: 50,
  audiences: 4000,
  staleDays: 30,
};

/** Settings of one workspace. `zone` is an IANA time zone: "today" is the calendar day there. */
export const workspace = z.strictObject({
  format: z.literal(workspaceFormat),
  id,
  name,
  zone: z.string().min(1),
  profile: profileSettings.optional(),
  control: z.strictObject({ share: z.number().gt(0).lt(1) }).optional(),
  guardrails: guardrails.optional(),
});
export type Workspace = z.infer<typeof workspace>;
