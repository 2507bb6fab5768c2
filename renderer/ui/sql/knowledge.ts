import type { DataModel } from '../../../core/model/entity';
import type { ColumnProfile } from '../../../core/model/report';
import type { SqlFunction } from '../../../core/model/sql-function';

/** What an editor knows of the things its SQL may name. */
export interface Knowledge {
  model: DataModel;
  audiences: readonly { id: string; name: string; dimension: string }[];
  functions: readonly SqlFunction[];
  parameters: readonly string[];
  /** A number of rows as the window writes it. */
  count: (rows: number) => string;
  /** The distribution of an attribute; absent where nobody asks for one. */
  profile?: (entity: string, attribute: string) => Promise<ColumnProfile>;
}

export const knowingNothing: Knowledge = {
  model: { entities: [], links: [] },
  audiences: [],
  functions: [],
  parameters: [],
  count: String,
};
