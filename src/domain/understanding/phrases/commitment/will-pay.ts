import type { PhraseTable } from "../../lexicon.ts";

/** The speaker pays, will pay, or says that it is as good as done. A day beside it is a promise. */
export const willPay: PhraseTable<"willPay"> = {
  says: "willPay",
  es: [
    "(pago|pagare|pagaremos|pagamos|pagarle|pagarles|pagarte|pagarlo|pagarla|pagarselo|pagarsela|pagar|pagando|pagandole)",
    "(cancelo|cancelare|cancelaremos|cancelamos|cancelar|cancelarle|cancelarles|cancelarte|cancelarlo|cancelando|cancelandole)",
    "(deposito|depositare|depositar|depositarle|depositarles|depositarte|depositamos|depositando|depositandole)",
    "(consigno|consignare|consignar|consignarle|consignarles|consignarte|consignamos|consignando|consignandole)",
    "(transfiero|transferire|transferir|transferirle|transferirles|transferirte|transferimos|transfiriendo)",
    "(abono|abonare|abonar|abonarle|abonarles|abonarte|abonamos|abonando|abonandole)",
    "(giro|girare|girar|girarle|girarles|girarte|girando|liquido|liquidare|liquidar|liquidarle|liquidarlo|liquidando)",
    "(saldo|saldare|saldar|saldarlo|cubro|cubrire|cubrir|cubrirlo|finiquito|yapeo|yapeare|yapearle|plineo|ingreso|ingresare|ingresar)",
    "(le|les|te|se|os|se lo|se la|se los|se las) (lo|la|los|las)? (doy|dare|mando|mandare|envio|enviare|paso|pasare|hago|hare|pongo|pondre|caigo|entrego|llevo|llevare|traigo|traere|suelto|arreglo|cumplo|cumplire|respondo|tengo|tendre|consigo|junto|completo|dejo|dejare|tiro|echo|quedo al dia)",
    "(le|les|te|os) (estoy|voy a estar|estaria|voy a|vamos a) (pagando|mandando|enviando|dando|pasando|mandar|enviar|dar|pasar|hacer|cumplir|llevar|quedar bien|responder)",
    "(darle|darles|darte|mandarle|mandarles|mandarte|enviarle|enviarte|pasarle|pasarte|hacerle|hacerles|llevarle|ponerle)",
    "(doy|dare|mando|mandare|envio|enviare|paso|hago|hare|realizo|realizare|efectuo|efectuare|efectuar|realizar|hacer) .. (pago|deposito|abono|transferencia|transfe|giro|consignacion|cancelacion|bizum|spei|yape|plata|lana|dinero|guita|mosca|luca|lucas|#)",
    "(doy|mando|envio|dare|mandare|cumplo|cumplire|liquido|completo)",
    "(me comprometo|doy mi palabra|te doy mi palabra|le doy mi palabra|se lo aseguro|se lo prometo|te lo juro|se lo juro|le prometo|te prometo)",
    "(me pongo|me pondre|ponerme|estoy|quedo|quedare|quedamos) (al dia|al corriente|a mano|a paz y salvo)",
    "(salgo|salimos) de (eso|esto|esa|la)",
    "(lo|la|los|las) (resuelvo|soluciono|regularizo|pongo|mando|dejo|arreglo|llevo|traigo|tiene|tienen|tendra|tienes|tenes|tendras)",
    "(queda|quedara|estara|esta) (pago|pagado|pagada|listo|lista|saldado|saldada|cancelado|cancelada|depositado|depositada|resuelto|cubierto)",
    "(lo tiene|lo tienes|lo tenes|lo tienen|la tiene|cuente con|cuenta con|cuenten con) (en|ahi|seguro|fijo|listo|eso|ello|el)?",
    "(voy|ire|bajo|paso|pasare) (y|a) (pago|pagar|consigno|consignar|deposito|depositar|cancelo|cancelar|abonar|abono|pagarle|pagarles|dejar|dejarle|dejarles)",
    "(estoy|estare) en (la|el) (ventanilla|banco|agente|corresponsal|sucursal|oxxo|rapipago|lider|caja)",
    "para (el|la|este|esta) (#|lunes|martes|miercoles|jueves|viernes|sabado|domingo) (le|les|te)? (pago|tengo|cancelo|mando|deposito|cumplo)",
  ],
  pt: [
    "(pago|pagarei|pagamos|pagaremos|pagar|pagando|pg|quito|quitarei|quitar|quitamos|acerto|acertarei|acertar|deposito|depositarei|depositar|transfiro|transferirei|transferir|liquido|liquidarei|liquidar|zero|saldo|saldar)",
    "(efetuo|efetuarei|efetuar|realizo|realizarei) .. (pagamento|deposito|transferencia|quitacao)",
    "(faco|farei|fazer|mando|mandarei|dou|darei|passo|envio|enviarei|jogo) .. (pix|pixx|piks|pagamento|transferencia|ted|deposito|grana|dinheiro|entrada|#)",
    "(eu|ja|ai|te|lhe|vou|vamos|mesmo dia eu) (mando|faco|passo|dou|resolvo|acerto|garanto|envio|mandar|fazer|passar|dar|resolver|acertar|garantir|quitar|pagar|pg|transferir|depositar)",
    "(mando|faco|resolvo|garanto|consigo|dou um jeito|resolve|faz o pix)",
    "(ta|esta|vai estar|estara|vai ta) (na conta|na mao|pago|paga|ai|resolvido|quitado|quitada|certo|feito)",
    "(me comprometo|comprometo|dou minha palavra|prometo|juro|pode anotar|pode cobrar|pode contar|conte com)",
    "(a gente) (paga|quita|acerta|faz|resolve)",
  ],
  en: [
    "(ill|i will|will|we will|well|can|could|gonna|going to|want to|let me|ill be|i|im) .. (pay|send|transfer|deposit|do|give|settle|make|paying|sending|clear|sort|wire|drop|cover|catch up)",
    "^ (pay|paying|sending|payment)",
    "(youll|you will|you) (have|get|receive) (it|the money|your money|my payment|payment|all of it)",
    "(i promise|you have my word|promise you|count on it)",
  ],
  except: [
    "(no|nao) (me)? comprometo",
    "saldo (a|pendiente|total|en|es|de|actual)",
    "doy (pena|lastima|cuenta|por|las)",
    "me (doy|hago|paso|liquido|giro)",
    "(al|un|pedir|pedir un|dar un|darme un) paso",
    "quitar (mi|el|la|los|esto|eso|de)",
    "(paguen|deposite|pagame|pagar) me",
    "zero (a|juros|real|reais|por|cuotas)",
    "(tengo|hay) que (hacer|dar)",
  ],
};

/** Adds weight to a day and says nothing of who pays: "el viernes sin falta", "de ley", "pode anotar". */
export const surely: PhraseTable<"surely"> = {
  says: "surely",
  es: [
    "(sin falta|sin falla|fijo|de ley|sin excusa|sin excusas|si o si|a mas tardar|palabra|segurisimo|garantizado|te lo juro|lo juro|se lo juro|ni un dia mas|delo por hecho|dalo por hecho|prometido)",
    "no (le|les|te|os|se)? (fallo|fallare|fallamos|quedo mal|quedare mal|incumplo|voy a fallar|voy a quedar mal)",
    "no pasa (de|del)",
    "(si|ahi si|alli si|esta vez si|ahora si) $",
    "(lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|quincena|#) si",
    "(es en serio|a primera hora|al toque|lo mas pronto)",
    "^ (listo|dale|ok|bueno|vale|hecho|quedamos|entonces|va) (entonces|pues)? (el|para el|este|manana) ..",
  ],
  pt: [
    "(sem falta|com certeza|certeza|garantido|garanto|prometido|palavra|no maximo|certinho|de verdade|pode anotar|pode confiar|sem erro|pode deixar|sim) $",
    "(sem falta|com certeza|pode deixar|pode contar|pode anotar|garanto|palavra de)",
    "nao (tem erro|falho|vou falhar|vou furar)",
    "resolve $",
  ],
  en: ["(without fail|for sure|definitely|guaranteed|at the latest|i swear|my word|no later than)"],
};
