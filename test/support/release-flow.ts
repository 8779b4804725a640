import { readFileSync, writeFileSync } from "node:fs";
import { fingerprintOf, RELEASED } from "./flow-fingerprint.ts";

// `node test/support/release-flow.ts collect@2` writes the fingerprint of a version down when it is released. A version
// already released is refused; `--nobody-is-in-it` says that no customer has ever been in it, which only you can know.
const [name = "", sure] = process.argv.slice(2);
const [, flow, version] = /^([a-z]+)@(\d+)$/.exec(name) ?? [];
if (flow === undefined || version === undefined) {
  process.stderr.write("Which version? For example: node test/support/release-flow.ts collect@2\n");
  process.exit(2);
}

const released: Record<string, unknown> = JSON.parse(readFileSync(RELEASED, "utf8"));
const fingerprint = fingerprintOf(flow, Number(version));
if (released[name] !== undefined && released[name] !== fingerprint && sure !== "--nobody-is-in-it") {
  process.stderr.write(`Customers are in the middle of ${name}: copy it to the next version instead.\n`);
  process.exit(1);
}
writeFileSync(RELEASED, `${JSON.stringify({ ...released, [name]: fingerprint }, null, 2)}\n`);
process.stdout.write(`${name} ${fingerprint}\n`);
