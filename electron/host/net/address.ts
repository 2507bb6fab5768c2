import ipaddr from 'ipaddr.js';

/**
 * True for addresses that anyone may be sent to: neither this machine, nor a private network, nor a special range.
 * IPv4 inside IPv6 (mapped, or translated by NAT64) counts as the IPv4 it leads to.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv6 && address.range() === 'rfc6052') {
    return isPublicAddress(address.toByteArray().slice(-4).join('.'));
  }
  return address.range() === 'unicast';
}

const privateNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|localdomain)$/;

/** The host of a URL is judged by how it is written, before any name is looked up. Decimal and hexadecimal IPv4 were made plain by URL. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  return ipaddr.isValid(host) ? isPublicAddress(host) : !privateNames.test(host) && host.includes('.');
}
