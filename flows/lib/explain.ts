import { z } from "zod";
import type { FlowDefinition } from "./definition.ts";

const Action = z.union([
  z.string(),
  z.object({ type: z.string(), params: z.record(z.string(), z.unknown()).optional() }),
]);
const Actions = z.union([Action, z.array(Action)]).transform(asList);
const Arrow = z.object({ guard: z.string().optional(), target: z.string().optional(), actions: Actions.optional() });
const On = z.record(z.string(), z.union([Arrow, z.array(Arrow)]).transform(asList));
const State = z.object({
  type: z.string().optional(),
  description: z.string(),
  meta: z.object({ expects: z.string(), rest: z.string().optional() }),
  entry: Actions.optional(),
  on: On.optional(),
});
const Config = z.object({ on: On, states: z.record(z.string(), State) });

type Action = z.infer<typeof Action>;
type Arrow = z.infer<typeof Arrow>;

/** The page a collections manager reads and signs, in Markdown: made from the machine itself, so that it cannot lie. */
export function explain(flow: FlowDefinition): string {
  // `machine.config` is plain data because every action and guard has a name.
  const { on, states } = Config.parse(JSON.parse(JSON.stringify(flow.machine.config)));
  return [
    `# ${flow.id}, version ${flow.version}`,
    "",
    "Made from the flow; do not edit. Bold words are states. Several lines for one event are tried from the top.",
    "",
    "## Wherever the conversation stands, unless the state says otherwise",
    "",
    ...table(on),
    ...Object.entries(states).flatMap(([name, state]) => [
      "",
      `## ${inWords(name)}`,
      "",
      state.description,
      "",
      `- We expect: ${inWords(state.meta.expects)}.`,
      ...(state.meta.rest === undefined ? [] : [`- It rests here: ${inWords(state.meta.rest)}.`]),
      ...(state.type === "final" ? ["- It ends here."] : []),
      ...(state.entry === undefined ? [] : [`- On arriving: ${doings(state.entry)}.`]),
      ...(state.on === undefined ? [] : ["", ...table(state.on)]),
    ]),
    "",
  ].join("\n");
}

function table(on: z.infer<typeof On>): string[] {
  const reactions = new Map<string, string[]>();
  for (const [event, arrows] of Object.entries(on)) {
    const reaction = arrows.map(arrowText).join("<br>");
    reactions.set(reaction, [...(reactions.get(reaction) ?? []), inWords(event)]);
  }
  return [
    "| When | Then |",
    "| --- | --- |",
    ...[...reactions].map(([reaction, events]) => `| ${events.join("; ")} | ${reaction} |`),
  ];
}

function arrowText({ guard, target, actions = [] }: Arrow): string {
  const condition = guard === undefined ? "" : `if ${inWords(guard)}: `;
  const to = target === undefined ? [] : [`**${inWords(target.replace(/^.*\./, ""))}**`];
  return condition + [...to, ...(actions.length === 0 ? [] : [doings(actions)])].join(", ");
}

function doings(actions: readonly Action[]): string {
  return actions.map(doing).join("; ");
}

function doing(action: Action): string {
  if (typeof action === "string") return inWords(action);
  const params = Object.entries(action.params ?? {}).map(([name, value]) =>
    action.type === "setAlarm"
      ? `${inWords(name)} ${value}`
      : action.type === "say"
        ? `“${value}”`
        : inWords(String(value)),
  );
  return [inWords(action.type), ...params].join(" ");
}

/** `debtor.askedHowToVerifyUs` is for programs; "debtor asked how to verify us" is for people. */
function inWords(name: string): string {
  return name
    .replace(/[._]/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

function asList<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}
