import type { ContentField } from '../content/field';
import type { Channel, DirectMailMessage, EmailMessage } from '../model/message';
import type { ProfileSettings } from '../model/workspace';
import type { Column, Population } from '../segment/population';
import type { Compilation } from '../segment/scope';
import type { Query } from '../sql/query';

type Share = { share: number };

/** A message and the population that meets it. The message's own control group is in the message. */
export type AssessRequest = {
  compilation: Compilation;
  population: Population;
  /** Id of the channel activity. */
  activity: string;
  campaign: { id: string; name: string };
  profile: ProfileSettings | undefined;
  campaignControl?: Share | undefined;
  workspaceControl?: Share | undefined;
  /** The document's seed. */
  salt: string;
} & ({ channel: 'email'; message: EmailMessage } | { channel: 'postal'; message: DirectMailMessage });

/** What the columns of an assessed table are called: the usual word, or one made unique beside the population's own columns. */
export interface AssessedNames {
  recipientId: string;
  address: string;
  /** ISO 3166-1 alpha-2; only direct mail has it. */
  country: string | undefined;
  reason: string;
  detail: string;
  profileKey: string[];
  secondaryKey: string[];
}

/** The waterfall of one message as a relation: one row per row of the population, or per row and secondary row. */
export interface Assessment {
  query: Query;
  channel: Channel;
  activity: string;
  campaign: string;
  columns: Column[];
  names: AssessedNames;
  /** The population's key among the columns. */
  key: Column[];
  fields: ContentField[];
  /** Fields that must not be empty, as written in the content. */
  required: string[];
}
