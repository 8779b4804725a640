import { describe, expect, test } from "vitest";
import { explain } from "../../../flows/lib/explain.ts";
import { FLOWS } from "../../../flows/registry.ts";

describe("the manager's page", () => {
  test.each(FLOWS.map((flow) => [`${flow.id}@${flow.version}`, flow] as const))(
    "of %s is the one that was signed",
    async (name, flow) => {
      await expect(explain(flow)).toMatchFileSnapshot(`../../golden/flows/${name.replace("@", "-v")}.md`);
    },
  );

  test.each(FLOWS.map((flow) => [`${flow.id}@${flow.version}`, flow] as const))(
    "of %s names every state with its description",
    (_, flow) => {
      const page = explain(flow);
      const states: Record<string, { description?: string }> = flow.machine.root.states;
      for (const { description } of Object.values(states)) expect(page).toContain(description);
      expect(page.match(/^## /gm)).toHaveLength(Object.keys(states).length + 1);
    },
  );
});
