import type { PhraseTable } from "../../lexicon.ts";

const YOU_ARE =
  "(son|sois|es|eres|sos|usted es|ustedes son|uds son|puros|puro|partida de|tropa de|manada de|bola de|montón de|monton de|cuerda de|sarta de|trafala de|atado de|runfla de|banda de|par de|parranda de|tremendos|malditos|pinches)";

/** Insults and threats. Nobody is answered in kind; a person decides what follows. Words that friends use ("wey", "boludo", "parce") are none. */
export const abuse: PhraseTable<"abuse"> = {
  says: "abuse",
  es: [
    // Colombia, Venezuela, Ecuador
    `(hijueput*|hijoeput*|hijuep*|hijoep*|hijuemadre|hpta|hptas|hp|hps|jueputa|juepucha|malparid*|gonorrea*|pirob*|
      carechimb*|caremond*|caretabla*|cagada|cagadas|sapo hp|perro hp|mamaguev*|mamahuev*|coñoetumadre|coñodesumadre|
      conoetumadre|mmgvo|mmg|cochinada|cojud*|cojudez|longo|hijueperr*|comemierda*|tombo hp|cachudo|cachon)`,
    `(monda|mondá|verga|vergas|mrda|mierda*|mierd|pichurria|guevon|huevon|webon|guevonada|huevonada|webada|webadas|
      huevada|huevadas|guevonadas)`,
    // Mexico and the Andes
    `(pendej*|chinga|chingad*|chinguen|chinguense|cabron|cabrones|cabrona|culer*|puto|putos|puta|putas|ojete|ojetes|
      ptm|ctm|hdp|hdspm|csm|csmr|conchetumare|conchatumadre|conchasumadre|conchetumadre|conchesumadre|conchasumare|
      ctmre|reconchatumadre|rctm|mascapito|mamon|mamones)`,
    `(pinche|pinches) (@human|bot|robot|banco|empresa|maquina|rateros|ratas|cobradores|gente|viejo|vieja|cobrador|
      naco|naca|deuda|perros|jodones|ladrones)`,
    // Argentina, Chile
    `(pelotud*|forro|forros|sorete|soretes|garca|garcas|chorro|chorros|pajer*|tarado|tarados|tarada|culiao|culiaos|
      culiad*|qliao|qlo|culia|aweonao|aweonaos|ahueonao|saco wea|sacowea|hijoputa|hdrmp|la concha)`,
    "(boludos|weones|huevones|maricas|boluda) (de|culiaos|ladrones|hijos|mierda|chorros|que|insoportables)",
    `(gilipoll*|cabronazo|capull*|subnormal*|hijoputas|tonto del culo|imbecil*|idiota*|estupid*|estupides|baboso|
      babosos|maric*n*|maricon|maricones|bastardo|bastardos|cretin*|animales|bestias|brutos|retrasad*)`,
    `(maldit*|desgraciad*|infeliz|infelices|miserable|miserables|sinverguenza*|sinberguenza*|usurero*|chupasangre*|
      parasito*|carronero*|buitre*|mugros*|perros|perra|perras|lacra|lacras|escoria|escorias|hampon*|delincuentes|
      rateros|ratero|ratas|rata|ladron|ladrones|ladrona|ladronas|basura|basuras|estafadores|estafador|estafadora|
      vampiros|sanguijuela*|cobardes|hambreados|muertos de hambre|muerto de hambre|muertodehambre|arrastrados|
      arrastrado|asquerosos|asqueroso|rastreros|inutil|inutiles|inservible|inservibles|incompetente|incompetentes|
      ineptos|inepto|payasos|payaso|pillos|bandidos|corruptos|abusivos de mierda|malnacid*|corrupt*)`,
    "(hijo|hijos|hija|hijas) de (puta|perra|su|tu|la|putas|mil|sus|una|perr*|la gran|la chingada|las mil)",
    "(concha|coño) .. (madre|hermana)",
    "(chinga|chinguen|chingas|rechinga|chingue) (a)? (su|tu|sus|tus) (madre|puta madre|madres)",
    `(vete|vayanse|vayase|andate|iros|vaya|vayan|irse|anda|andá|vayansen|larguense|que se vayan|se pueden ir|
      vallanse|valla|ándate|jalate) (todos)? (a|pa|por) (la|cagar|tomar|freir|chingar|chingada|molestar a|lavarse|
      joder) (verga|mierda|chingada|carajo|porra|por culo|m|tu|su|papas|a otro|el culo|goma|berga|conch*)?`,
    `(vete|vayanse|vayase|andate|iros|anda|andá|irse|vallanse|pudranse|pudrete|que se pudran|se pueden) (a|al|pal|ir
      al|en el)? (carajo|diablo|infierno|coño|demonio|averno)`,
    `(pudranse|pudrete|muéranse|mueranse|revienten|que se mueran|ojala se mueran|jodanse|jodase|que se jodan|que los
      parta)`,
    "tomar por (el)? culo",
    "que (os|te|les|le) (den|den por culo|follen|zurzan)",
    "me cago en (la|tu|su|vuestra|vuestros|tus|sus|todo|dios|ustedes)",
    "(hostia|hostias|cojones) (ya|puta|dejad)?",
    "(que|no) .. (jodan|joda|joder) (mas|tanto|la)?",
    `(dejen|deje|deja|paren) de (joder|chingar|mamar|fregar|romper|hinchar) (las|los|la)? (bolas|huevos|pelotas|
      madre|paciencia)?`,
    `no (jodan|jodas|joda|mamen|chinguen|rompan|rompas|hinchen) (las|los|mas|la|tanto)? (bolas|huevos|pelotas|
      quinotos|paciencia)?`,
    `(rompe|rompen|hinchan|inflar|tocan|tocar|rompiendo|hincha|tocando|hinchando) (las|los) (bolas|huevos|pelotas|
      cojones|narices)`,
    `(los|te|lo|la|les) (voy|vamos) a (matar|romper|quemar|partir|joder|reventar|pegar|quebrar|cagar|moler|hacer
      (dano|pagar)|caer|cobrar caro|ir a buscar|ir a partir|buscar y|encontrar y|sacar la)`,
    `(les|te|los|le|voy a) (quemo|quemar|parto|partir|rompo|romper|mato|reviento|quiebro|meto) (el|la|los|un|una|su|
      en) (local|oficina|cara|jeta|madre|tiro|bala|bomba|negocio|carro|casa|candela|tienda|alma|piedras|plomo)`,
    `(van a ver|ya veran|se atienen|aténganse|cuidense|cuidese|se donde|ya se donde|sabemos donde) (lo que|de|viven|
      vive|trabajan|trabaja|queda|estan|les va|quien|con)`,
    `(el que venga|si vienen|si viene|si se aparecen|si aparecen|venga|vengan) .. (lo|los|la|le|les) (recibo|saco|
      mato|echo|espero|voy a) .. (plomo|bala|machete|perro|perros|piedra|palo|patadas|escopeta|matar)?`,
    "(a|con) (plomo|machete|bala|balazos|machetazos|patadas)",
    `${YOU_ARE} (un|una|unos|unas|todos|todas|puros|muy|bien|puras|mas|tan|lo mas)? .. (basura|ratas|estafa|asco|
      mierda|ladrones|delincuentes|verguenza|sanguijuelas|vampiros|usureros|rateros|buitres|vividores|aprovechados|
      abusivos|abusadores|descarados|cinicos|inutiles|incompetentes|estafadores|criminales|malditos|mafiosos|mafia|
      chorros|perros|cerdos|animales|bestias|idiotas|imbeciles|pesad*|ladron|hijos|corruptos|miserables|sinverguenzas|
      bandidos|atracadores|pillos)`,
    "(que|son un|dan|me dan|tremendo) (asco|porqueria|asquerosidad|verguenza ajena|bazofia)",
    "(porqueria|asco) de (empresa|banco|gente|servicio|atencion|trabajo|personas|compania|robot|bot)",
    `(gente|empresa|banco|servicio|trabajo|vida|plata|deuda|vaina|robot|bot) de (mierda|porqueria|pacotilla|quinta|
      cuarta|basura|m)`,
    "(coman|come|comete|comanse|traguen) (mierda|caca|moco|mrd)",
    `me (importa|vale|chupa|suda|paso|limpio) (un|una|por|el) (carajo|culo|bledo|comino|verga|mierda|huevo|los
      huevos|las pelotas|rabano|reverendo|trasero|forro|la polla|madre|chingada|arco)`,
    "me vale (madre|madres|verga|vrg|gorro)",
    "me la (suda|sudan|pelan|pela|chupan|soban)",
    `(metase|metanse|metanselo|metaselo|metete|metetelo|meteselo|metelo|guardese|guardenselo|agarrense|limpiense|
      ponganse) (el|la|su|los|las|eso|ese|esa|con|ese)? .. (culo|por donde|orto|ojete|trasero|le quepa|les quepa|el
      sol|poto|hoyo)`,
    `(chupalo|chupala|chupamela|chupenla|chupenmela|mamalo|mamela|mamenmela|besame el culo|besenme el culo|chupame|
      chupenme|mamame|maman|me la maman)`,
    "(no sirven|no sirve|no valen|no vale) (para|ni) (una|un|nada|pa|ni) (monda|mierda|verga|carajo|culo|chimba)?",
    `(a tu|a su|su|tu|con tu|con su) (puta|perra|reputa|rechingada|pinche|abuela|abuelita|madre) (madre|abuela|
      hermana|que|cobrele|cobrale)?`,
    `(anda|ve|vaya|vayan) (a)? (cobrar*|cobrele*|molestar|joder|fastidiar|jode|cobrale) (le)? (a)? (tu|su|otro|otra|
      tu abuela|su abuela|tu madre|su madre|la puta|tu mama|su mama|sus madres)`,
    `(busca|busque|busquese|buscate|consigase|consigue|ponte|pongase|ponganse|busquen|busquense) (a)? (un|otro|
      algun)? (trabajo (de verdad|decente|honesto|digno)|oficio|a trabajar|que hacer|vida propia)`,
    `(callate|callese|callense|cierra|cierren|cierre|cerrá) (la|el|ya)? (boca|hocico|jeta|pico|bot|robot|orto|
      estupid*)?`,
    "(no tienen|no tiene|sin) (madre|verguenza|alma|corazon|perdon de dios) (ustedes|usted|cobr*|]|ni)?",
    "(🖕|🤬|💩|🖕🏻|🖕🏼|🖕🏽|🖕🏾|🖕🏿)",
  ],
  pt: [
    `(caralho|caraio|karalho|porra|merda|bosta|buceta|cuzao|cuzoes|cuzona|fdp|fdps|arrombad*|desgraca|desgracad*|
      vagabund*|otari*|idiota*|babaca*|imbecil|imbecis|corno|cornos|corna|ladroes|ladrao|ladra|golpistas|trouxa|
      trouxas|pqp|vsf|tnc|vtnc|vtmnc|krl|krlh|canalha*|palhaco|palhacos|palhaca|palhacada|cacete|cassete|puta|putas|
      puto|putaria|foda|fodam|fodase|fodasse|fuder|foder|vadia|vadio|viado|viados|escroto|escrotos|escrota|nojent*|
      lixo|lixos|imprestavel|imprestaveis|inutil|inuteis|incompetente|incompetentes|covarde|covardes|safad*|pilantra*|
      picareta*|trambiqueir*|malandro*|urubu|urubus|sanguessuga*|chupa cabra|verme|vermes|porcaria|estelionatarios|
      burro|burros|burra|burras|animal|jumento|retardad*|agiota|agiotas|miseravel|miseraveis|maldit*|demonio|demonios|
      capeta|parasita*|abutre*|praga|pragas|peste|pestes|mercenario*|ordinari*|caloteiros|mal carater|mau carater|
      cretin*|cachorr* do|cao sarnento|verme|ratos|rato de)`,
    "(filho|filhos|filha|fila|fio) (da|de|duma|de uma) (puta|mae|uma egua|egua|rapariga|quenga|vaca)",
    `(vai|vao|va|vá|vcs vao|vao todos|vao tudo|vao se|vai voce|vsf vai) (todos|tudo)? (tomar|se|para|a|pra|todo
      mundo|ver|cagar|catar|cacar|lamber|plantar|pastar|chupar) .. (cu|foder|merda|inferno|lascar|ferar|ferrar|fuder|
      danar|caralho|porra|puta|cata|quinto|quintos|diabo|fazer|coquinho|batata|catar|sabao|se f|merda)`,
    `(se|vao se|va se|vai se) (fode|fodam|foda|fuderem|foderem|lascar|lasquem|ferrar|ferra|ferrem|danem|dane|fuder|
      foder|ferar)`,
    "(foda|dane|dana|que se) se",
    `(vou|vamos) (te|matar|quebrar|acabar|explodir|meter|dar|botar|ai|jogar|tacar|tocar) (matar|voces|pegar|quebrar|
      arrebentar|tudo|a porrada|bala|fogo|com voces|a cara|tiro|pedra|quebrar tudo|na cara|porrada|ai quebrar)`,
    "(levar|leva|tomar|recebe|recebo|receber|vai) (bala|tiro|chumbo|porrada|paulada|pau|facada|na bala|a bala|pipoco)",
    `(sei|eu sei|descobri) onde (fica|voces|vcs|voce|e|vc|mora|moram|trabalh*) .. (quebrar|pegar|loja|vou|cuidado|
      mora*|toma)?`,
    `(enfia|enfie|enfiem|soca|mete|meta|metam|pega|coloca|socar|enfiar) .. (no|na) (cu|rabo|olho|rabicho|bunda|toba|
      orelha|fiofo|meio do)`,
    "(cu|rabo) (de voces|dele|dela|da|do)",
    `(nao tem|nao tem o|sem|voces nao tem|sao uns sem|tem) (vergonha|vergonha na|o que fazer|carater|coracao) (na
      cara|na cara nao|mesmo|nao)?`,
    "sem vergonha",
    `(bando|cambada|corja|quadrilha|monte|raca|gente|povo) (de|ruim|do|insuportavel) .. (ladr*|urubu*|sem|
      incompetent*|vagabund*|safad*|covard*|golpist*|bandid*|merda|filh*|gente|idiot*|agiot*|inferno|imprest*|abutr*|
      insuport*|trouxa*)`,
    "(que|do|de|quinto*|pros|para os|pressa do) (inferno|diabo|diacho|quintos)",
    "(vai|va|vao) (cacar|procurar|arrumar|caçar|catar) (o que|um|outro|coquinho|servico|trabalho|sua turma)",
    "(cala|calem|cale|fecha) (a|essa) (boca|matraca|latrina)",
    "(roubar|roubando|extorquir|explorando) (de)? (aposentado|pobre|trabalhador|velho|gente|os outros|doente)",
    `(voces|vcs|voce|vc|ces) (sao|e|eh|nao passam de|tao|so) (tudo|todos|uns|um|uma|umas|tudo uns|os maiores|muito|
      uns baita)? .. (bandid*|ladr*|golpist*|ridicul*|nojo|lixo|urubu*|sem vergonha|merda|agiota*|vagabund*|safad*|
      crimin*|canalha*|uma vergonha|covard*|abutr*|sanguessug*|insuportav*|chat* para|pilantra*|palhac*|mercen*)`,
  ],
  en: [
    `(fuck*|motherfuck*|shit|shitty|bullshit|bitch*|asshole*|assholes|bastard*|scammer|scammers|thieves|thief|crooks|
      crook|moron|morons|dickhead*|dick|cunt*|wtf|stfu|gtfo|vultures|leeches|idiots|idiot|scumbag*|scum|losers|loser|
      pricks|prick|parasites|bloodsuckers|jackass*|douchebag*|retard*|jerks|jerk|pigs|trash|garbage people|fck|fkn|
      fuk|fuking|effing|damn you|goddamn)`,
    "(screw|piss|eff|f|sod|bugger|naff|jog) (you|off|u|yall|this)",
    `(wanker*|tosser*|twat*|bellend*|knobhead*|arse*|bollocks|pillock*|prat|prats|muppets|gits|git|bloody (thieves|
      idiots|hell|useless|cheek|joke|vultures|crooks|liars)|liars|shysters|sharks)`,
    "(go|rot|burn) (to|in) hell",
    "(will|ill|gonna|im going to|going to) (kill|find|hurt|hunt|burn|beat|shoot|smash) (you|your|yall|u|down)",
    "(i know|know) where you (live|work|are)",
    "(eat|kiss|suck|shove|stick) (shit|my|it up|a|this up|that up) .. (ass|dick|balls)?",
    "(shut) (up|the)",
    `(you people|you guys|yall|you) (are|r) (all|just|a bunch of|such|nothing but|the|pure)? (crooks|thieves|scum|
      vultures|disgusting|pathetic|evil|criminals|trash|garbage|worthless|useless|the worst|heartless|stupid|sick|
      parasites)`,
  ],
  except: [
    "a la verga (que|me)",
    "(es|esto|seria) una? (basura|estafa)? ]",
    "(como|que) .. (no)? (es|sea|son|eres) (un|una)? (ladron|estafador|estafadores|ladrones|golpista*|estafa)",
    "(como|quien) (se|sei|garantiza) .. (ladron|ladrones|estafador*|golpist*)",
    `(no soy|nao sou|yo no soy) (un|una|um|uma|ningun|ninguna|nenhum)? (ladron|ladrona|rata|sinverguenza|estafador|
      idiota|estupid*|ladrao|vagabund*|trouxa|otari*|idiota|palhac*|burr*|bandid*|pendej*|imbecil|tarado|basura|
      delincuente|caloteir*|safad*|inutil|agiota|bobo|besta|pilantra|babaca)`,
    `(me siento|soy|que|fui|como|estoy) (un|una|muy|tan|re|bien)? (estupid*|idiota|imbecil|tonto|pendej*|bruto|
      inutil|burro|miserable|infeliz|boluda|boludo|payaso) (por|de|al|con|me)?`,
    `(por|que) (una|la|vida|maldita|maldito) (mierda de|maldita|maldito|vida) (vida|suerte|virus|enfermedad|crisis|
      paro)?`,
    `(maldita|maldito|perra|puta|miserable) (vida|suerte|enfermedad|situacion|pandemia|crisis|pobreza|sueldo|
      diabetes|cancer)`,
    "(vida|suerte|situacion) (perra|miserable|maldita|puta)",
    `(la|mi|el|mis|los|de|una|minha|meu|um|o) (perra|perro|perros|perritos|rata|ratas|basura|animales|burro|burra|
      cachorr*|animal|lixo|vaca) (de mi|se|esta|me|y|mi|que tengo|pasa|comieron|e|ta|no|gato*|en la)`,
    "(camion|bote|recoleccion|recolector|cesta|saco) de (la)? (basura|lixo)",
    "(no que que|que que|a que) (no me pueden)? joder (todos los dias)?",
    "(no me|que no me) (pueden|puede) joder",
    "(sin verguenza|vergonha) (de|pero|me da|me)",
    "(agiota|agiotas|usurero|usureros) (me|ta|esta|que|no|a quien)",
    `(por|para|do|da|de um|com|a|con|a un|con un) (agiota|agiotas|ladron|ladrones|ladrao|usurero|estafador|
      estafadores|golpista|golpistas)`,
    `(entraron|vino|vinieron|me robo|me robaron|robaron) (los|un|unos)? (ladrones|ladron|rateros|delincuentes) ..
      (casa|negocio|robaron|llevaron|entraron|tienda)?`,
    "(dolor|infierno|demonio) (de)? mi",
  ],
};
