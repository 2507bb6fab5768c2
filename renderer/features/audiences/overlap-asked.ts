import type { AudienceOverlap } from '../../../core/model/report';
import { isCancelled } from '../../state/failures';
import { call } from '../../state/host';

/** An audience that keeps others from being laid over it, and why. */
export interface Fault {
  audience: string;
  error: unknown;
}

export type Laid = { kind: 'laid'; overlap: AudienceOverlap } | { kind: 'faults'; faults: readonly Fault[] };

/** Lays audiences over each other, or tells which of them cannot be counted. @throws what is the fault of none of them alone */
export async function layOver(audiences: readonly string[], signal: AbortSignal): Promise<Laid> {
  try {
    return { kind: 'laid', overlap: await call('audience.overlap', { audiences: [...audiences] }, { signal }) };
  } catch (error) {
    if (isCancelled(error)) throw error;
    const faults = await faultsOf(audiences, signal);
    if (faults.length === 0) throw error;
    return { kind: 'faults', faults };
  }
}

async function faultsOf(audiences: readonly string[], signal: AbortSignal): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const audience of audiences) {
    try {
      await call('audience.count', { id: audience }, { signal });
    } catch (error) {
      if (isCancelled(error)) throw error;
      faults.push({ audience, error });
    }
  }
  return faults;
}
