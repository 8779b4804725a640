import { connect } from "../../../db/client.ts";
import { startWorker } from "./worker.ts";

/** A worker in a process of its own, for a test to kill. */
const [appUrl = "", exchangePort = ""] = process.argv.slice(2);
await startWorker({
  db: connect(appUrl, { max: 3, name: "saldar-test-worker" }),
  appUrl,
  exchangePort: Number(exchangePort),
});
