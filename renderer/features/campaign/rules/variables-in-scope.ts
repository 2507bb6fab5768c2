import { createContext, useContext } from 'react';
import type { Parameter } from '../../../../core/model/variable';

/** The variables a rule may refer to: the campaign's, or the parameters of the filter that is edited. */
export const VariablesInScope = createContext<readonly Parameter[]>([]);

export function useVariables(): readonly Parameter[] {
  return useContext(VariablesInScope);
}
