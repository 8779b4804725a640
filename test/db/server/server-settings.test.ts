import { expect, test } from "vitest";
import { serverSettings } from "../../../db/server/server-settings.ts";

const MB = 1024 * 1024;

test.for([
  { memory: 256 * MB, buffers: "64MB" },
  { memory: 1_024 * MB, buffers: "128MB" },
  { memory: 2_048 * MB, buffers: "256MB" },
  { memory: 64_000 * MB, buffers: "256MB" },
])("of $memory bytes of memory Postgres keeps $buffers for pages", ({ memory, buffers }) => {
  const settings = serverSettings({ port: 5432, socketFolder: undefined, durable: true, memory });
  expect(settings).toContain(`shared_buffers=${buffers}`);
});
