import type { PhraseTable } from "../lexicon.ts";

/** Words without which nothing is agreed to and nothing stopped, however likely it looks. */
export type Supporting = "agrees" | "contact" | "stops";

const agrees: PhraseTable<"agrees"> = {
  says: "agrees",
  es: [
    "(listo|dale|hagale|hagalo|hacele|hagamosle|hagamoslo|orale|va|vas|sale|vale|venga|perfecto|conforme|conformidad|hecho|trato|cerrado|cerramos|quedamos|quedo|tinca|late|parece|sirve|conviene|gusta|firmo|apruebo|aprobado|aprobamos|confirmo|confirmado|confirmamos|acepto|aceptado|aceptamos|acuerdo|metale|mandele|vamos|genial|excelente|buenisimo|bueno|ok|oka|chevere|bacan|joya|barbaro|copado|demole|demosle|agarro|tomo|prefiero|anoto|anoteme|ya|si|claro|obvio|cuente|cuenten|quiero|elijo|escojo|proceda|procedan|adelante|correcto)",
    "(de una|de ley|por mi|asi es|me apunto|me quedo con|cuadrado|de lujo)",
  ],
  pt: [
    "(fechado|fechou|fecha|fechamos|combinado|combinada|aceito|aceita|topo|topa|bora|beleza|blz|pode|perfeito|otimo|otima|show|ok|certo|concordo|fica|fico|vamos|gostei|assino|positivo|sim|isso|quero|confirmo|confirmado)",
  ],
  en: [
    "(deal|ok|okay|fine|sounds|good|works|agreed|agree|accept|accepted|take|lets|sure|great|perfect|sign|yes|yep|yeah|alright|confirmed|confirm|book)",
  ],
};

const contact: PhraseTable<"contact"> = {
  says: "contact",
  es: [
    "(@contacting|@sending|@messages|@number|@remove|@removeMe|@dontContact|@dontSend)",
    "(llam*|escrib*|mensaj*|molest*|fastidi*|joder*|joda*|jodi*|hinch*|insist*|contact*|acos*|hostig*|bloque*|suscri*|spam*|jorob*|fregu*|notific*|comunic*)",
    "(lista|base|datos|medio|aca|aqui|chat|wsp|wpp|numero|baja|recordatorio|recordatorios|silencio|paz|tranquila|tranquilo)",
  ],
  pt: [
    "(@contactPt|@messages|@number)",
    "(mensag*|perturb*|incomod*|ligac*|ligar*|contat*|zap|whats|cadastro|numero|sossego|spam*)",
  ],
  en: [
    "(@messages|@number)",
    "(messag*|text*|call*|contact*|phone|number|list|spam*|bother*|harass*|alone|inbox|notif*)",
  ],
};

const stops: PhraseTable<"stops"> = {
  says: "stops",
  es: [
    "(no|ni|nunca|jamas|basta|ya|deje|dejen|dejar|deja|dejense|corten|cortenla|corta|cortala|paren|pare|parele|parenle|nada|sin|fuera|saquen|saque|sacar|borren|borrar|borre|eliminen|eliminar|elimine|retiren|retire|quiten|quite|quitar|olvid*|suficiente|cesen|cese|absten*|stop)",
    "@remove",
  ],
  pt: [
    "(nao|nem|nunca|jamais|chega|pare|parem|parar|para|deixa|deixe|deixem|sem|tira|tirem|tire|remov*|apag*|exclu*|esquec*|bloque*)",
  ],
  en: ["(no|not|dont|never|stop|quit|cease|leave|enough|remove|delete|take|block|unsubscribe|done|without|wont)"],
};

export const SUPPORT: readonly PhraseTable<Supporting>[] = [agrees, contact, stops];
