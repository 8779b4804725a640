/**
 * What Node is told when it runs the server, as `npm start` does (package.json says it once more, and a test that it is the
 * same). V8 would let the part of its heap where values are born grow to tens of megabytes, three times over, while the
 * modules are read, and never give that back: 305 MB for an idle server. With less room than this, what a turn in flight
 * holds would be taken for long-lived. Under load V8 would let what lives longer grow to several times its size before it
 * looks for what is dead. It looks with one helper and not with four: the database works on the same cores, and each look
 * held the webhooks up by a tenth of a second.
 */
export const SERVER_FLAGS: readonly string[] = [
  "--max-semi-space-size=16",
  "--heap-growing-percent=70",
  "--v8-pool-size=1",
];
