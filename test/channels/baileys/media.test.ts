import { PassThrough, Readable } from "node:stream";
import { expect, test } from "vitest";
import { download, mediaToken } from "../../../src/channels/baileys/media.ts";
import { MEDIA_LIMITS } from "../../../src/channels/media-limits.ts";

const place = { type: "image", url: undefined, directPath: "/v/1", mediaKey: new Uint8Array(32) } as const;
const media = {
  token: mediaToken(place),
  type: "image",
  mime: "image/jpeg",
  sha256: undefined,
  fileName: undefined,
} as const;

/** A host that gives what it likes: Baileys takes in what comes. */
const from = (open: () => Promise<PassThrough>) => ({ downloadContentFromMessage: open });

test("a file that goes on and on is left there at 16 MB", async () => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1_000_000;
        yield Buffer.alloc(1_000_000);
      }
    })(),
  ).pipe(new PassThrough());
  await expect(
    download(
      from(() => Promise.resolve(endless)),
      media,
    ),
  ).rejects.toMatchObject({ code: "channel.rejected" });
  expect(given).toBeLessThan(MEDIA_LIMITS.bytes * 2);
});

test.each([
  ["never begins", () => new Promise<PassThrough>(() => undefined)],
  ["never ends", () => Promise.resolve(new PassThrough())],
])("a file that %s is given up for now", async (_, open) => {
  const limits = { ...MEDIA_LIMITS, ms: 20 };
  await expect(download(from(open), media, limits)).rejects.toMatchObject({ code: "channel.unavailable" });
});
