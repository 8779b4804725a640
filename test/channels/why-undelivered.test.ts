import { describe, expect, it } from "vitest";
import { ACK_ERRORS } from "../../src/channels/baileys/errors.ts";
import { META_ERRORS, metaError } from "../../src/channels/cloud-api/errors.ts";
import { whyUndelivered } from "../../src/channels/why-undelivered.ts";

describe("a message that left and did not arrive", () => {
  it("means what the same code means for a refused request, when that says what a person has to do", () => {
    expect(whyUndelivered("131026", "en")).toContain("Find another contact.");
    expect(whyUndelivered("131042", "es")).toContain("medio de pago");
  });

  it("is never said to be tried again by itself: nothing tries it", () => {
    const codes = META_ERRORS.flatMap((row) => row.codes.map(String));
    const said = [...codes, "999999", null].map((code) => whyUndelivered(code, "en"));
    for (const text of said) expect(text).not.toMatch(/we try|try again by ourselves|slows down by itself/i);
  });

  it("knows a linked phone's codes too, none of which is one of Meta's", () => {
    for (const code of ACK_ERRORS.flatMap(({ codes }) => codes)) {
      expect(metaError(Number(code))).toBeUndefined();
      expect(whyUndelivered(code, "en")).not.toContain("not known here");
    }
    expect(whyUndelivered("463", "en")).toContain("may begin no new chats");
  });

  it("says so in each language when the code is none that we know", () => {
    for (const code of [null, "", "999999", "http.503", "131026; drop"]) {
      const texts = (["es", "pt-BR", "en"] as const).map((language) => whyUndelivered(code, language));
      expect(new Set(texts).size).toBe(3);
      expect(texts[2]).toContain("not known here");
    }
  });
});
