import { type Calendar, calendarOf } from './day';

export interface SampleSize {
  customers: number;
  seed: string;
  /** The day everything is dated around, `YYYY-MM-DD`. */
  today: string;
}

/** What the rows of one sample are made from. */
export interface Sample extends SampleSize {
  calendar: Calendar;
  stores: number;
  products: number;
}

export function sampleOf(size: SampleSize): Sample {
  return { ...size, calendar: calendarOf(size.today), stores: 40, products: 600 };
}

/** A record as text values in the order of its file's columns; `''` is a missing value. */
export type Row = readonly string[];

export const customerId = (n: number) => `C${String(n).padStart(7, '0')}`;
export const householdId = (n: number) => `H${String(n).padStart(7, '0')}`;
export const storeId = (n: number) => `S${String(n).padStart(3, '0')}`;
export const productId = (n: number) => `P${String(n).padStart(5, '0')}`;
