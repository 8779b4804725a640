import { describe, expect, it } from "vitest";
import { present } from "../../../../src/domain/assert.ts";
import { BRAZILIAN_STATES } from "../../../../src/domain/contact-law/countries/brazil-states.ts";
import { decide } from "../../../../src/domain/contact-law/decide.ts";
import { findClause, profileOf } from "../../../../src/domain/contact-law/profiles.ts";
import { at, contact, factsWith, judgeIn } from "../facts-for-test.ts";
import { daysOf, holidaysIn } from "../holidays-for-test.ts";

const SP = { place: "BR-SP", zone: "America/Sao_Paulo" };
const RJ = { place: "BR-RJ", zone: "America/Sao_Paulo" };
const ES = { place: "BR-ES", zone: "America/Sao_Paulo" };
const AM = { place: "BR-AM", zone: "America/Manaus" };
const AL = { place: "BR-AL", zone: "America/Maceio" };
const UNKNOWN = { place: "BR", zone: "America/Sao_Paulo" };

describe("hours of the states", () => {
  it.each([
    ["SP, Lei 15.426/2014: before eight", SP, "2026-11-23 07:59", "OUTSIDE_WINDOW until 2026-11-23 08:00"],
    ["SP: at eight", SP, "2026-11-23 08:00", "OK"],
    ["SP: a minute before twenty", SP, "2026-11-23 19:59", "OK"],
    ["SP: Friday at twenty, then Saturday", SP, "2026-11-27 20:00", "OUTSIDE_WINDOW until 2026-11-28 08:00"],
    ["SP: Saturday a minute before fourteen", SP, "2026-11-28 13:59", "OK"],
    ["SP: Saturday at fourteen, then Monday", SP, "2026-11-28 14:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["SP: Sunday", SP, "2026-11-29 10:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["SP: 9 July", SP, "2026-07-09 10:00", "HOLIDAY until 2026-07-10 08:00"],
    ["RJ, Lei 7.868/2018: before nine", RJ, "2026-11-23 08:59", "OUTSIDE_WINDOW until 2026-11-23 09:00"],
    ["RJ: a minute before nineteen", RJ, "2026-11-23 18:59", "OK"],
    ["RJ: at nineteen", RJ, "2026-11-23 19:00", "OUTSIDE_WINDOW until 2026-11-24 09:00"],
    ["RJ: no Saturdays", RJ, "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["RJ: 9 July is a day like others", RJ, "2026-07-09 10:00", "OK"],
    ["RJ: Carnival Tuesday", RJ, "2026-02-17 10:00", "HOLIDAY until 2026-02-18 09:00"],
    ["ES, Lei 10.626/2017: at eight", ES, "2026-11-23 08:00", "OK"],
    ["ES: at nineteen", ES, "2026-11-23 19:00", "OUTSIDE_WINDOW until 2026-11-24 08:00"],
    ["ES: no Saturdays", ES, "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["AM, Lei 4.644/2018: at eight in Manaus", AM, "2026-11-23 08:00", "OK"],
    ["AM: a minute before eighteen", AM, "2026-11-23 17:59", "OK"],
    [
      "AM: at eighteen, though Lei 360/2016 alone goes on",
      AM,
      "2026-11-23 18:00",
      "OUTSIDE_WINDOW until 2026-11-24 08:00",
    ],
    ["AM: no Saturdays (Lei 360/2016)", AM, "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["AL, Lei 7.782/2016: a minute before twenty", AL, "2026-11-23 19:59", "OK"],
    ["AL: Saturday at fourteen", AL, "2026-11-28 14:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
  ])("%s", (_, where, moment, expected) => {
    expect(judgeIn(where, moment)).toBe(expected);
  });

  it("are named in the record, each with its own law", () => {
    const decision = decide(
      profileOf("BR", { subdivision: "BR-RJ" }),
      factsWith({ country: "BR" }),
      at("2026-11-29 10:00"),
    );
    expect(decision.clause).toMatchObject({ law: "Lei 7.868/2018 (Rio de Janeiro)", standing: "policy" });
    expect(decision.profile).toMatchObject({ country: "BR", subdivision: "RJ" });
  });
});

describe("a state without hours of its own", () => {
  const MG = { place: "BR-MG", zone: "America/Sao_Paulo" };

  it.each([
    ["Monday at eight", "2026-11-23 08:00", "OK"],
    ["Friday at twenty", "2026-11-27 20:00", "OUTSIDE_WINDOW until 2026-11-28 08:00"],
    ["Saturday at fourteen", "2026-11-28 14:00", "OUTSIDE_WINDOW until 2026-11-30 08:00"],
    ["20 November", "2026-11-20 10:00", "HOLIDAY until 2026-11-21 08:00"],
    ["9 July is a holiday of São Paulo alone", "2026-07-09 10:00", "OK"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(MG, moment)).toBe(expected);
  });

  it("is under a policy of ours, and not under a law", () => {
    const decision = decide(
      profileOf("BR", { subdivision: "MG" }),
      factsWith({ country: "BR" }),
      at("2026-11-29 10:00"),
    );
    expect(decision.clause).toMatchObject({ id: "BR.hours.elsewhere", standing: "policy" });
    expect(decision.profile.subdivision).toBe("MG");
  });
});

it("Amazonas goes on until nineteen where a business chose Lei 360/2016 alone, on the record", () => {
  const chosen = { ...AM, readings: { amazonas: "until_19" } };
  expect(judgeIn(chosen, "2026-11-23 18:59")).toBe("OK");
  expect(judgeIn(chosen, "2026-11-23 19:00")).toBe("OUTSIDE_WINDOW until 2026-11-24 08:00");
  expect(profileOf("BR", { subdivision: "AM", readings: chosen.readings })?.readings["amazonas"]).toBe("until_19");
});

it("Amazonas is written to when it is eight in its west too, an hour after Manaus", () => {
  const zones = present(profileOf("BR", { subdivision: "AM" }), "Amazonas").zones;
  expect(judgeIn(AM, "2026-11-23 08:59", { zones })).toBe("OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-23 09:00");
  expect(judgeIn(AM, "2026-11-23 17:59", { zones })).toBe("OK");
  expect(judgeIn(AM, "2026-11-23 18:00", { zones })).toBe("OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-24 09:00");
});

describe("a state that is not known", () => {
  it.each([
    ["Monday before nine", "2026-11-23 08:59", "OUTSIDE_WINDOW until 2026-11-23 09:00"],
    ["Monday at nine", "2026-11-23 09:00", "OK"],
    ["Friday a minute before eighteen", "2026-11-27 17:59", "OK"],
    ["Friday at eighteen, then Monday", "2026-11-27 18:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["Saturday", "2026-11-28 10:00", "OUTSIDE_WINDOW until 2026-11-30 09:00"],
    ["20 November, a Friday", "2026-11-20 10:00", "HOLIDAY until 2026-11-23 09:00"],
    ["9 July: they may live in São Paulo", "2026-07-09 10:00", "HOLIDAY until 2026-07-10 09:00"],
    ["Carnival Tuesday: they may live in Rio", "2026-02-17 10:00", "HOLIDAY until 2026-02-18 09:00"],
  ])("%s", (_, moment, expected) => {
    expect(judgeIn(UNKNOWN, moment)).toBe(expected);
  });

  it("what it allows, every state allows", () => {
    for (const hour of Array.from({ length: 24 * 14 }, (_, index) => index)) {
      const moment = at("2026-06-22 00:30", UNKNOWN.zone).plus({ hours: hour }).toFormat("yyyy-MM-dd HH:mm");
      if (judgeIn(UNKNOWN, moment) !== "OK") continue;
      for (const state of Object.keys(BRAZILIAN_STATES)) {
        expect(judgeIn({ ...UNKNOWN, place: `BR-${state}` }, moment)).toBe("OK");
      }
    }
  });

  it("is a policy of ours, and not shown as law", () => {
    const decision = decide(profileOf("BR"), factsWith({ country: "BR" }), at("2026-11-29 10:00"));
    expect(decision.clause).toMatchObject({ id: "BR.hours", standing: "policy" });
    expect(decision.profile.subdivision).toBeNull();
  });

  it("from São Paulo to Acre, every place must be open", () => {
    const zones = ["America/Sao_Paulo", "America/Rio_Branco"];
    expect(judgeIn(UNKNOWN, "2026-11-23 10:59", { zones })).toBe(
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-23 11:00",
    );
    expect(judgeIn(UNKNOWN, "2026-11-23 17:59", { zones })).toBe("OK");
    expect(judgeIn(UNKNOWN, "2026-11-23 18:00", { zones })).toBe(
      "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION until 2026-11-24 11:00",
    );
  });
});

describe("holidays: Lei 662/1949, Lei 14.759/2023 and those of the states", () => {
  const NATIONAL = "01-01 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25";
  const STATES = [
    ["SP", "07-09", "07-09"],
    ["RJ", "02-17 04-23", "02-09 04-23"],
    ["ES", "04-13", "04-05"],
    ["AM", "09-05", "09-05"],
    ["AL", "06-24 06-29 09-16", "06-24 06-29 09-16"],
  ] as const;

  it.each(STATES)("of %s are the national ones and its own, and no day of an election", (state, in2026, in2027) => {
    expect(holidaysIn(`BR-${state}`, 2026)).toEqual(daysOf(NATIONAL, "04-03", in2026));
    expect(holidaysIn(`BR-${state}`, 2027)).toEqual(daysOf(NATIONAL, "03-26", in2027));
  });

  it("of an unknown state are the national ones and those of all five", () => {
    expect(holidaysIn("BR", 2026)).toEqual(daysOf(NATIONAL, "04-03", ...STATES.map(([, days]) => days)));
    expect(holidaysIn("BR", 2027)).toEqual(daysOf(NATIONAL, "03-26", ...STATES.map(([, , days]) => days)));
  });

  it("20 November is one from 2024 on", () => {
    expect(holidaysIn("BR-ES", 2023).has("11-20")).toBe(false);
    for (const state of ["SP", "RJ", "ES", "AM", "AL"]) expect(holidaysIn(`BR-${state}`, 2024).has("11-20")).toBe(true);
  });
});

describe("how often and to whom", () => {
  const morning = contact("2026-11-23 09:00");

  it("no law names a number, and a business may choose one a day", () => {
    expect(judgeIn(SP, "2026-11-23 15:00", { contacts: [morning] })).toBe("OK");
    const chosen = { ...SP, readings: { frequency: "once_a_day" } };
    expect(judgeIn(chosen, "2026-11-23 15:00", { contacts: [morning] })).toBe("DAILY_CAP until 2026-11-24 08:00");
  });

  it.each(["reference", "relative", "employer", "other"] as const)("never to a %s", (recipient) => {
    expect(judgeIn(SP, "2026-11-23 10:00", { recipient })).toBe("THIRD_PARTY until never");
  });

  it.each(["debtor", "co_debtor", "guarantor"] as const)("to a %s", (recipient) => {
    expect(judgeIn(SP, "2026-11-23 10:00", { recipient })).toBe("OK");
  });
});

it("CDC art. 71: the times the person called inconvenient are rest or work, and are left alone", () => {
  const inconvenient = [{ days: [1, 2, 3, 4, 5], start: "12:00", end: "14:00" }];
  expect(judgeIn(SP, "2026-11-23 13:00", { inconvenient })).toBe("KNOWN_INCONVENIENT_TIME until 2026-11-23 14:00");
  expect(findClause("BR.inconvenient")).toMatchObject({ standing: "law", article: "art. 71" });
});

it("no law exempts a receipt: at night it waits, unless the person has just written", () => {
  const receipt = { trigger: "confirmation", messageKind: "receipt" } as const;
  expect(judgeIn(SP, "2026-11-23 22:00", receipt)).toBe("OUTSIDE_WINDOW until 2026-11-24 08:00");
  const lastInboundAt = at("2026-11-23 21:00", SP.zone);
  expect(judgeIn(SP, "2026-11-23 22:00", { ...receipt, lastInboundAt })).toBe("REPLY_TO_DEBTOR");
});
