import { useMutation } from "@tanstack/react-query";
import type { OrderFault } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { useToast } from "../parts/toast.tsx";

/** Meta's code for a number that cannot receive. */
const UNDELIVERABLE = 131_026;

const FAULTS = [
  { kind: "duplicate" },
  { kind: "delay", seconds: 30 },
  { kind: "reorder" },
  { kind: "lose-message" },
  { kind: "lose-answer" },
  { kind: "fail", code: UNDELIVERABLE },
  { kind: "refuse-http", status: 500 },
] as const satisfies readonly OrderFault[];

/** What goes wrong in the world, to order: the bot has to bear it. */
export function Faults({ phone }: { phone: string }) {
  const words = usePageWords();
  const say = useToast();
  const order = useMutation({
    mutationFn: (fault: (typeof FAULTS)[number]) => post(`/api/simulator/phones/${phone}/faults`, fault),
    onSuccess: (_answer, { kind }) => say(words.sim.faultOrdered(words.sim.fault[kind].toLowerCase())),
  });
  return (
    <section className="card">
      <h2>{words.sim.faults}</h2>
      <p className="soft small">{words.sim.faultsWhy}</p>
      <div className="bot-faults">
        {FAULTS.map((fault) => (
          <button
            key={fault.kind}
            type="button"
            className="chip"
            disabled={order.isPending}
            onClick={() => order.mutate(fault)}
          >
            {words.sim.fault[fault.kind]}
          </button>
        ))}
      </div>
      {order.error && <Failure error={order.error} />}
    </section>
  );
}
