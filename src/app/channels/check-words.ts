/** What a check found, by its name, and what belongs into the sentence. No value is ever a secret. */
export type CheckFinding = {
  readonly finding: string;
  readonly values: Readonly<Record<string, string>>;
};

export type CheckLanguage = "es" | "pt-BR" | "en";
type Sentence = Readonly<Record<CheckLanguage, string>>;

/** One sentence or two: what was found, and what to do. @throws when a check finds what nobody wrote words for: our bug */
export function checkWords(
  { name, finding, values }: CheckFinding & { readonly name: string },
  language: CheckLanguage,
): string {
  const sentence = CHECK_WORDS[`${name}.${finding}`] ?? CHECK_WORDS[finding];
  if (sentence === undefined) throw new Error(`nobody wrote words for the check ${name}.${finding}`);
  return sentence[language].replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "?");
}

/** By check and finding, or by the finding alone where it says the same of all. */
const CHECK_WORDS: Readonly<Record<string, Sentence>> = {
  "no-answer": {
    es: "Meta no respondió ({why}). Inténtelo de nuevo en un momento.",
    "pt-BR": "A Meta não respondeu ({why}). Tente de novo daqui a pouco.",
    en: "Meta did not answer ({why}). Try again in a moment.",
  },
  "no-account": {
    es: "Falta el identificador de la cuenta de WhatsApp Business (WABA), así que no se puede preguntar.",
    "pt-BR": "Falta o identificador da conta do WhatsApp Business (WABA), então não dá para perguntar.",
    en: "The WhatsApp Business Account's id (WABA) is not known, so it cannot be asked.",
  },
  "after-number": {
    es: "Se sabrá cuando se pueda leer el número.",
    "pt-BR": "Será possível saber quando o número puder ser lido.",
    en: "This can be told once the number can be read.",
  },
  "token.for-ever": {
    es: "El token de acceso es válido y no vence.",
    "pt-BR": "O token de acesso é válido e não vence.",
    en: "The access token is valid and does not end.",
  },
  "token.ends": {
    es: "El token de acceso es válido por {days} días. Mejor uno de usuario del sistema, que no vence.",
    "pt-BR": "O token de acesso vale por {days} dias. Melhor um de usuário do sistema, que não vence.",
    en: "The access token is valid for {days} days. Better one of a system user, which does not end.",
  },
  "token.ends-soon": {
    es: "El token de acceso vence en {days} días: es temporal. Cree uno de usuario del sistema en el administrador comercial de Meta.",
    "pt-BR":
      "O token de acesso vence em {days} dias: é temporário. Crie um de usuário do sistema no gerenciador de negócios da Meta.",
    en: "The access token ends in {days} days: it is a temporary one. Make one of a system user in Meta's Business Manager.",
  },
  "token.invalid": {
    es: "Meta no acepta el token de acceso: venció o está mal copiado. Genere otro y péguelo entero.",
    "pt-BR": "A Meta não aceita o token de acesso: venceu ou foi copiado errado. Gere outro e cole inteiro.",
    en: "Meta does not take the access token: it ended, or was not copied whole. Make another and paste all of it.",
  },
  "token.refused": {
    es: "Meta no dice qué es este token de acceso (“{detail}”).",
    "pt-BR": "A Meta não diz o que é este token de acesso (“{detail}”).",
    en: "Meta does not say what this access token is (“{detail}”).",
  },
  "token.not-told": {
    es: "El token lee el número, pero Meta no dice cuándo vence. Compruebe que sea de un usuario del sistema.",
    "pt-BR": "O token lê o número, mas a Meta não diz quando vence. Confira se é de um usuário do sistema.",
    en: "The token reads the number, but Meta does not say when it ends. Make sure that it is a system user's.",
  },
  "permissions.all": {
    es: "El token puede enviar mensajes y leer la cuenta.",
    "pt-BR": "O token pode enviar mensagens e ler a conta.",
    en: "The token may send messages and read the account.",
  },
  "permissions.missing": {
    es: "Al token le falta el permiso {missing}. Genere otro con los dos permisos de WhatsApp.",
    "pt-BR": "Falta ao token a permissão {missing}. Gere outro com as duas permissões do WhatsApp.",
    en: "The token lacks the permission {missing}. Make another with both WhatsApp permissions.",
  },
  "permissions.not-told": {
    es: "Meta no dice qué permisos tiene el token. Los demás pasos muestran si alcanzan.",
    "pt-BR": "A Meta não diz quais permissões o token tem. Os outros passos mostram se bastam.",
    en: "Meta does not say which permissions the token has. The other checks show whether they do.",
  },
  "app-secret.right": {
    es: "La clave secreta es la de la aplicación de este token de acceso.",
    "pt-BR": "A chave secreta é a do aplicativo deste token de acesso.",
    en: "The app secret is that of this token's app.",
  },
  "app-secret.wrong": {
    es: "La clave secreta no es la de la aplicación de este token de acceso. Cópiela de la configuración básica de esa aplicación en Meta.",
    "pt-BR":
      "A chave secreta não é a do aplicativo deste token de acesso. Copie-a das configurações básicas desse aplicativo na Meta.",
    en: "The app secret is not that of this token's app. Copy it from that app's basic settings at Meta.",
  },
  "number.there": {
    es: "Es {phone}, «{name}», y su estado es {status}.",
    "pt-BR": "É {phone}, “{name}”, e seu estado é {status}.",
    en: "It is {phone}, “{name}”, and its status is {status}.",
  },
  "number.not-connected": {
    es: "El número {phone} está en estado {status}: no puede enviar. Complete su registro en el administrador de WhatsApp.",
    "pt-BR":
      "O número {phone} está no estado {status}: não pode enviar. Conclua seu registro no gerenciador do WhatsApp.",
    en: "The number {phone} has the status {status}: it cannot send. Finish its registration in WhatsApp Manager.",
  },
  "number.not-read": {
    es: "Con este token Meta no muestra el número (“{detail}”). Revise el identificador del número y a qué cuentas llega el token.",
    "pt-BR":
      "Com este token a Meta não mostra o número (“{detail}”). Confira o identificador do número e a que contas o token chega.",
    en: "With this token Meta does not show the number (“{detail}”). Check the number's id, and which accounts the token reaches.",
  },
  "expected-phone.same": {
    es: "Es el número que se esperaba.",
    "pt-BR": "É o número esperado.",
    en: "It is the number that was expected.",
  },
  "expected-phone.none-expected": {
    es: "No se dijo qué número se esperaba.",
    "pt-BR": "Não foi dito qual número se esperava.",
    en: "Nobody said which number was expected.",
  },
  "expected-phone.other": {
    es: "Es otro número: {phone}. Copie el identificador del número correcto, o corrija el que se espera.",
    "pt-BR": "É outro número: {phone}. Copie o identificador do número certo, ou corrija o esperado.",
    en: "It is another number: {phone}. Copy the id of the right one, or correct the one that is expected.",
  },
  "account.its": {
    es: "El número es de esta cuenta de WhatsApp Business.",
    "pt-BR": "O número é desta conta do WhatsApp Business.",
    en: "The number belongs to this WhatsApp Business Account.",
  },
  "account.not-its": {
    es: "El número no es de esta cuenta de WhatsApp Business. Copie el identificador de la cuenta que lo tiene.",
    "pt-BR": "O número não é desta conta do WhatsApp Business. Copie o identificador da conta que o tem.",
    en: "The number is not of this WhatsApp Business Account. Copy the id of the account that has it.",
  },
  "account.not-read": {
    es: "Con este token Meta no muestra la cuenta (“{detail}”). Dé acceso a la cuenta al usuario del sistema.",
    "pt-BR": "Com este token a Meta não mostra a conta (“{detail}”). Dê ao usuário do sistema acesso à conta.",
    en: "With this token Meta does not show the account (“{detail}”). Give the system user access to the account.",
  },
  "templates.some": {
    es: "La lista de plantillas se puede leer; aprobadas: {approved}.",
    "pt-BR": "A lista de modelos pode ser lida; aprovados: {approved}.",
    en: "The template list can be read; approved: {approved}.",
  },
  "templates.none": {
    es: "La lista de plantillas se puede leer, y ninguna está aprobada todavía: sin una no se puede escribir primero.",
    "pt-BR": "A lista de modelos pode ser lida, e nenhum está aprovado ainda: sem um não dá para escrever primeiro.",
    en: "The template list can be read, and none is approved yet: without one nobody can be written to first.",
  },
  "templates.not-read": {
    es: "Meta no muestra las plantillas (“{detail}”). El token necesita el permiso whatsapp_business_management.",
    "pt-BR": "A Meta não mostra os modelos (“{detail}”). O token precisa da permissão whatsapp_business_management.",
    en: "Meta does not show the templates (“{detail}”). The token needs the permission whatsapp_business_management.",
  },
  "subscription.subscribed": {
    es: "La aplicación recibe los avisos de la cuenta.",
    "pt-BR": "O aplicativo recebe os avisos da conta.",
    en: "The app is told what happens in the account.",
  },
  "subscription.made": {
    es: "La aplicación quedó suscrita a la cuenta ahora.",
    "pt-BR": "O aplicativo foi inscrito na conta agora.",
    en: "The app was subscribed to the account now.",
  },
  "subscription.missing": {
    es: "La aplicación no está suscrita a la cuenta: Meta no avisaría de nada. Pida que se suscriba al comprobar.",
    "pt-BR": "O aplicativo não está inscrito na conta: a Meta não avisaria de nada. Peça que se inscreva ao verificar.",
    en: "The app is not subscribed to the account: Meta would tell nothing. Ask for it to be subscribed, and check again.",
  },
  "subscription.refused": {
    es: "Meta no dejó suscribir la aplicación (“{detail}”).",
    "pt-BR": "A Meta não deixou inscrever o aplicativo (“{detail}”).",
    en: "Meta did not let the app be subscribed (“{detail}”).",
  },
  "subscription.not-read": {
    es: "Meta no dice qué aplicaciones están suscritas (“{detail}”).",
    "pt-BR": "A Meta não diz que aplicativos estão inscritos (“{detail}”).",
    en: "Meta does not say which apps are subscribed (“{detail}”).",
  },
  "webhook.answers": {
    es: "{url} responde desde fuera. Póngala en Meta como dirección de webhooks, con el token de verificación.",
    "pt-BR": "{url} responde de fora. Coloque-a na Meta como endereço de webhooks, com o token de verificação.",
    en: "{url} answers from outside. Enter it at Meta as the webhook address, with the verify token.",
  },
  "webhook.own-network": {
    es: "{url} responde, pero Meta solo llama por https a un nombre público. Corrija PUBLIC_URL si es de esta red.",
    "pt-BR": "{url} responde, mas a Meta só chama por https um nome público. Corrija PUBLIC_URL se for desta rede.",
    en: "{url} answers, but Meta calls only by https and a public name. Correct PUBLIC_URL if it is of this network.",
  },
  "webhook.not-reached": {
    es: "Desde aquí no se llega a {url} ({why}). Algunas redes no dejan: pruébela desde otra. Si tampoco responde, revise PUBLIC_URL y el proxy.",
    "pt-BR":
      "Daqui não se chega a {url} ({why}). Algumas redes não deixam: teste de outra. Se também não responder, confira PUBLIC_URL e o proxy.",
    en: "{url} cannot be reached from here ({why}). Some networks forbid that: try it from another. If it does not answer there either, check PUBLIC_URL and the proxy.",
  },
  "webhook.other": {
    es: "En {url} responde otra cosa ({status}). Revise PUBLIC_URL y que el proxy deje pasar /webhooks.",
    "pt-BR": "Em {url} responde outra coisa ({status}). Confira PUBLIC_URL e se o proxy deixa passar /webhooks.",
    en: "Something else answers at {url} ({status}). Check PUBLIC_URL, and that the proxy lets /webhooks through.",
  },
};
