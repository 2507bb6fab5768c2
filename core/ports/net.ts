import type { CancelSignal } from '../base/cancellation';

export interface NetRequest {
  method: 'GET' | 'PUT' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array;
  signal?: CancelSignal;
  /** Addresses of this machine and of private networks are refused unless set. */
  allowPrivate: boolean;
}

export interface NetAnswer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** HTTP to endpoints the user configured. Never follows a redirect. @throws AppError `net-*`; `net-unreachable` is worth a retry */
export interface Net {
  send(request: NetRequest): Promise<NetAnswer>;
}
