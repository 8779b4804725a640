import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";
import { AppError } from "../domain/errors.ts";
import { consoleHeaders } from "./security-headers.ts";

/**
 * The console as `npm run build` left it. Files under `assets/` carry a hash of their content in their names and never change;
 * any other address that a page may have is the console's own to understand, so it gets the start page.
 */
export function consoleFiles({ folder, publicUrl }: { folder: string; publicUrl: string }): Router {
  const router = Router();
  const start = join(folder, "index.html");
  router.use(consoleHeaders({ publicUrl }));
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: "365d", index: false, fallthrough: true }),
  );
  router.use(express.static(folder, { index: false, maxAge: "1h" }));
  router.get("/{*path}", (request, response) => {
    if (/^\/(assets|api|webhooks)\//.test(request.path))
      throw new AppError("request.not-found", "There is nothing at this address.");
    if (!existsSync(start))
      throw new AppError("request.not-found", "The console has not been built: run `npm run build`.");
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile(start, { etag: true });
  });
  return router;
}
