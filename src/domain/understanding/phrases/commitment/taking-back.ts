import type { PhraseTable } from "../../lexicon.ts";

/** Denies what is said in the same breath. What only sounds like a denial is excepted: "no le fallo", "sem erro", "no más". */
export const denies: PhraseTable<"denies"> = {
  says: "denies",
  es: ["(no|nunca|jamas|tampoco|ni|imposible|ninguna|ninguno|nada)"],
  pt: ["(nao|num|nem|nunca|jamais|impossivel)"],
  en: ["(not|cant|cannot|wont|dont|never|didnt|couldnt|wouldnt|isnt|aint|unable|nor|without)"],
  except: [
    "no (hay|se|te|me)? (problema|lio|drama|tema|preocup*|afane|asuste|apure|apures|desespere)",
    "no (le|les|te|os|se|lo|me)? (fallo|fallare|fallamos|quedo|quedare|incumplo|incumplire|olvido|olvidare|olvida|voy a fallar|voy a quedar|voy a olvidar)",
    "no (mas|pasa|antes|despues|todo|toda|completo|importa)",
    "ni un (dia|peso|sol|centavo) (mas|menos)",
    "no es que no",
    "(como|claro como|por que) no",
    "nada mas",
    "no (soy|es) (de|ningun|ninguna)",
    "(que|porque) no quiera",
    "para que no",
    "nao (tem|ha) (erro|problema)",
    "nao (se|te|me)? (preocup*|falho|esqueco|vou falhar|vou furar|vou dar calote|vou esquecer|vou deixar de|deixo de|precisa)",
    "(que|se) nao (quero|queira)",
    "nem (precisa|se preocup*)",
    "(dont|no) (worry|problem|doubt)",
    "(wont|not) (let you down|fail|forget)",
    "without fail",
    "not (only|a problem)",
  ],
};

/** It has been done, or was to be done. Spanish without accents writes "pagué" and "pague" alike: neither is a promise. */
export const past: PhraseTable<"past"> = {
  says: "past",
  es: [
    "(pague|deposite|transferi|consigne|abone|cancele|gire|liquide|salde|yapee|mande|envie|hice|realice|efectue|di|deje|entregue|pase|saque)",
    "(pagaron|pagaste|pagasteis|pagado|depositado|consignado|transferido|abonado|cobraron|descontaron|debitaron|depositaron|hicimos|dimos|pagaba|pagabamos|quedaron)",
    "(fue|fueron|quedo|ya esta|esta|ya) (pagad*|cancelad*|liquidad*|cubiert*|saldad*|abonad*|depositad*|descontad*)",
    "se (realizo|hizo|efectuo|pago|cobro|desconto|debito|cubrio|liquido)",
    "(se|me) (lo|la|los|las) (cobraron|descontaron|debitaron|desconto|debito|cobro)",
    "ya (se)? (pago|cancelo|deposito|abono|consigno|liquido) (el|la|eso|esto|todo|mi|ayer|hace)",
    "(iba|ibamos|pensaba|quede|dije|prometi|quedamos) (a|en|de|que) (pagar|pagaba|cancelar|depositar|consignar)",
    "(del|el|la) (mes|ano|semana) (anterior|pasado|pasada)",
    "del corriente",
  ],
  pt: [
    "(paguei|quitei|transferi|depositei|acertei|fiz|mandei|enviei|pagou|pagaram|descontaram|dei|zerei|passei|prometi)",
    "ia (pagar|quitar|acertar|depositar|fazer)",
    "(foi|foram|ja esta|ja ta|ja foi) (pag*|quitad*|liquidad*|feit*)",
    "(mes|ano|semana) passad*",
  ],
  en: [
    "(paid|sent|transferred|deposited|made|settled|cleared|gave|was|were|did)",
    "have (paid|sent|made)",
    "last (week|month|year)",
  ],
  except: [
    "(get|getting|gets|be|am|being|got) paid",
    "(que|para que|hasta que|cuando|apenas|en cuanto) (me|nos|te|le|se)? (pague|deposite|gire|mande|envie|cancele|abone|consigne|pase)",
    "el (deje|pase)",
    "(que|el) di",
    "dia",
    "(if|when) .. was",
    "pase lo que pase",
  ],
};

/** Only if something happens that the speaker does not decide. */
export const condition: PhraseTable<"condition"> = {
  says: "condition",
  es: [
    "si (me|nos|tengo|tuviera|puedo|pudiera|podria|consigo|cobro|alcanzo|alcanza|recibo|logro|llega|llegan|todo sale|sale|salen|no me|no hay|acaso|vendo|ellos|el|la|los|las|mi|mis|usted|ustedes|vos|tu|encuentro|paga|pagan|hay|hubiera|fuera|se|es|no llueve|llueve|junto|cae|caen|quieren|quiere|acepta|aceptan|aprueban|todo|voy a poder|gano|trabajo|vuelvo|son|fueran|queda|quedan|baja|bajan|sera|seria)",
    "(siempre y cuando|siempre que|en caso|a menos|a no ser|con tal|salvo que|excepto que|dependiendo|segun|en cuanto pueda|cuando pueda|cuando tenga|cuando consiga)",
    "(me|nos) (quita|quitan|rebaja|rebajan|descuenta|descuentan|perdona|perdonan|baja|bajan|condona|condonan|congela|congelan) ..",
  ],
  pt: ["caso ..", "(desde que|a menos que|dependendo|quando der|quando puder|se der)"],
  en: [
    "if (i|they|my|you|the|all|it|we|everything|that|this|hes|shes)",
    "(unless|as long as|provided|depending|in case)",
  ],
  except: [
    "si (dios|todo sale bien) (quiere|me|permite|lo|con|y|nos|primero)",
    "si (el|la) (#|lunes|martes|miercoles|jueves|viernes|sabado|domingo|quincena|semana|manana|otra|proxima|proximo)",
    "(lunes|martes|miercoles|jueves|viernes|sabado|domingo|#) si",
    "(yo|claro que|que|pero|ahi|alli|eso|dia|manana|hoy) si",
    "si (le|les|te|os) (pago|deposito|cumplo|mando|doy|cancelo|abono)",
    "si se (lo|la|los|las|le)",
    "si (es|fue) (asi|posible)? $",
  ],
};

/** The speaker is not sure. */
export const doubt: PhraseTable<"doubt"> = {
  says: "doubt",
  es: [
    "(quizas|quiza|depende|ojala|intentare|intento|tratare|acaso|dudo|supongo|probablemente|posiblemente|seguramente quizas|capaz|chance y|puede ser|puede que|tal vez|talvez|a lo mejor|de pronto|lo mas probable|igual y|en una de esas|a ver si|haber si|voy a ver|vere si|ver si|miro a ver|veo si|yo creo|creo que|creo|pienso que|estimo|calculo que|me parece que|quien sabe|sabra dios|ni idea)",
    "(trato|tratar|tratando|tratare|hare lo posible|haria lo posible|espero|esperemos|esperaria|quisiera|intentar|intentando|procurare) (de|poder|que|pagar|a)?",
    "(no se|no estoy|no es|se) (si|segur*|cuando|que dia|cual)",
    "no (es|le|les|te) (segur*|prometo|aseguro|garantizo|doy fecha)",
    "(pagaria|hubiera|habria|tuviera|pudiera|depositaria|cancelaria|abonaria|quedaria)",
  ],
  pt: [
    "(talvez|depende|tento|tentarei|tentar|tentando|espero|quem sabe|provavelmente|possivelmente|acho|acho que|sei la|vou ver|vou tentar|vamos ver|ver se|vejo se|se pa|pode ser que|capaz|imagino|pretendo|queria|gostaria)",
    "nao (sei|prometo|garanto|tenho certeza|e certeza|e garantido)",
    "(pagaria|poderia)",
  ],
  en: [
    "(maybe|perhaps|might|try|trying|depends|hopefully|probably|possibly|i think|i guess|not sure|hope|hoping|should be able|would have|lets see|i may)",
    "(dont|do not) (know|promise)",
  ],
  except: [
    "(si|se) es (el|asi|posible)",
    "(esta|estoy|es|muy) segur*",
    "espero (su|tu|respuesta|el|la|los|que este|que esten|un|me|confirmacion|link)",
    "se (preocup*|lo|la|los|olvid*)",
    "se (es|que)",
    "(lo|me) intento cobrar",
    "quisiera (saber|pagar|cancelar|abonar|consignar|depositar|ver|hacer)",
    "acho (otimo|bom)",
    "(gostaria|queria) (de)? (pagar|saber|quitar|ver)",
    "nao espero",
    "espero (ate|o)",
    "puede ser (el|la|los|en|para|a|manana|hoy|#|que sean)",
    "(a ver|ver si) (me|nos)",
  ],
};

/** Somebody else pays: they have promised nothing. */
export const another: PhraseTable<"another"> = {
  says: "another",
  es: [
    "(@family|jefe|patron|empresa|cliente|banco|inquilino|socio|contador|garante|fiador|codeudor|abogado|compadre|comadre|amigo|amiga|ex) (ya|si|tambien|es quien|es el que|es la que)? (le|les|te|lo|la|se|los)? (lo|la|los)? (paga|pagan|pagara|pagaran|pagar|pague|pago|deposita|depositan|deposito|depositara|cancela|cancelo|cancelara|consigna|consigno|abona|abono|transfiere|manda|gira|hace el pago|hara el pago|va a pagar|va a depositar|va a cancelar|va a consignar|va a hacer)",
    "(el|ella|ellos|ellas) (ya|si|tambien)? (le|les|te|lo|la|se|los)? (lo|la|los)? (paga|pagan|pagara|pagaran|deposita|depositan|depositara|cancela|cancelan|consigna|abona|transfiere|manda|gira|hace el pago|va a pagar|va a depositar|va a cancelar|van a pagar)",
    "(el|la|los|las) que (paga|pagan|va a pagar|debe pagar)",
    "(va|van) a (pagar|cancelar|depositar|consignar|transferir) (mi|el|ella|ellos|la|los)",
  ],
  pt: [
    "(ele|ela|eles|elas|@family|patrao|empresa|cliente|banco|firma|socio|ex) (ja|que|vai|e que|te|lhe)? (paga|pagam|vai pagar|pagar|deposita|acerta|quita|vai quitar|vai acertar|faz o pix|transfere)",
  ],
  en: [
    "(he|she|they|@family|boss|company|bank) (will|is going to|gonna|shall)? (pay|pays|paying|send|sends|transfer|transfers)",
  ],
  except: ["(@family|jefe|patron|empresa|cliente|banco|socio|el|ella) (me|nos) .."],
};

/** Money reaches the speaker that day: it dates a promise that is made beside it, and is none itself. */
export const income: PhraseTable<"income"> = {
  says: "income",
  es: [
    "(me|nos) (pagan|paga|pagara|pagaran|van a pagar|va a pagar|pagaran|depositan|deposita|consignan|consigna|cae|caen|caera|liquidan|llega|llegan|entra|entran|giran|gira|mandan|manda|prestan|presta|adelantan|adelanta|dan|da|sale|salen|toca|ingresan|abonan|transfieren|van a dar|va a dar|van a girar|va a girar|va a prestar|van a prestar|va a mandar|toca cobrar|paguen|deposite|depositen|liquiden|entregan|devuelven)",
    "(cobro|cobrare|voy a cobrar|cobramos|recibo (mi|el|la|mis|los)|cae (mi|la|el)|sale (mi|la|el)|llega (mi|la|el)|es (mi|la) (quincena|paga)|dia de (pago|paga|cobro))",
    "(gano|ganamos|mi sueldo|mi salario|de sueldo) ..",
    "(cobre|reciba|salga|caiga|venda|vendo|coseche|libere|entregue|termine)",
  ],
  pt: [
    "(ganho|meu salario) ..",
    "(recebo|vou receber|receber|receberei|eu recebo|cai|caia|cair|sai|sair|saia|entra|entrar|entrando|vai cair|vai sair|vai entrar|pagam|me paga|me pagam|me passar|me pagarem|vai me dar|vai me pagar|vai me adiantar|virar o mes)",
  ],
  en: ["(get|getting|gets|got|be) paid", "(payday|my check|my paycheck|paycheck) ..", "i get my"],
  except: ["(no|nao) (me|nos)? (pagan|cobro|llega|cae|recebo|cai)", "el cobro", "(deberia|debe) cobrar"],
};

/** The day is for a message or a call. */
export const callMe: PhraseTable<"callMe"> = {
  says: "callMe",
  es: [
    "(mandeme|mandame|mandemelo|escribame|escribeme|escribime|escribanme|llameme|llamame|llamenme|contacteme|contactame|hableme|hablame|hablamos|hablemos|conversamos|avisame|aviseme|recuerdeme|recuerdame|recuerdenme|recordame|visiteme|digame|dime|marqueme|vuelva|le aviso|te aviso|les aviso|le confirmo|te confirmo|les confirmo|le cuento|te cuento|le escribo|te escribo|le llamo|te llamo|me comunico|le doy razon|le doy respuesta|te doy respuesta|me llaman|me escriben|me llama|me escribe)",
  ],
  pt: [
    "me (liga|ligue|chama|chame|escreve|escreva|manda|mande|lembra|lembre|avisa|avise|procura|cobra|cobre)",
    "(te|lhe|eu) (aviso|respondo|falo|ligo|chamo|digo|retorno|dou uma resposta|dou um retorno)",
    "(a gente) (conversa|fala|ve|se fala)",
  ],
  en: [
    "(call|text|write|remind|contact|message|email) me",
    "(ill|i will|let me) (let you know|call|text|get back|confirm)",
    "talk (on|to|then)",
  ],
};

/** Asks to be waited for: a day in it is the day until which. */
export const asksTime: PhraseTable<"asksTime"> = {
  says: "asksTime",
  es: [
    "(espereme|esperame|esperenme|esperanos|esperar|espera|espere|esperen|esperan|aguanteme|aguantame|aguanta|aguante|aguantar|aguantan|aguantarme|esperarme|tengame|tenme paciencia|deme|denme|dame|dejeme|dejame|dejenme|regaleme|regalame|da|dan|dar|darme) .. (hasta|para|a|un|unos|una|chance|plazo|tiempo|plazito|dias|mas)",
    "(se puede|podria|podrian|pueden|puede|es posible|hay chance|hay forma) .. (correr|mover|aplazar|posponer|postergar|cambiar|pasar|para el|hasta el|el #)",
    "(correr|corran|corrame|mover|muevan|aplazar|aplace|posponer|postergar|prorroga|prorrogar|plazo) .. (fecha|hasta|para|al|el)",
  ],
  pt: [
    "(espera|esperar|espere|esperem|aguarda|aguardar|segura|segurar|segure|da|dar|deixa|me da|me de|prazo) .. (ate|para|para|dia|mais|um|uns|uma)",
    "(adiar|adia|empurra|empurrar|passa|muda|mudar|prorrogar) .. (para|para|ate|vencimento|data)",
  ],
  en: ["(give|wait|extension|extend|hold) .. (until|till|to|for)", "(more|some) time"],
};

/** Says the opposite of what it says. */
export const irony: PhraseTable<"irony"> = {
  says: "irony",
  es: [
    "si como no",
    "(aja|si) claro (que)? (aja|seguro|como no|tambien|y|jaja|jajaja)",
    "(cuando las ranas|cuando los chanchos|cuando las vacas|san juan baje|el dia del juicio|dia del juicio|del nunca|san blando|las calendas|cuando el infierno|cuando llueva para arriba|el 31 de febrero|el 30 de febrero|en tus suenos|en sus suenos|suene que|que mas quisiera|ya quisiera|ya quisieran)",
    "(si|claro|seguro) (ya|manana) (mismo)? (corro|voy corriendo|salgo corriendo|vendo un rinon)",
    "(si|claro|aja|seguro) (claro|si|aja)? (ahora|ahorita|ya) .. (saco|hago|imprimo|fabrico|vendo|consigo) .. (de la nada|del aire|arbol|magia|rinon|alma|de donde)",
    "(de la nada|del aire|de la manga|por arte de magia|sacar (plata|dinero) de las piedras|crece en los arboles|vendo (un|el) rinon|vendo mi alma|me gane la loteria|billetes en el patio|cara de banco)",
  ],
  pt: [
    "(so que nao|sqn|dia de sao nunca|nem que a vaca|quando a galinha|quando galinha|vai sonhando|pode sonhar|senta e espera|espera sentado|espera sentada|no dia 30 de fevereiro|ah claro|ta bom que)",
    "(do nada|da arvore|por magica|nasce em arvore|cair do ceu|vendo (um|o) rim|ganhei na loteria|tenho cara de banco|fabrico dinheiro)",
  ],
  en: [
    "(yeah right|when hell|when pigs|in your dreams|dream on|keep dreaming|as if id)",
    "(out of thin air|grow on trees|grows on trees|money tree|won the lottery|sell a kidney|made of money|print money|pull it out of my|as if by magic)",
    "(yeah|oh|right|sure) (sure|right|ok|of course)? .. (let me|ill) just .. (pull|print|grow|find|whip|conjure)",
  ],
};
