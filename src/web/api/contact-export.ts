import { pipeline } from "node:stream/promises";
import { Router } from "express";
import { z } from "zod";
import { type ContactFileFormat, exportContacts } from "../../app/contact-export/export-contacts.ts";
import type { WebDeps } from "../deps.ts";
import { type Endpoint, notFound } from "./endpoint.ts";

const TYPES = { csv: "text/csv; charset=utf-8", pdf: "application/pdf" } as const satisfies Record<
  ContactFileFormat,
  string
>;

/** A link in a page cannot say `Accept-Language`: the browser says its own there, which need not be the page's. */
const Query = z.object({ language: z.enum(["es", "pt-BR", "en"]).optional() });

/** Every contact of a debtor with its decision, as a file for whoever audits. */
export function contactExportRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  for (const format of ["csv", "pdf"] as const)
    router.get(
      `/debtors/:id/contacts.${format}`,
      endpoint({ permission: "contacts.export", query: Query }, async ({ who, id, query, response }) => {
        const { businessId, userId, name } = who;
        const by = { userId, name };
        const language = query.language ?? who.language;
        const file = await exportContacts(deps, { businessId, debtorId: id(), by, language, format });
        if (!file) throw notFound("debtor");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Type", TYPES[format]);
        response.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
        await pipeline(file.parts, response);
        return undefined;
      }),
    );
  return router;
}
