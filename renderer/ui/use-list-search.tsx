import { type ReactNode, useState } from 'react';
import { Input } from './field';
import { isFound } from './is-found';

/** Lists of at most so many are seen at once. */
const few = 8;

/** Of a list, those whose name is looked for, and the field to say so; no field where the list is short. */
export function useListSearch<T extends { name: string }>(list: readonly T[], label: string): { shown: readonly T[]; field: ReactNode } {
  const [search, setSearch] = useState('');
  if (list.length <= few) return { shown: list, field: null };
  return {
    shown: list.filter(({ name }) => isFound(name, search)),
    field: <Input type="search" className="list-search" label={label} placeholder={label} value={search} onChange={setSearch} />,
  };
}
