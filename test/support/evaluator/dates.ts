import type { DataType } from '../../../core/model/entity';
import type { PeriodUnit } from '../../../core/model/rule';
import type { World } from './rows';

/** Days as people count them: the 31st of a shorter month is its last day. */
export function moved(day: string, count: number, unit: PeriodUnit): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'day' || unit === 'week') date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1));
  else {
    const wanted = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1));
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(wanted, last));
  }
  return date.toISOString().slice(0, 10);
}

/** A day begins at midnight. */
export function momentOf(value: string): string {
  return value.length === 10 ? `${value} 00:00:00` : value;
}

export function inLast(world: World, value: string, count: number, unit: PeriodUnit): boolean {
  return momentOf(value) >= `${moved(world.today, -count, unit)} 00:00:00` && momentOf(value) < world.now;
}

export function inNext(world: World, value: string, count: number, unit: PeriodUnit, type: DataType | 'list'): boolean {
  const end = moved(moved(world.today, count, unit), 1, 'day');
  const start = type === 'date' ? `${world.today} 00:00:00` : world.now;
  return momentOf(value) >= start && momentOf(value) < `${end} 00:00:00`;
}

export function anniversary(world: World, value: string, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const day = moved(world.today, i, 'day');
    const leap = new Date(Date.UTC(Number(day.slice(0, 4)), 2, 0)).getUTCDate() === 29;
    const born = value.slice(5, 10);
    if (day.slice(5) === born || (born === '02-29' && !leap && day.slice(5) === '02-28')) return true;
  }
  return false;
}
