import type { Parameter } from '../../../../core/model/variable';

/** One statement with the parameters it is meant with. */
export interface Written {
  sql: string;
  parameters: Parameter[];
}
