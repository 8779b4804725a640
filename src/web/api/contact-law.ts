import { Router } from "express";
import { z } from "zod";
import { readBusiness } from "../../../db/businesses.ts";
import { chosenReadings, debtorsByCountry } from "../../../db/console/law.ts";
import { chooseReading, READING_CHOSEN } from "../../app/contact-law/choose-reading.ts";
import { present } from "../../domain/assert.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import { nameOf } from "../../domain/contact-law/pages/country.ts";
import { countriesWithLaw } from "../../domain/contact-law/profiles.ts";
import { unknownChoices } from "../../domain/contact-law/readings.ts";
import type { ContactLaw, CountryLaw } from "../contract/law.ts";
import type { WebDeps } from "../deps.ts";
import { today } from "./debtors.ts";
import { done, type Endpoint, notFound, ok } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { Note } from "./note.ts";
import { countryLawView } from "./show/country-law.ts";

const ChoiceBody = z.object({ option: z.string().min(1).max(60), reason: Note });
const PartQuery = z.object({ part: z.string().max(10).optional() });

/** The law a business is under, country by country, and its choice where sources conflict. */
export function contactLawRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/contact-law",
    endpoint({ permission: "law.read" }, async ({ who: { businessId, language } }) => {
      const { business, live } = await deps.db.inBusiness(businessId, async (tx) => ({
        business: present(await readBusiness(tx), "the business"),
        live: await debtorsByCountry(tx, businessId),
      }));
      const debtorsIn = new Map(live.map(({ country, debtors }) => [country, debtors]));
      const written = countriesWithLaw().map(({ country }) => ({
        country,
        name: nameOf(country, language),
        isOwn: country === business.country,
        debtors: debtorsIn.get(country) ?? 0,
        version: present(lawFor(business, { country }).profile, "a written law").version,
      }));
      const known = new Set(written.map(({ country }) => country));
      return ok<ContactLaw>({
        countries: written.toSorted(
          (a, b) =>
            Number(b.isOwn) - Number(a.isOwn) || b.debtors - a.debtors || a.name.localeCompare(b.name, language),
        ),
        unwritten: live
          .filter(({ country }) => !known.has(country))
          .map((there) => ({ ...there, name: nameOf(there.country, language) })),
        unknown: unknownChoices(business.readings),
      });
    }),
  );
  router.get(
    "/contact-law/:country",
    endpoint({ permission: "law.read", query: PartQuery }, async ({ who, part, query }) => {
      const { businessId, language } = who;
      const law = countriesWithLaw().find(({ country }) => country === part("country"));
      if (!law || (query.part !== undefined && !law.subdivisions.includes(query.part)))
        throw notFound("law of contact");
      const { business, on, chosen } = await deps.db.inBusiness(businessId, async (tx) => ({
        ...(await today(tx, deps.clock)),
        chosen: await chosenReadings(tx, businessId, { action: READING_CHOSEN, country: law.country }),
      }));
      const names = await namesFor(deps, who, [...new Set(chosen.map(({ actor }) => actor))]);
      return ok<CountryLaw>(countryLawView(law, { business, part: query.part, on, chosen, names, language }));
    }),
  );
  router.put(
    "/contact-law/:country/readings/:reading",
    endpoint({ permission: "law.choose", body: ChoiceBody }, async ({ who, part, body }) => {
      const { businessId, userId } = who;
      const of = { businessId, userId, country: part("country"), reading: part("reading") };
      await chooseReading(deps, { ...of, ...body });
      return done;
    }),
  );
  return router;
}
