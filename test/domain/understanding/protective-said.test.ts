import { describe, expect, test } from "vitest";
import type { Intent } from "../../../src/domain/understanding/reading.ts";
import { CRISIS } from "./said/crisis.ts";
import { OPT_OUT } from "./said/opt-out.ts";
import { ABUSE, DENY_IDENTITY, DISPUTE, HARDSHIP, HUMAN, LEGAL, THIRD_PARTY } from "./said/others.ts";
import { ALREADY_PAID, RECEIPT } from "./said/paid.ts";
import { meaningsOf } from "./support.ts";

const SAID = {
  crisis: CRISIS,
  opt_out: OPT_OUT,
  legal: LEGAL,
  third_party: THIRD_PARTY,
  deny_identity: DENY_IDENTITY,
  human: HUMAN,
  already_paid: ALREADY_PAID,
  receipt: RECEIPT,
  dispute: DISPUTE,
  hardship: HARDSHIP,
  abuse: ABUSE,
} satisfies Partial<Record<Intent, readonly string[]>>;

const intentsOf = (body: string) => meaningsOf(body).map(({ intent }) => intent);

describe.each(Object.entries(SAID))("%s is heard in", (intent, lines) => {
  test.each(lines)("%s", (line) => {
    expect(intentsOf(line)).toContain(intent);
  });
});

/** What comes near a warning and is none. */
const NEAR_MISSES: readonly (readonly [line: string, notThis: keyof typeof SAID])[] = [
  ["me muero de la risa con ustedes", "crisis"],
  ["me muero de la pena, se me olvidó", "crisis"],
  ["esta deuda me está matando", "crisis"],
  ["me mato trabajando y no alcanza", "crisis"],
  ["quiero acabar con esta deuda ya", "crisis"],
  ["quero acabar com essa dívida", "crisis"],
  ["no aguanto más mensajes", "crisis"],
  ["mi papá ya va a morir", "crisis"],
  ["el seguro de vida deudor cubre eso?", "crisis"],
  ["quiero dar de baja el plan", "opt_out"],
  ["necesito dar de baja el servicio de internet", "opt_out"],
  ["alto", "opt_out"],
  ["la cuota más baja", "opt_out"],
  ["de dónde sacaron mi número", "opt_out"],
  ["de onde vocês tiraram meu número?", "opt_out"],
  ["no me mande ese link que no abre", "opt_out"],
  ["no me escriba a este sino al otro número", "opt_out"],
  ["no me llame tan temprano", "opt_out"],
  ["no me llame ahora, estoy en misa", "opt_out"],
  ["no me ligue agora", "opt_out"],
  ["quíteme los honorarios y le pago", "opt_out"],
  ["sáqueme de la duda", "opt_out"],
  ["déjeme pensarlo", "opt_out"],
  ["dejame ver si puedo", "opt_out"],
  ["deme el número de cuenta", "opt_out"],
  ["no dude en llamarme", "opt_out"],
  ["no quiero hablar con una máquina", "opt_out"],
  ["no quiero chatear con este bot", "opt_out"],
  ["pare de me cobrar multa", "opt_out"],
  ["denme de baja la mora", "opt_out"],
  ["para que no me aparezcan recargos cuánto doy", "opt_out"],
  ["deje de llamar que voy manejando, a las 5 le contesto", "opt_out"],
  ["ahora no me llame que estoy en consulta, escríbame a la noche", "opt_out"],
  ["no me envíe más el enlace, sale error", "opt_out"],
  ["how did you get my number", "opt_out"],
  ["pues sí", "opt_out"],
  ["im on shift, text me later", "opt_out"],
  ["fair enough, i will take the plan", "opt_out"],
  ["le doy 50 al mes y no más", "opt_out"],
  ["stop the interest and i can pay", "opt_out"],
  ["primero muerto que pagarles eso", "crisis"],
  ["mi esposa me va a matar si se entera", "crisis"],
  ["this is my sisters phone", "crisis"],
  ["theres nothing left after rent", "crisis"],
  ["quiero ponerle fin a esta deuda", "crisis"],
  ["sin embargo puedo pagar el viernes", "legal"],
  ["la fecha de corte cuál es", "legal"],
  ["cuando mi esposo me pague le mando", "third_party"],
  ["mi hermana me va a prestar", "third_party"],
  ["soy la señora que usted busca", "third_party"],
  ["no soy un ladrón, voy a pagar", "deny_identity"],
  ["no soy doctora pero sí soy esa persona", "deny_identity"],
  ["pásame el número de cuenta", "human"],
  ["llámeme mañana a las 3", "human"],
  ["tengo que hablar con mi esposa primero", "human"],
  ["ya casi pago", "already_paid"],
  ["ya te pago", "already_paid"],
  ["ya le pago mañana", "already_paid"],
  ["pensé que ya había pagado", "already_paid"],
  ["si ya hubiera pagado no me escribirían", "already_paid"],
  ["cuando pague les aviso", "already_paid"],
  ["pago dia 10", "already_paid"],
  ["realizaré el pago el lunes", "already_paid"],
  ["Dios le pague", "already_paid"],
  ["mándeme la foto del contrato", "receipt"],
  ["cuando reciba mi sueldo", "receipt"],
  ["no, debo 800 nada más pero los pago", "deny_identity"],
  ["no me llegó el link", "dispute"],
  ["le contesto más tarde", "dispute"],
  ["ok, cerramos así", "hardship"],
  ["no puedo pagar con tarjeta", "hardship"],
  ["esta es la basura que boto hoy", "hardship"],
  ["jaja wey no manches", "abuse"],
  ["dale boludo, mañana te pago", "abuse"],
  ["parce, yo le pago el viernes", "abuse"],
  ["ya po weón, si pago", "abuse"],
  ["cómo sé que no es un ladrón", "abuse"],
];

test.each(NEAR_MISSES)("%s is not %s", (line, notThis) => {
  expect(intentsOf(line)).not.toContain(notThis);
});

test.each([
  ["paren de cobrarme intereses que ya pagué", "already_paid"],
  ["ya pagué, no me escriban más", "opt_out"],
  ["el 15 pago pero no me escriban más hasta entonces", "opt_out"],
])("%s is %s before all else", (line, first) => {
  expect(intentsOf(line)[0]).toBe(first);
});
