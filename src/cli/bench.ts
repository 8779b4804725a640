import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { benchBaileys } from "../bench/channel/baileys.ts";
import { benchCloudApi } from "../bench/channel/cloud-api.ts";
import { benchImport } from "../bench/import.ts";
import { benchLedger } from "../bench/ledger.ts";
import { soakLinkedPhones } from "../bench/linked-soak.ts";
import { benchMayContact } from "../bench/may-contact.ts";
import { soak } from "../bench/soak.ts";
import { inTemporaryInstallation } from "../bench/temporary.ts";
import { benchTurns } from "../bench/turns.ts";
import { benchUnderstand } from "../bench/understand.ts";

/** `saldar bench turns|channel|soak|import|ledger|may-contact|understand`: figures of this machine, on a database that is made for it and removed again. */
export function benchCommand(program: Command): void {
  const bench = program.command("bench").description("Measure this machine, on a throw-away database with fsync on");
  bench
    .command("turns")
    .description(
      "Play Meta against a server in a process of its own: a fresh debtor and five messages each time, every answer checked",
    )
    .option("--chats <count>", "debtors who write at the same time", wholeNumber, 100)
    .option("--seconds <count>", "how long is measured", wholeNumber, 30)
    .option("--think <ms>", "how long a debtor reads before answering", wholeNumber, 100)
    .option("--kill", "kill -9 the server at random moments and start it again on the same data")
    .option("--old-messages <count>", "messages of closed conversations that are there before", wholeNumber, 0)
    .option("--json", "print one object instead of lines")
    .action(async ({ chats, seconds, think, kill = false, oldMessages, json }: TurnsOptions) => {
      const figures = await benchTurns({ chats, seconds, thinkMs: think, kill, oldMessages });
      print(figures, json);
      if (figures.lost + figures.outOfOrder > 0 || (!kill && figures.doubled > 0)) process.exitCode = 1;
    });
  bench
    .command("channel")
    .description("Send and receive through one kind of channel, towards a WhatsApp that is played on loopback")
    .addArgument(new Argument("<kind>", "which").choices(["cloud-api", "baileys"]))
    .option("--chats <count>", "cloud-api: conversations that an agent has", wholeNumber, 4000)
    .option("--messages <count>", "cloud-api: messages to each, at most 40", wholeNumber, 2)
    .option("--sessions <count>", "baileys: linked phones, at most 200", wholeNumber, 50)
    .option("--seconds <count>", "how long is received; baileys: and sent before, at most 600", wholeNumber, 10)
    .option("--json", "print one object instead of lines")
    .action(async (kind: string, { chats, messages, sessions, seconds, json }: ChannelOptions) => {
      const figures =
        kind === "baileys"
          ? await benchBaileys({ sessions: between(1, sessions, 200), seconds: between(1, seconds, 600) })
          : await benchCloudApi({ chats, messagesEach: Math.min(messages, 40), receiveSeconds: seconds });
      print(figures, json);
      if (figures.lost + figures.doubled + figures.outOfOrder > 0) process.exitCode = 1;
    });
  bench
    .command("soak")
    .description(
      "Play WhatsApp on a bad day: refusals, time-outs, lost and doubled messages, kills; then count every message",
    )
    .addOption(new Option("--channel <kind>", "whose bad day").choices(["cloud-api", "baileys"]).default("cloud-api"))
    .option("--minutes <count>", "how long the bad weather lasts", minutes, 10)
    .option("--phones <count>", "baileys: linked phones, at most 50", wholeNumber, 8)
    .option("--per-process <count>", "baileys: phones in each session host", wholeNumber, 4)
    .option("--chats <count>", "debtors who write at the same time; 40, and with baileys 3 to each phone", wholeNumber)
    .option("--think <ms>", "how long a debtor reads before answering", wholeNumber, 1_500)
    .option("--json", "print one object instead of lines")
    .action(async ({ channel, minutes, chats, phones, perProcess, think, json }: SoakOptions) => {
      const each = { seconds: Math.round(minutes * 60), thinkMs: think };
      const linked = { phones: between(1, phones, 50), perProcess: between(1, perProcess, 100) };
      const figures =
        channel === "baileys"
          ? await soakLinkedPhones({ ...each, ...linked, chats: chats ?? 3 * linked.phones })
          : await soak({ ...each, chats: chats ?? 40 });
      print(figures, json);
      if (!figures.isEverythingAccountedFor) process.exitCode = 1;
    });
  bench
    .command("import")
    .description("Import a generated list, beside plain SQL that writes the same tables")
    .option("--rows <count>", "rows of the list", wholeNumber, 100_000)
    .option("--json", "print one object instead of lines")
    .action(async ({ rows, json }: { rows: number; json?: boolean }) =>
      print(await inTemporaryInstallation(({ deps }) => benchImport(deps, { rows })), json),
    );
  bench
    .command("ledger")
    .description("Record entries, beside plain SQL that writes the same tables, triggers and postings")
    .option("--entries <count>", "entries of each of the two", wholeNumber, 100_000)
    .option("--json", "print one object instead of lines")
    .action(async ({ entries, json }: { entries: number; json?: boolean }) =>
      print(await inTemporaryInstallation(({ deps }) => benchLedger(deps, { entries })), json),
    );
  bench
    .command("may-contact")
    .description("Ask contact law about debtors of every country, on one core and without a database")
    .option("--decisions <count>", "how many", wholeNumber, 1_000_000)
    .option("--json", "print one object instead of lines")
    .action(({ decisions, json }: { decisions: number; json?: boolean }) =>
      print(benchMayContact({ decisions }), json),
    );
  bench
    .command("understand")
    .description("Read the training lines over and over, on one core and without a database")
    .option("--messages <count>", "how many", wholeNumber, 50_000)
    .option("--json", "print one object instead of lines")
    .action(({ messages, json }: { messages: number; json?: boolean }) => print(benchUnderstand({ messages }), json));
}

type TurnsOptions = {
  readonly chats: number;
  readonly seconds: number;
  readonly think: number;
  readonly kill?: boolean;
  readonly oldMessages: number;
  readonly json?: boolean;
};

type ChannelOptions = {
  readonly chats: number;
  readonly messages: number;
  readonly sessions: number;
  readonly seconds: number;
  readonly json?: boolean;
};

type SoakOptions = {
  readonly channel: string;
  readonly minutes: number;
  readonly phones: number;
  readonly perProcess: number;
  readonly chats?: number;
  readonly think: number;
  readonly json?: boolean;
};

function minutes(text: string): number {
  if (!/^\d{1,3}(\.\d)?$/.test(text)) throw new InvalidArgumentError("minutes are wanted, such as 10 or 0.5.");
  return Number(text);
}

function between(least: number, wanted: number, most: number): number {
  return Math.max(least, Math.min(wanted, most));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("a whole number is wanted.");
  return Number(text);
}

function print(figures: object, json: boolean | undefined): void {
  const lines = Object.entries(figures).map(
    ([name, value]) => `${name.padEnd(28)}${typeof value === "object" ? JSON.stringify(value) : value}\n`,
  );
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : lines.join(""));
}
