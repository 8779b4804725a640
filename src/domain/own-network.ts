/** Loopback, private networks (RFC 1918, RFC 4193), and a bare name, which only a network of one's own knows. */
const OWN_NETWORK =
  /^(localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|\[::1\]|\[f[cd][0-9a-f:]+\]|[a-z0-9-]*[a-z][a-z0-9-]*)$/i;

/** Whether a host name, as `URL` gives it, leads to no machine of the world outside. */
export function isOfOwnNetwork(hostname: string): boolean {
  return OWN_NETWORK.test(hostname);
}
