import { afterAll, beforeAll, inject } from "vitest";
import { type Browser, openBrowser } from "./browser.ts";
import { type FakeApi, startFakeApi } from "./fake-api.ts";

/** The console as it is delivered (`folder`), an API that the test writes, and a browser. */
export type OpenConsole = { readonly folder: string; readonly api: FakeApi; readonly browser: Browser };

/** Opened before the tests of whoever calls this, handed to `begin`, and closed after them. */
export function useConsole(begin: (opened: OpenConsole) => void | Promise<void>): void {
  let opened: OpenConsole;
  beforeAll(async () => {
    const folder = inject("builtConsole");
    opened = { folder, api: await startFakeApi(folder), browser: await openBrowser() };
    await begin(opened);
  });
  afterAll(async () => {
    await opened.browser.close();
    await opened.api.close();
  });
}
