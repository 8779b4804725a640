/** Around the name or number of an option these add nothing. Folded. */
export const FILLERS: ReadonlySet<string> = new Set(
  `la el lo los las a o c d the e es seria vai va quiero quisiera queria deseo escojo elijo selecciono prefiero mejor dame deme una un
  uma um por porfa porfis favor please gracias me quedo con quero escolho seleciono fico com i want choose pick one listo ok entonces
  entao pues pe po si sim yes ya ese esa esse essa de del da do que dice diz opcion opciones opcao opcoes option options opsion opcon
  opc op opt alternativa alternativas numero num nro boton botao plan propuesta proposta letra item inciso pongame ponme ponle marco
  anoteme anota seleccion eleccion senorita senor senora joven amigo amiga moca moco mismo misma mesmo mesma ai nomas esta este ver pode ser puede msm sea
  veamos deixa deixe`.split(/\s+/),
);

/** Before a number or letter these say that it names an option. */
export const OPTION_NAMES =
  /^(?:opc\w*|ops\w*|opt\w*|op|alternativ\w*|numero|num|nro|boton|botao|button|letra|inciso|item|propuesta|proposta|number)$/;

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: "primera primero primeira primeiro first primerita primerito primer 1a 1o 1ra 1ro 1st",
    2: "segunda segundo second segundita seguda 2a 2o 2da 2do 2nd",
    3: "tercera tercero terceira terceiro third tercer 3a 3o 3ra 3ro 3rd",
    4: "cuarta cuarto quarta quarto fourth 4a 4o 4ta 4to",
    5: "quinta quinto fifth 5a 5o 5ta 5to",
    6: "sexta sexto sixth",
    7: "septima septimo setima setimo seventh",
    8: "octava octavo oitava oitavo eighth",
    9: "novena noveno nona nono ninth",
    10: "decima decimo tenth",
  }).flatMap(([place, words]) => words.split(" ").map((word) => [word, Number(place)] as const)),
);

/** What an ordinal is of, when it is no option: "la segunda cuota", "la primera semana". */
export const COUNTED_BY_ORDINALS: ReadonlySet<string> = new Set(
  `cuota letra armada parcela vez semana quincena quinzena mensualidad parte mitad pago fecha feira prestacao vuelta persona cosa
  vencimiento boleto data oportunidad payment time week`.split(/\s+/),
);

export const LAST: ReadonlySet<string> = new Set("ultima ultimo last abajo baixo bottom".split(" "));
export const TOP: ReadonlySet<string> = new Set("arriba cima top".split(" "));
export const MIDDLE: ReadonlySet<string> = new Set("medio meio centro middle".split(" "));

/** Asks for the menu again, as the whole of a message. */
export const ASKS_FOR_MENU: ReadonlySet<string> = new Set([
  "menu",
  "menu principal",
  "main menu",
  "voltar",
  "volver",
  "volver al menu",
  "volta",
  "volta para o comeco",
  "volta para comeco",
  "atras",
  "regresar",
  "inicio",
  "back",
  "go back",
]);
