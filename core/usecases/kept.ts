/** Figures, and the state of the data that they were measured in. */
export interface Kept<T> {
  state: string;
  value: T;
}
