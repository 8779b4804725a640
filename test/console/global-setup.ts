import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { buildConsole } from "./build.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the console as it is delivered. */
    builtConsole: string;
  }
}

/** The console is built once a run, and not for each of fourteen groups of tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await buildConsole();
  project.provide("builtConsole", folder);
  return () => rm(folder, { recursive: true });
}
