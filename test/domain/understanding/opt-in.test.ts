import { describe, expect, test } from "vitest";
import { heard } from "./support.ts";

/** What people write who want to be written to again. Written for this test; none comes from a data set. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  "es-CO": [
    "vuelvan a escribirme por favor",
    "quiero volver a recibir mensajes",
    "pueden escribirme otra vez",
    "ya me pueden escribir",
    "reactívenme",
    "Buenas, ya me pueden volver a escribir",
    "q pena, ya pueden escribirme de nuevo",
    "sí, vuelvan a escribirme",
    "si vuelvan a escribirme",
    "SÍ, ME PUEDEN VOLVER A ESCRIBIR",
    "quiero que me vuelvan a escribir por whatsapp",
    "les doy permiso para escribirme",
    "autorizo que me escriban a este número",
    "tienen mi autorización para escribirme",
    "pueden escribirme cuando quieran",
    "escríbanme",
    "hola, escríbanme por favor",
  ],
  "es-MX": [
    "me pueden volver a mandar mensajes",
    "ya me pueden mandar mensajes otra vez",
    "quisiera recibir de nuevo los mensajes",
    "me gustaría volver a recibir sus mensajes",
    "denme de alta porfa",
    "reactiven mis mensajes",
  ],
  "es-AR": [
    "volvé a escribirme",
    "escribime de nuevo",
    "me podés volver a escribir",
    "quiero que me vuelvas a escribir",
    "podés escribirme otra vez, gracias",
  ],
  "es-CL-PE-EC": [
    "pueden comunicarse conmigo nuevamente",
    "vuelvan a comunicarse conmigo",
    "mándenme los mensajes de nuevo nomás",
    "deseo recibir nuevamente sus mensajes",
    "acepto que me escriban",
    "reanuden los mensajes",
    "alta",
  ],
  "es-ES": ["volved a escribirme", "podéis volver a escribirme", "escribidme otra vez"],
  "pt-BR": [
    "quero voltar a receber mensagens",
    "podem me escrever de novo",
    "pode me mandar mensagem novamente",
    "voltem a me escrever",
    "já podem me mandar mensagens",
    "me escrevam de novo por favor",
    "gostaria de receber as mensagens outra vez",
    "autorizo vocês a me escrever",
    "podem voltar a me escrever quando quiserem",
    "reativem",
  ],
  en: [
    "start",
    "START",
    "resubscribe",
    "you can message me again",
    "you may text me again",
    "please start messaging me again",
    "opt me back in",
    "I want to receive messages again",
    "feel free to write to me",
    "I give you permission to message me",
    "unstop",
  ],
};

/** Each looks like it, and is none: whoever reads it as a permission writes to somebody who said stop. */
const NOT_ASKED: Readonly<Record<string, readonly string[]>> = {
  "an opt-out in the same words": [
    "no me vuelvan a escribir",
    "no quiero volver a recibir mensajes",
    "dejen de escribirme",
    "que no me vuelvan a escribir nunca",
    "ya no me pueden escribir",
    "no pueden escribirme de nuevo",
    "nunca vuelvan a escribirme",
    "no vuelvan a escribirme otra vez",
    "vuelvan a escribirme y los bloqueo",
    "pueden escribirme otra vez? no, déjenme en paz",
    "não me escrevam de novo",
    "não quero voltar a receber mensagens",
    "nunca mais voltem a me escrever",
    "do not message me again",
    "never text me again",
    "don't start messaging me again",
    "stop, you can't message me again",
    "reactívenme no, bórrenme",
  ],
  "a question": [
    "¿me pueden volver a escribir?",
    "me pueden volver a escribir?",
    "¿ya pueden escribirme otra vez?",
    "podem me escrever de novo?",
    "can you message me again?",
    "quieren que diga vuelvan a escribirme?",
  ],
  "a condition or a time": [
    "si bajan los intereses vuelvan a escribirme",
    "vuelvan a escribirme si tienen un descuento",
    "pueden escribirme de nuevo solo por la noche",
    "vuelvan a escribirme en diciembre",
    "vuelvan a escribirme el lunes",
    "escríbanme otra vez después de la quincena",
    "pueden escribirme otra vez cuando tenga plata",
    "siempre que sea una persona pueden escribirme de nuevo",
    "vuelvan a escribirme en 15 días",
    "si me pueden volver a escribir bien",
    "podem me escrever de novo se tiver desconto",
    "voltem a me escrever em dezembro",
    "you can message me again if you drop the fees",
    "message me again tomorrow",
    "only then you can text me again",
  ],
  "what was": [
    "ayer dije que pueden escribirme de nuevo",
    "me volvieron a escribir",
    "me escribieron otra vez",
    "les había dicho: vuelvan a escribirme",
    "quedaron en que me pueden volver a escribir",
    "eu disse que podem me escrever de novo",
    "I said you can message me again",
    "they told me to resubscribe",
    "you started messaging me again",
  ],
  doubt: [
    "tal vez pueden escribirme de nuevo",
    "no sé si quiero volver a recibir mensajes",
    "creo que me pueden volver a escribir",
    "quizás quiera que me vuelvan a escribir",
    "depende, pueden escribirme de nuevo",
    "acho que podem me escrever de novo",
    "maybe you can message me again",
    "I guess you may text me again…",
    "vuelvan a escribirme...",
  ],
  "somebody else, or elsewhere": [
    "vuelvan a escribirle a mi esposo",
    "mi hermana quiere que me vuelvan a escribir",
    "mi mamá dice que vuelvan a escribirme",
    "escríbanme de nuevo pero al otro número",
    "pueden escribirme otra vez al correo",
    "el titular quiere que me vuelvan a escribir",
    "meu marido disse que podem me escrever de novo",
    "my wife says you can message me again",
    "you can message him again",
    "you can email me again",
  ],
  "a threat, or mockery": [
    "vuelvan a escribirme y verán",
    "atrévanse y vuelvan a escribirme",
    "vuelvan a escribirme y los denuncio",
    "vuelvan a escribirme jajaja",
    "podem me escrever de novo que eu processo",
    "message me again and I will sue you",
    "text me again, I dare you",
  ],
  "something else that is asked for": [
    "escríbanme el número de cuenta",
    "me pueden escribir el saldo",
    "pueden escribirme el valor exacto",
    "me escriben de nuevo",
    "otra vez ustedes",
    "siguen escribiéndome",
    "mándenme el link",
    "quiero pagar",
    "hola de nuevo",
    "buenas, otra vez yo",
    "quiero hablar con una persona otra vez",
    "send me the link again",
    "start over",
    "de alta en el hospital",
    "activar mi tarjeta otra vez",
    "ok",
    "sí",
  ],
};

describe("asking to be written to again", () => {
  test.each(Object.entries(ASKED).flatMap(([where, lines]) => lines.map((line) => [where, line] as const)))(
    "%s: %s",
    (_, line) => {
      expect(heard(line)[0]).toBe("optIn");
      expect(heard(line)).not.toContain("optOut");
    },
  );

  test.each(Object.entries(NOT_ASKED).flatMap(([why, lines]) => lines.map((line) => [why, line] as const)))(
    "%s is none: %s",
    (_, line) => {
      expect(heard(line)).not.toContain("optIn");
    },
  );

  test.each(NOT_ASKED["an opt-out in the same words"] ?? [])("%s is heard as the opt-out that it is", (line) => {
    expect(heard(line)[0]).toBe("optOut");
  });

  test("it stands beside a promise or a question without hiding that it was said, and yields to whatever protects", () => {
    expect(heard("pueden volver a escribirme, quiero pagar")).toEqual(["optIn", "pay"]);
    expect(heard("vuelvan a escribirme, necesito hablar con un asesor")).toEqual(["person"]);
    expect(heard("vuelvan a escribirme que me quiero morir")).toEqual(["crisis"]);
  });
});
