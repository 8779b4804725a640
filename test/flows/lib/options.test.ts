import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  confirmationIn,
  confirmId,
  eventForOption,
  offerId,
  planEcho,
  planSubject,
  promiseSubject,
} from "../../../flows/lib/options.ts";
import { money, toText } from "../../../src/domain/money.ts";
import { FREQUENCIES, type PlanTerms } from "../../../src/domain/negotiation/terms.ts";
import { isoDate } from "../../../src/domain/time.ts";

describe("what an option means", () => {
  test.each([
    ["yes", { type: "debtor.saidYes" }],
    ["no", { type: "debtor.saidNo" }],
    ["pay", { type: "debtor.choseToPay" }],
    ["options", { type: "debtor.askedForOptions" }],
    ["balance", { type: "debtor.askedBalance" }],
    ["promise", { type: "debtor.promisedUnclearDay" }],
    ["paid", { type: "debtor.saidAlreadyPaid" }],
    ["dispute", { type: "debtor.disputed" }],
    ["wrongPerson", { type: "debtor.saidWrongPerson" }],
    ["person", { type: "debtor.askedForPerson" }],
    ["stop", { type: "debtor.optedOut" }],
    ["howToVerify", { type: "debtor.askedHowToVerifyUs" }],
    ["offer:3:monthly", { type: "debtor.choseOffer", terms: { instalments: 3, frequency: "monthly" } }],
    [
      "offer:4:weekly:COP 200000.00:2026-11-27",
      {
        type: "debtor.choseOffer",
        terms: { instalments: 4, frequency: "weekly", firstAmount: "COP 200000.00", firstOn: "2026-11-27" },
      },
    ],
    [
      "offer:2:monthly:::2026-11-22@COP 200000.00+2026-12-15@COP 300000.00",
      {
        type: "debtor.choseOffer",
        terms: {
          instalments: 2,
          frequency: "monthly",
          parts: [
            { on: "2026-11-22", amount: "COP 200000.00" },
            { on: "2026-12-15", amount: "COP 300000.00" },
          ],
        },
      },
    ],
    ["confirm:plan:3:monthly", { type: "debtor.confirmed", of: "plan:3:monthly" }],
    ["confirm:promise:2026-11-27", { type: "debtor.confirmed", of: "promise:2026-11-27" }],
  ])("%s is a fact", (id, event) => {
    expect(eventForOption(id)).toEqual(event);
  });

  test.each([
    "",
    "Yes",
    "constructor",
    "toString",
    "offer",
    "offer:0:monthly",
    "offer:100:monthly",
    "offer:3:daily",
    "offer:03:monthly",
    "offer:3.5:monthly",
    "offer:3:monthly:200 mil",
    "offer:3:monthly:COP 1.00:2026-02-30",
    "offer:3:monthly:COP 1.00:2026-02-03:more",
    "offer:2:monthly:::2026-11-22@COP 1.00",
    "offer:1:monthly:::2026-11-31@COP 1.00",
    "offer:1:monthly:::2026-11-22@1.00",
    "offer:1:monthly:::2026-11-22@COP 1.00@COP 2.00",
    "offer:1:monthly:::2026-11-22@COP 1.00:more",
    "confirm",
    "confirm:everything",
    "confirm:plan:x:monthly",
    "confirm:promise:tomorrow",
    "confirm:promise:2026-11-27:more",
  ])("«%s», which we never sent, means nothing", (id) => {
    expect(eventForOption(id)).toBeUndefined();
  });

  const anyTerms: fc.Arbitrary<PlanTerms> = fc
    .record({
      instalments: fc.integer({ min: 1, max: 99 }),
      frequency: fc.constantFrom(...FREQUENCIES),
      firstAmount: fc.option(
        fc.bigInt({ min: 1n, max: 10n ** 12n }).map((minor) => toText(money(minor, "COP"))),
        { nil: undefined },
      ),
      firstOn: fc.option(fc.constantFrom(isoDate("2026-11-27"), isoDate("2027-02-28")), { nil: undefined }),
    })
    .map(({ instalments, frequency, firstAmount, firstOn }) => ({
      instalments,
      frequency,
      ...(firstAmount === undefined ? {} : { firstAmount }),
      ...(firstOn === undefined ? {} : { firstOn }),
    }));

  test("an offer and a confirmation come back as the very terms they were made of, within WhatsApp's 200 characters", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        expect(eventForOption(offerId(terms))).toEqual({ type: "debtor.choseOffer", terms });
        const subject = planSubject(terms);
        const total = money(10n ** 15n, "COP");
        const instalments = [{ number: 1, dueOn: isoDate("2026-11-27"), amount: total }];
        const about = { subject, echo: planEcho({ total, instalments }) };
        expect(eventForOption(confirmId(about))).toEqual({ type: "debtor.confirmed", of: subject });
        expect(confirmationIn(confirmId(about))).toEqual(about);
        expect(confirmId(about).length).toBeLessThanOrEqual(200);
      }),
    );
  });

  test("two different plans never share a confirmation", () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(planSubject(one)).not.toBe(planSubject(other));
      }),
    );
    expect(promiseSubject({ on: isoDate("2026-11-27") })).not.toBe(promiseSubject({ on: isoDate("2026-11-28") }));
  });
});
