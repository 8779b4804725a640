import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { stateOfAreaCode } from "../../../src/domain/contact-law/countries/brazil-area-codes.ts";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import { type Creditor, type Lives, lawFor } from "../../../src/domain/contact-law/law-for.ts";
import { profileOf } from "../../../src/domain/contact-law/profiles.ts";
import { factsWith } from "./facts-for-test.ts";

const COLOMBIAN: Creditor = { country: "CO", zone: "America/Bogota", readings: {} };
const BRAZILIAN: Creditor = { country: "BR", zone: "America/Sao_Paulo", readings: {} };

const GUESSING: Creditor = { ...BRAZILIAN, readings: { BR: { state_unknown: "area_code" } } };
const SAO_PAULO = "+5511987654321";
const MANAUS = "+5592987654321";

describe("whose law holds", () => {
  it.each<[string, Creditor, Lives, string, string]>([
    ["nothing is known", COLOMBIAN, {}, "CO", "assumed"],
    ["a list leaves the cells empty", COLOMBIAN, { country: null, subdivision: null, zone: null }, "CO", "assumed"],
    ["they live in another country", COLOMBIAN, { country: "MX" }, "MX", "said"],
    ["a state is said", BRAZILIAN, { subdivision: "RJ" }, "BR-RJ", "said"],
    [
      "a state is said, and the number is of another",
      BRAZILIAN,
      { subdivision: "RJ", phone: "+5511987654321" },
      "BR-RJ",
      "said",
    ],
    ["only an area code is there, which is no state", BRAZILIAN, { country: "BR", phone: SAO_PAULO }, "BR", "said"],
    ["the business lets the area code decide", GUESSING, { country: "BR", phone: MANAUS }, "BR-AM", "plausible"],
    ["it decides, and the state is said", GUESSING, { subdivision: "RJ", phone: MANAUS }, "BR-RJ", "said"],
    ["it decides, and the number is of another country", GUESSING, { phone: "+573005550101" }, "BR", "assumed"],
    ["the number is of another country", BRAZILIAN, { phone: "+573005550101" }, "BR", "assumed"],
    ["a part has no rules of its own", { ...COLOMBIAN, country: "GB" }, { subdivision: "LND" }, "GB", "said"],
  ])("when %s", (_, creditor, lives, place, known) => {
    const law = lawFor(creditor, lives);
    const { country, subdivision } = law.profile ?? {};
    expect(subdivision === undefined ? country : `${country}-${subdivision}`).toBe(place);
    expect(law.known).toBe(known);
  });

  it("is nobody's where it is not written, and the creditor's zone is all there is to say when", () => {
    expect(lawFor(COLOMBIAN, { country: "UY" })).toMatchObject({
      country: "UY",
      profile: undefined,
      zones: ["America/Bogota"],
    });
  });

  it("is read as the business reads that country, and another country not at all so", () => {
    const creditor: Creditor = { ...COLOMBIAN, readings: { CO: { week: "one_contact" }, MX: { hours: "dof_2014" } } };
    expect(lawFor(creditor).profile?.readings).toMatchObject({ week: "one_contact", contact: "each_send" });
    expect(lawFor(creditor, { country: "MX" }).profile?.readings).toMatchObject({ hours: "dof_2014" });
    expect(lawFor(creditor, { country: "CL" }).profile?.readings).toEqual({ gap: "48_hours" });
  });
});

describe("the zones that must allow it", () => {
  it("are the one on file, else every one of the country or the state", () => {
    expect(lawFor(COLOMBIAN).zones).toEqual(["America/Bogota"]);
    expect(lawFor(COLOMBIAN, { country: "MX" }).zones).toEqual(profileOf("MX")?.zones);
    expect(lawFor(COLOMBIAN, { country: "MX", zone: "America/Tijuana" }).zones).toEqual(["America/Tijuana"]);
    expect(lawFor(BRAZILIAN).zones).toHaveLength(16);
    expect(lawFor(BRAZILIAN, { subdivision: "AM" }).zones).toEqual(["America/Manaus", "America/Eirunepe"]);
    expect(lawFor(BRAZILIAN, { subdivision: "MT" }).zones).toEqual(["America/Cuiaba"]);
    expect(lawFor(BRAZILIAN, { subdivision: "PE" }).zones).toEqual(["America/Recife", "America/Noronha"]);
  });
});

it("nobody without a state is written to on a Saturday, whatever their area code: they may live in Rio", () => {
  const saturday = DateTime.fromISO("2026-11-28T10:00", { zone: "America/Sao_Paulo" });
  const lives: Lives = { country: "BR", zone: "America/Sao_Paulo", phone: SAO_PAULO };
  const reasonBy = (creditor: Creditor) => {
    const { profile, zones } = lawFor(creditor, lives);
    return decide(profile, factsWith({ country: "BR", zones }), saturday).reason;
  };
  expect(reasonBy(BRAZILIAN)).toBe("OUTSIDE_WINDOW");
  expect(reasonBy(GUESSING)).toBe("OK");
});

describe("a Brazilian area code", () => {
  it.each([
    ["+5511987654321", "SP"],
    ["5519987654321", "SP"],
    ["+5524987654321", "RJ"],
    ["+552798765432", "ES"],
    ["+5597987654321", "AM"],
    ["+5582987654321", "AL"],
    ["+5561987654321", "DF"],
    ["+5520987654321", undefined],
    ["+573005550101", undefined],
    ["+55119", undefined],
  ])("of %s is of %s", (phone, state) => {
    expect(stateOfAreaCode(phone)).toBe(state);
  });

  it("is of each state at least once", () => {
    const states = Array.from({ length: 100 }, (_, code) =>
      stateOfAreaCode(`55${String(code).padStart(2, "0")}987654321`),
    );
    expect(new Set(states.filter((state) => state !== undefined))).toHaveLength(27);
    expect(states.filter((state) => state !== undefined)).toHaveLength(67);
  });
});
