import type { PhraseTable } from "../../lexicon.ts";

/** Insults and threats. Nobody is answered in kind; a person decides what follows. */
export const abuse: PhraseTable<"abuse"> = {
  says: "abuse",
  es: [
    "(hijueput*|hijoeput*|hijuep*|hpta|hptas|hp|hps|malparid*|gonorrea*|pirob*|carechimb*|cagada|cagadas|mierda*|pendej*|chinga|chingad*|chinguen|cabron*|culer*|pinche*|puto|putos|puta|putas|verga|vergas|pelotud*|bolud*|forro|forros|conchetumare|conchetumadre|ctm|conchatumadre|weon|weones|culiao|culiaos|culiad*|gilipoll*|imbecil*|idiota*|estupid*|maldit*|basura|basuras|ratas|ratero|rateros|rata|ladron|ladrones|estafadores|estafador|sinverguenza*|usureros|usurero|chupasangre*|parasitos|carroneros|buitres|mugroso*|perros|desgraciad*|infeliz|infelices|mamaguevo|marica|maricas|maricon*|huevon*|guevon*|webon*|cojud*|mrda|ptm|hdp|ojete|pinches|lacras|lacra|miserable|miserables|hampones)",
    "(hijo|hijos|hija) de (puta|perra|su|tu|la|putas|mil)",
    "concha .. madre",
    "(vete|vayanse|vayase|andate|iros|vaya|vayan|irse) a (la|cagar|tomar|freir|chingar) (verga|mierda|chingada|carajo|porra|por|m)?",
    "(vete|vayanse|vayase|andate|iros) al (carajo|diablo|infierno)",
    "tomar por culo",
    "(que|no) .. (jodan|joda|joder)",
    "(dejen|deje|deja) de (joder|chingar|mamar|fregar)",
    "no (jodan|jodas|joda|mamen|chinguen)",
    "(los|te|lo|la|les) (voy|vamos) a (matar|buscar|romper|quemar|partir|encontrar|joder)",
    "(son|sois|es|eres|sos) (unos|una|un|unas) .. (basura|ratas|estafa|asco|mierda|ladrones|delincuentes|verguenza|sanguijuelas)",
    "(coman|come) mierda",
    "me importa un (carajo|culo|bledo|comino)",
  ],
  pt: [
    "(caralho|porra|merda|buceta|cuzao|cuzoes|fdp|arrombad*|desgraca|desgracad*|vagabund*|otari*|idiotas|babaca*|imbecis|corno|ladroes|ladrao|golpistas|golpista|trouxas|pqp|vsf|tnc|krl|canalha*|palhacos)",
    "(filho|filhos|filha) da puta",
    "vai (tomar|se|para|a) .. (cu|foder|merda|inferno|lascar)",
    "vao (tomar|se|para) .. (cu|foder|merda|inferno)",
    "(vou|vamos) (te|matar|quebrar|acabar) (matar|voces|pegar)",
  ],
  en: [
    "(fuck*|motherfuck*|shit|bullshit|bitch*|asshole*|bastard*|scammer|scammers|thieves|crooks|moron|morons|dickhead*|cunt*|wtf|stfu|vultures|leeches|idiots|scumbag*)",
    "(screw|piss) (you|off)",
    "go to hell",
    "(will|ill|gonna) (kill|find|hurt|hunt) you",
    "eat shit",
  ],
  except: ["a la verga (que|me)", "(es|esto|seria) una? (basura|estafa)? $"],
};
