import { createContext, useContext } from 'react';
import type { Field, PopulationChoice } from '../../../../core/model/population';

/** Whose values a test is about, where they can be looked up. */
export interface ValuesInData {
  population: PopulationChoice;
  field: Field;
}

export const ValuesInDataOf = createContext<ValuesInData | undefined>(undefined);

export const useValuesInData = () => useContext(ValuesInDataOf);
