import type { SpokenLanguage } from "./reading.ts";
import type { Text } from "./tokens.ts";

/** Small words that one of the three languages has and the others lack. */
const TELLING: ReadonlyMap<string, SpokenLanguage> = new Map([
  ...words(
    "es",
    `el la los las un y en es no por con mi muy ya pero hoy manana cuanto cuando donde pago hola gracias quiero puedo tengo
    estoy usted ustedes eso esto soy yo buenas buenos dias si que le lo del al hasta voy favor cuotas deuda`,
  ),
  ...words(
    "pt-BR",
    `o os um uma e em nao com meu minha muito ja mas hoje amanha quanto quando onde oi ola obrigado obrigada quero posso
    tenho estou voce voces isso sou eu bom boa dia sim do da dos das ao ate vou divida parcelas fazer sei tambem`,
  ),
  ...words(
    "en",
    `the i you my is are and to of in it not dont can will how what when where hello hi thanks want have am this that yes
    please for with me pay money owe already`,
  ),
]);

/** The language whose small words are in front by two, or undefined: "ok" and "200" are no language. */
export function languageOf({ words: tokens }: Text): SpokenLanguage | undefined {
  const score: Record<SpokenLanguage, number> = { es: 0, "pt-BR": 0, en: 0 };
  for (const { word } of tokens) {
    const language = TELLING.get(word);
    if (language) score[language] += 1;
  }
  const [first, second] = [
    { language: "es", count: score.es } as const,
    { language: "pt-BR", count: score["pt-BR"] } as const,
    { language: "en", count: score.en } as const,
  ].sort((a, b) => b.count - a.count);
  return first && second && first.count >= second.count + 2 ? first.language : undefined;
}

function words(language: SpokenLanguage, list: string): (readonly [string, SpokenLanguage])[] {
  return list.split(/\s+/).map((word) => [word, language] as const);
}
