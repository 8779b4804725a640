import { runHost } from "../../../src/sessions/run-host.ts";
import { exchangeDriver } from "./driver.ts";

/** A session host whose phones speak with the tests' exchange. */
runHost({ baileys: exchangeDriver, whatsapp_web: exchangeDriver });
