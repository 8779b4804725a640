import type { UseCases } from "./web/use-cases.ts";
