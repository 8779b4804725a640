import type { PhraseTable } from "../../lexicon.ts";
import { CRISIS_EN } from "./crisis-en.ts";
import { CRISIS_PT } from "./crisis-pt.ts";

const BEARABLE =
  "(risa|pena|verguenza|hambre|ganas|sueno|calor|frio|aburrimiento|susto|envidia|coraje|iras|rabia|cansancio|curiosidad|nervios|rir|vergonha|fome|sono|raiva|riso|saudade)";

/** Somebody may hurt themselves, or has tried. Heard at the slightest sign: a needless call costs nothing beside a missed one. */
export const crisis: PhraseTable<"crisis"> = {
  says: "crisis",
  es: [
    // The word itself, and the ways
    "(suicid*|suisid*|ahorcarme|ahorcarse|envenenarme|autolesion*|colgarme|degollarme)",
    "(suicidarme|suicidarse|suicidio|suicidarnos)",
    "(matarme|matarse|matarnos|morirme|desaparecer)",
    "(quitarme|quitar|quitarse|quitarnos|arrancarme|quito|quitandome|quite|quita) .. la vida",
    "(quitarme|quitarse) (de en medio|del medio|de encima|de este mundo)",
    "(acabar|terminar|acabo|termino|acabe|acabando) con (mi|la|su|nuestra) (vida|existencia|propia vida)",
    `(acabar|terminar|acabo|termino) con (todo|esto|todito|todo esto) (de una vez|ya|de una|hoy|esta noche|para
      siempre)? ]`,
    "(ponerle|darle|poner|dar) fin a (todo|mi|esta|esto)",
    "(pegarme|meterme|darme|pego|metame|volarme|volar|vuelo) .. (tiro|tiros|balazo|bala|cabeza|plomazo|sesos)",
    `me (voy a|quiero|quisiera|pienso|provoca|vaya a|puedo|dan ganas de|ganas de|tiro|tirare|aviento|lanzo|boto|
      cuelgo|ahorco|mato|enveneno|corto) .. (matar|morir|colgar|ahorcar|envenenar|tirar|aventar|lanzar|botar|cortar|
      puente|tren|metro|rio|venas|balcon|edificio|carretera|viaducto|vereda|piso|acantilado|via)`,
    `(tirarme|tirarnos|aventarme|lanzarme|botarme|arrojarme|saltar|brincar) .. (puente|tren|metro|balcon|ventana|
      carros|carro|rio|camion|techo|azotea|vacio|edificio|piso|acantilado|barranco|quebrada|bus|abismo|viaducto|mar)`,
    "(cortarme|cortar|corte|cortado|cortando) (las|mis|los) (venas|munecas|brazos)",
    `(tomarme|tomar|tome|tomo|tragarme|beberme|trague|tomado) .. (pastillas|veneno|raticida|racumin|matarratas|
      insecticida|cianuro|frasco|campeon|organofosforado|diablillo|paraquat)`,
    "(veneno|raticida|matarratas|soga|racumin)",
    "(hacerme|haciendome|hagame|hacerse|hago|hacernos) (dano|algo|algo malo)",
    "(lastimarme|cortarme|herirme|lesionarme|danarme)",
    "(hacer|hago|haga|hare|cometer|cometo|cometa|haciendo|hizo) una (locura|tonteria|estupidez|barbaridad|desgracia)",
    `(intento|intente|intenté|intentó|trato|trató|trate|quiso|quise) (de)? (matarse|matarme|suicidarse|quitarse|
      quitarme|suicidarme|ahorcarse|envenenarse)`,
    "me .. (pegar|pego|meter|meto|dar|doy) (un|dos) (tiro|tiros|balazo|plomazo|corchazo)",
    `(encontrarme|encuentren|encuentran|encontraran|encontrar|hallar|hallarme|hallen) .. (colgad*|muert*|ahorcad*|tirad* en|
      desangrad*)`,
    `(tengo|compre|compré|consegui|guarde|tenia|agarre|tome) .. (pastillas|veneno|soga|pistola|arma|cuerda|cuchillo|
      navaja|raticida|escopeta) .. (lista|listo|listas|mano|mesa|lado|cabeza|comprad*|tomar*|para acabar|para irme|
      para terminar)`,
    `se (quiso|queria|intento|intentó|trato de|quiere|va a|iba a) (matar|suicidar|ahorcar|colgar|quitar la vida|
      envenenar|tirar (al|del|de un))`,
    `se (ahorcó|ahorco|suicidó|suicido|colgó|mató|enveneno|quitó la vida|quito la vida|lanzo|tiró) (por|por culpa|de
      la|del|de un|mi|hace|el)?`,
    `(cualquier dia|un dia de estos|capaz|voy y|agarro y|hoy|esta noche|manana) .. me (cuelgo|mato|ahorco|enveneno|
      tiro a|tiro al|tiro del)`,
    // Death, wherever somebody speaks of their own
    "(morir|morirme|morirnos)",
    "(la|mi|tu) muerte (es|seria|antes|me|no|o|se|les|va|acaba|resuelve|por|para|como|y)",
    "(pienso|pensando|pensado|penso|miedo|prefiero|busco|espero|deseo|quiero|solo|con|en) .. (la|mi) muerte",
    "(un muerto|una muerta|una muerte|mi muerte|un suicidio) (en|sobre|encima)",
    "(antes|mejor|primero|ya estare|estare|estaria|estuviera|estar) (muerto|muerta|bajo tierra|tres metros)",
    "(quitarme|quito|quitarse|salirme|apartarme) (del camino|de en medio|del medio|de este mundo)",
    `(quiero|quisiera|necesito|pienso) .. (acabar|terminar|parar) con (mi|este|tanto|el) (sufrimiento|dolor|calvario|
      infierno)`,
    `(estoy|ando|toy|parado|parada|subido|subida|sentado|sentada) (parado|parada|aqui|subido|sentado|ahora)? (en|al
      borde de|arriba de) (el|la|un|una)? (puente|techo|azotea|cornisa|barranco|borde|vias|edificio) .. (saltar|
      tirar*|edificio|todo)?`,
    "(puente|azotea|techo|vias|balcon|edificio|metro|tren) .. (saltar|tirarme|saltarme|lanzarme|aventarme|botarme)",
    `(tirarme|tirar|aventarme|lanzarme) (a|abajo|debajo|en) (de|del|las|la)? (vias|tren|metro|camion|carro|carretera|
      ruta|autopista)`,
    "(arma|pistola|escopeta|revolver) (cargada|en la|conmigo|en la mano)",
    "(corchazo|plomazo|tiro) (en|y|a mi|en la)",
    `(culpables|culpable|responsables|responsable) de (lo que (haga|me pase|pueda pasarme|me haga|pase conmigo|vaya
      a hacer)|mi muerte|mi suicidio)`,
    "(no respondo|no me hago responsable) (por|de) lo que (haga|me haga|pueda)",
    "(no|ni) (merezco|sirvo para) (vivir|seguir viviendo|estar vivo|estar viva)",
    "(estoy|ando) (haciendome|pensando en hacerme|haciendo) dano",
    "me (estoy|he|he estado|sigo) .. (haciendo dano|cortando|lastimando|golpeando)",
    "(venas|munecas)",
    "(tirarme|tiro|aviento|lanzo|boto|aventarme|botarme|lanzarme|echarme) (por|de|del|al|a|desde|contra) .. (ventana|puente|tren|metro|balcon|rio|vias|techo|azotea|camion|carro|viaducto|quebrada|barranco|piso)",
    "(petatear*|espichar*|crepar|palmarla|pitearme|piteo|estirar la pata|colgar los tenis|chupar faros|parar la chala|la huesuda|la calaca|la parca|la pelona|la flaca me)",
    "(hacer|hago|haga|hare|cometer) algo (malo|feo|grave|terrible|de lo que)",
    "(entierren|enterrarme|me entierran|me van a enterrar)",
    "(en|a) (un|una) (cajon|ataud|caja de muerto|tumba|hoyo en la tierra)",
    "(dejar|abandonar|partir|salir|salirme) (de)? (este mundo|esta vida|existir|sufrir|vivir|respirar|ser una carga)",
    // Wishing to be dead
    `(quiero|kiero|quisiera|prefiero|preferiria|deseo|queria|quise|pense|pense en|pienso|penso en|pensando en|he
      pensado en|ganas de|dan ganas de|pido) (solo|solamente|ya|mejor|en)? (morir|morirme|morirse|morirnos|la muerte|
      la muerta|desaparecer)`,
    `(quiero|quisiera|prefiero|preferiria|mejor|deberia|ojala|gustaria) estar (muerto|muerta|muertos|muertito|bajo
      tierra|en el cementerio)`,
    "(ganas|deseos|anhelo) de (morir*|matarme|desaparecer|dormir y no|irme de este)",
    "me (quiero|quisiera|provoca) (matar|morir)",
    "me (muriera|muera|mato|matara|mate|matare)",
    "(mejor|ojala|ya|casi) me (muero|muriera|muera|mato)",
    "si (yo)? me (muero|mato|muriera|suicido)",
    `(ojala|ojalá|quisiera|quiero|dios) .. (me muriera|me muera|no despert*|no amanec*|me lleve|me recoja|me muero|
      no haber nacido|nunca haber nacido|dormirme para siempre|me trague la tierra)`,
    "(diosito|dios|senor|virgencita) (ya)? me (lleve|lleva|recoja|llevara)",
    "(mejor|preferible) (muerto|muerta|muertos|morirme|morir|muertito|no estar|no vivir|no existir|no haber nacido)",
    "mejor .. (estar|estoy|estaria|estuviera) (muerto|muerta)",
    "(mejor|lo mejor) .. (seria|es) (no estar|morirme|desaparecer|no existir|irme|morir)",
    "(vale|valgo|valdria|sirvo) mas (muerto|muerta)",
    "(despertar|despertarme|levantarme|amanecer) (mas|nunca mas|manana|nunca)? ]",
    "no (quiero|quisiera|deseo|kiero) (volver a)? (despertar|despertarme|levantarme|amanecer|abrir los ojos)",
    "(dormir|dormirme|acostarme) y (ya)? no (despertar|despertarme|despierto|levantarme|volver|amanecer)",
    "(dormirme|dormir) (para siempre|eternamente)",
    "(descansar|descanso|descansare|descansamos) (de todo|para siempre|en paz|de una vez|de esta vida|de verdad)",
    "si (yo)? (no|ya no) (estuviera|estuviese|existiera|hubiera nacido)",
    "(sin mi|cuando (yo)? (no|ya no) (este|exista)|si me voy) .. (mejor|tranquil*|se acab*|descans*|problema*)",
    "(da|dan) (igual|lo mismo) .. (vivir|morir|vivo|muero|muera|existir)",
    `(nadie|a nadie|ninguno) (me)? .. (extranar*|extrana*|va a llorar*|importo|le importa si|se daria cuenta|hare
      falta|haria falta|hago falta)`,
    "solo (muerto|muerta|estando muerto|la muerte|con la muerte)",
    `(reunirme|irme|ir|encontrarme|juntarme|estar|voy) con mi (@family|difunt*) .. (cielo|arriba|alla|otro lado|que
      en paz|difunt*)`,
    // No longer wishing to live
    "no (quiero|kiero|quisiera|deseo|puedo) (ya|mas)? (vivir|vivi|vibir|existir|seguir viviendo|estar vivo|estar viva)",
    `no (quiero|quisiera|deseo|puedo|pense) (seguir|estar|continuar) (viviendo|vivo|viva|mas aqui|mas|aqui mas|
      existiendo|en este mundo|en esta vida|respirando|adelante)`,
    "no (quiero|quisiera) (estar|seguir) aqui ]",
    "(no seguir|pense en no seguir|no seguir viviendo) ]",
    `(sin|no|perdi|perdido|quitaron|tengo|quedan) .. (ganas|deseo|fuerza|fuerzas|ilusion|motivos|motivo|razones|
      razon|ganitas) (de|para|por) (vivir|seguir|existir|seguir viviendo|levantarme)`,
    `no (encuentro|tengo|veo|hay|le veo|hallo|queda|quedan|me quedan|me queda|le encuentro|tiene|tenia|veo ya|le
      hallo) .. (sentido|motivo|motivos|razon|razones|caso|para que|por que|porque) (a|de|para|en|seguir|vivir|estar)
      .. (vida|vivir|seguir|viviendo|existir|vivo|viva|esto)`,
    "(no tengo|sin) (por|para) que (vivir|seguir viviendo|seguir)",
    "vida (ya)? no (tiene|vale|le|me) .. (sentido|nada|pena|importa|interesa)",
    `no (le)? (veo|encuentro|hallo|tiene|tengo)? (ya)? sentido (a|en|para)? (nada|todo|la vida|mi vida|seguir|esto|
      vivir)`,
    "(nada) (ya)? (tiene|vale) (sentido|la pena) (ya|para mi|en mi vida)?",
    `(no|ni|sin) .. (ganas|gana|fuerza|fuerzas|motivo|razon|quiero|puedo|aguanto|soporto|merezco|sentido|vale la
      pena|se puede) .. (vivir|viviendo|seguir viviendo|existir|de vivir)`,
    "(perdi|perdido|se (me|le) (fueron|acabaron|quitaron|van)|no tengo) .. (ganas|gana) de (todo|nada|vivir|seguir)",
    "(ya no|no) (quiero|pienso|deseo) (estar|ser|existir|seguir|despertar|vivir) (mas|aqui|asi|ya)? ]",
    "(pensando|pienso|pense|penso) en no (estar|ser|seguir|existir|vivir|despertar)",
    "(ya no|no) puedo .. con (la|mi) vida",
    `(la|mi|esta) vida (ya)? (me pesa|no sirve|no vale|es un infierno|se acabo|se me acabo|no da para mas|me duele|
      no es vida|ya no es vida|me sobra)`,
    "vivir asi no es vivir",
    "no (voy a|creo que|pienso|quiero|vamos a) .. (llegar|llegue|alcanzar) (vivo|viva|a manana|a ese dia|con vida)",
    "(llegar|llegue|amanecer|estar|estare|seguir|siga|sigo) (vivo|viva) (a|para|hasta|el|ese|manana|cuando)",
    "(ya no|no) (estare|voy a estar|vamos a estar|existo|existire) (para|cuando|ese|aqui|vivo|viva|el|en|mas)",
    "(cansé|canse|cansado|cansada|harto|harta) de todo .. (me voy|adios|acabo|hoy|final|morir|chao)",
    "no hay (ya)? salida (para|a|de)? (mi|esto|nada)?",
    "(me despido|despidiendome) (cuiden|cuidense|de|para|adios|y)",
    "ya no quiero seguir (asi|mas|con esto|con mi vida|luchando|aqui)? ]",
    `(no|ni) .. (se si|creo que|creo|pienso) .. (llegar a manana|llegue a manana|amanezca|amanecer|pase de|pasar de
      esta|ver el dia)`,
    `(quiero|deseo|solo quiero|ya quiero|pido|necesito) que (todo|esto|ya|todo esto)? (se)? (acabe|termine|acabe
      todo|termine todo)`,
    "(hoy|esta noche|manana|ya|ahi|aqui) (se)? (acaba|termina|acabo|termino) todo",
    "se (acaba|acabo|termina|termino) todo (hoy|esta noche|manana|para mi)",
    "(tome|tomé|tengo|esta) (ya)? (la|tomada la) decision .. (hoy|esta noche|acaba|termina|morir|todo|vida|final)",
    "no vale la pena (vivir|seguir|esta vida|la vida|seguir viviendo)",
    "no (tiene|le|encuentro|hay) .. sentido .. (vida|vivir|seguir)",
    "no me importa (vivir|morir|morirme|la vida|mi vida|si me muero|nada ya)",
    "(mejor|estarian mejor|estaran mejor|viven mejor|descansan) .. sin mi",
    "(soy|sere) (una|un|solo una|puro)? (carga|estorbo|peso|lastre)",
    "no (aguanto|soporto|resisto|aguando|aguanta) (yo)? mas",
    "no (aguanto|soporto|resisto) (esta|la|mi|esto|vivir|tanto|el) .. (vida|asi|mas|dolor)",
    "(ya)? no (puedo|doy|jalo) mas (asi|ya)? ]",
    "ya no (puedo|doy) mas (quiero|con todo|con esto|con la|con mi|con tanto|de verdad|dios|por dios)",
    "no puedo mas con (la|mi|esta) (vida|existencia)",
    "no quiero (saber|nada) .. de la vida",
    `(para que|pa que|a que|por que|de que sirve) (seguir|vivir|vivo|sigo|seguir viviendo) (viviendo|vivo|viva|asi|
      aqui)? ]`,
    `(cansad*|harto|harta|hart*|aburrid*|mamad*|cabread*) (ya)? de (vivir|la vida|esta vida|existir|mi vida|seguir
      viviendo|todo y)`,
    "(canse|cansé|cansa|harte|harté|aburri|aburrí|cansamos) de (vivir|la vida|existir|esta vida|luchar|seguir viviendo|sufrir)",
    "(nada|nadie|algo|alguien) por (que|quien) (vivir|seguir|luchar)",
    "(no|ni) .. (le (veo|encuentro|hallo)|tiene|tengo) (chiste|gracia|caso|sabor) .. (vida|vivir|seguir|existir)",
    "(odio|detesto|aborrezco) (mi|la|esta) vida",
    // Leaving it
    `(ir|irme|voy|largarme|marcharme|partir|ire) .. (de este mundo|de esta vida|al otro mundo|para siempre|con diosito|
      con dios|al cielo|del todo|al mas alla|pal otro)`,
    `(despedirme|despidiendome|despedi|despido|despediré|despedire) (de)? (todos|mi|mis|la vida|el mundo|mi familia|
      este mundo|para siempre|de)`,
    "(despidanme|despidame|despideme) de",
    `(cuiden|cuide|cuida) .. (mis hijos|mi hija|mi hijo|mi familia|mis ninos|mis hijas) .. (falte|no este|me vaya|
      por mi|cuando)`,
    "(van|va|iran|tendran|tendra|habra|tengan) .. a quien .. (cobrar*|cobren|molestar*)",
    "(no|ni) .. (habra|haber|quedar|tener|tendran) .. quien .. (cobrar*|pague|cobren)",
    "(adios|chao) (a todos|mundo|mundo cruel|para siempre|vida)",
    `(mi|una|la|esta es mi|carta de) (despedida|ultima carta|ultimo mensaje|ultima noche|nota de despedida|carta de
      despedida)`,
    `(carta|cartas|nota) .. (mis|mi|los|a la) (hijos|hijo|hija|hijas|familia|mama|madre|esposa|esposo|ninos) ..
      (descanso|esta noche|manana|ya|todo|despedida|voy|listo)?`,
    `(cuando|desde que|manana) (yo)? (ya)? (no este|no estare|no voy a estar|este muerto|este muerta|me haya ido|no
      exista|me muera|me encuentren)`,
    "(ya no|no) (voy a|vamos a) estar (aqui|mas|vivo|viva|en este mundo|para|con vida)? ]",
    "(no|ya no) (existire|amanezco|voy a despertar|voy a amanecer|llego a manana|paso de hoy|paso de esta)",
    "(con|del|el) (mi)? seguro (de vida)? (se cobran|se cobra|pagan|les pago|alcanza|cobren|les queda|cobran)",
    `(seguro de vida|cobren del seguro|cobren el seguro|con mi muerte|con mi seguro|mi muerte|sobre mi cadaver|
      muerto yo|muerta yo|si muero|cuando muera) .. (paga|pague|pagan|cobren|cubre|deuda|muero|muera|se acaba|este|
      carga|culpa)`,
    "(con)? mi muerte (se|les|va|en|sera|paga|los|queda)?",
    "(muerto|muerta|muerte) .. (se acaba|se acabo|acaba|saldo|pagan|pago) .. (deuda|problema|todo)",
    `(unica|no veo|no le veo|no encuentro|no tengo|no hay|no hallo|ni|sin|otra) .. (salida|escapatoria) (que|es|a|
      mas|ni)? .. (morir*|matar*|muerte|quitar*|vida|estar|desaparecer|todo|seguir|acabar)`,
    "no (veo|encuentro|le veo|hallo) (ninguna|la|una|mas|otra|ya)? salida",
    "(todo|esto) (se)? (va a)? (acaba|acabar|termina|terminar) (esta noche|hoy|manana|para siempre) (para mi)?",
    `(pensamientos|pensando|pensado|ideas|pienso|penso) .. (malos|malas|feos|feas|oscuros|negros|suicidas|muerte|lo
      peor|en lo peor|tonteria|locura|tonterias|locuras|cosas feas|cosas malas)`,
    "(lo peor|en la muerte|en morirme|en matarme|en quitarme|en desaparecer|en suicidarme)",
    "(no|nunca) (hubiera|haber|debi) nacido",
    // What they leave behind, what still holds them, what they fear of themselves
    `(cuando|el dia que|si|despues de que|para cuando) (yo)? (les)? (falte|faltare|me vaya de|ya no este|no este
      aqui|me haya ido)`,
    `(mi|mis) (velorio|entierro|funeral|tumba|cajon|ataud|sepelio|velatorio|lapida|cadaver|cenizas|cuerpo (sin vida|
      frio|colgando))`,
    "(al|en el|del) (cementerio|panteon|camposanto) .. (cobr*|busq*|voy|me|manden|pronto)",
    `(ya)? (deje|dejo|tengo|estoy dejando) (todo|mis cosas|mis papeles|las cosas) .. (arreglad*|en orden|listo|
      list*) .. (mis hijos|mi familia|cuando|ya no|me voy|falte|mi mama|irme)`,
    `(si no (fuera|fuese|seria) por|solo (por|pienso en)|lo unico que me (detiene|ata|mantiene|frena|sostiene)) ..
      (mis hijos|mi hija|mi hijo|mi mama|mi madre|mi familia|mis nietos|hijos|hija|madre|vivo|viva|aqui|dios|perro)`,
    "(miedo|asusta|temo|temor) .. (de mi mismo|de mi misma|mi misma|mi mismo|lo que (pueda|puedo|vaya a) hacer*)",
    `(juntado|tengo|tuviera|falta|faltado|agarre|reunido) (el)? (valor|coraje|huevos) (para|de) (hacerlo|matarme|
      quitarme|irme|terminar*|acabar*|tirarme|morirme)`,
    `(ojala|quisiera que|que|espero que) (me)? .. (atropelle*|atropellaran|de un infarto|diera un infarto|caiga un
      rayo|pise un carro|parta un rayo|mate alguien|pase un carro por encima)`,
    `(chocar|estrellar|estrellarme|volcarme|soltar el volante|tirarme contra|aventarme contra|meterme debajo) ..
      (carro|auto|moto|camion|poste|muro|tren|trailer|barranco|volante)`,
    "(abrir|dejar|prender|abro) .. (llave del gas|el gas) .. (dormir*|abiert*|casa|todo)?",
    "(dejarme|dejar|dejo) (morir|de comer hasta|de tomar (mis|la) (medicinas|insulina|pastillas))",
    `(mirando|miro|veo|viendo|parado frente) .. (puente|rio|vias|techo|abismo|tren|metro|azotea) .. (pienso|pensando|
      ganas|tirarme|saltar|acabar)`,
    "(una|la) (salida|solucion) (facil|rapida|final|definitiva)",
    "(no|ya no) (valgo|sirvo|soy) (nada|para nada) (para nadie|a nadie|y|en esta vida|ya)?",
    "(el mundo|mi familia|mis hijos|todos|ellos|mi esposa) .. (mejor|tranquil*|descansar*) .. sin mi",
    "(tirar|tiro|bajar|aventar) la toalla (con|de) (la vida|todo|mi vida)",
    "(rendirme|rendi|rindo) (con|de) (la vida|todo|mi vida)",
    "(borrarme|desaparecer|esfumarme|irme) (del mapa|del mundo|de la vida|para siempre|de todo|de la faz)",
    "(dormir|sueno|descansar) (eterno|eterna|para siempre|y nunca despertar)",
    "(no|ni) (me)? (interesa|importa) (ya)? (vivir|la vida|seguir vivo|seguir viva|seguir aqui)",
    // Not to be found alive, not to be there, somebody told goodbye
    "no (me|nos)? (van a|vais a|vuelven a|encuentran|ven|veran) (mas)? (encontrar|hallar|ver)? (vivo|viva|con vida)",
    "(por)? si no me vuelven a ver",
    `(ganas de|pensado en|pienso en|quisiera|quiero|queria|deseo|ojala|mejor|seria|deseos de) no estar (aqui|mas|ya|])`,
    "(no|sin) .. (estar|seguir|vivir) (mas|ya|aqui)? en este mundo",
    "(estoy|siento que estoy) de mas (en|aqui|y|])",
    "(atentar|atente|atento|atentado|atentó) contra (mi|su|la) (propia)? (vida|integridad)",
    "(tras|despues de|luego de) mi (fallecimiento|muerte)",
    "entre los vivos",
    "cuando (lean|leas|lea|leais) esto ..4 no (estoy|estare|este|existo|voy a estar)",
    "(si|como) .. no (contesto|respondo|aparezco|vuelvo a responder|vuelvo a contestar) ..3 (sabran|sabra|saben) por que",
    "(avisar|avisen|avise|avisenle) .. (@family|senora) .. si no (vuelvo|respondo|contesto)",
    "(hoy|esta noche|manana) me despido ]",
    "(mensaje|audio|nota|carta) (como)? despidiendose",
    "se (despidio|esta despidiendo|estaba despidiendo) de (todos|nosotros|mi|los|sus|mis)",
    "(diganle|dile|digale|decile|decidle) a (mis|mi) (hijos|hijas|@family) que (los|las|lo|la|me|siempre) (quise|amo|quiero|perdon*|quise)",
    "(pedi|pido|pedido) perdon .. (hijos|@family|dios) .. (voy a hacer|hare)",
    "(perdon|perdone|perdonen|perdonenme|disculpen) .. por lo que (voy a|pueda|vaya a) hacer",
    "(deje|dejado|dejo) (todo|mis papeles|mis cosas) (ordenad*|arreglad*|en orden|list*) (para|a) (mis|mi|los)",
    "(nota|carta) (en|sobre|encima de) la (mesa|cama|cocina|almohada)",
    "(cuiden|cuide|cuida|cuidad) (mucho)? (a|de) (mi|mis) (perro|perrito|gato|gatito|hijos|hijas|ninos|viejita|@family)",
    // How long, and not because of money
    "no (pienso|planeo|quiero|me veo|creo que yo) (llegar|llegando|llegue) (a (diciembre|enero|fin de ano|navidad|manana|viejo|vieja|esa fecha|ese dia|la primera)|])",
    "de (este mes|esta|hoy|esta semana|este ano|esta noche) (yo|ya)? no paso",
    "no (hablo|hablamos|lo digo|es) (de|por) (la|el)? (plata|dinero) ]",
    "(prometo|garantizo|aseguro) (seguir|estar|llegar) (vivo|viva)",
    "(seguir|quedar|mantenerme) (vivo|viva) (mucho|mas|tanto|un|otro)",
    "(sirvo|valgo) (mas)? (vivo|viva|muerto|muerta)",
    "para que (seguir viviendo|sigo viviendo|sigo viva|sigo vivo)",
    "[ (y)? para que (sigo|seguir|vivo) (digame|dime|si|])",
    "(en paz|vivir|tranquil*) lo poco que me queda",
    "(pronto|manana|esta noche|hoy) se (van a acabar|acaban|acabaran|terminan|van a terminar) (todos)? (mis|los) problemas",
    // A place, an edge, a way
    `(paro|pare|paré|parado|parada|asomo|asome|estuve|estoy|voy) (en|a|al) (el|la|las)? (puente|balcon|terraza|azotea|vias|via|cornisa|
      ventana|barranco|acantilado) ..9 (pienso|pense|pensando|mirar (para|pa|hacia) abajo|mirando|miro (para|hacia) abajo|saltar)`,
    "(estoy|ando|sigo) .. (al|en el|cerca del) borde (y|del abismo|del precipicio|de hacer|])",
    "(pense|pensé|pienso|pensando|ganas|pensado) (en|de) (no frenar|chocar|estrellar*|soltar el volante|estamparme)",
    "pastillas .. (delante|a mano|conmigo|enfrente|en la mano)",
    "me (tome|tomé|trague) todo lo que (habia|tenia|encontre)",
    "me (quiero|quise|puedo|podria|voy a|da por|dio por|empece a|vuelvo a|volvi a|he vuelto a) (hacer dano|lastimar*|cortar|autolesionar*|golpear*|apagar)",
    "me (he|habre|hubiera|hubiese) (matado|suicidado|ahorcado)",
    "(encontraron|encontro|hallaron) a tiempo",
    "(esas|malas|las mismas) ideas (malas|]|otra vez|de nuevo)",
    "(ideas|pensamientos) (malas|malos|feos|negros|suicidas|oscuros|de muerte)",
    "(pensando|pense|pensar|pienso) (en)? (cosas (malas|feas|horribles)|malas cosas)",
    "(vias|via|puente|balcon|terraza|azotea|tren) .. pensando (cualquier cosa|en todo|lo peor)",
    "decision (de la que no|de las que no|sin vuelta|sin regreso|sin retorno)",
    "cerrar los ojos y (que|no|ya)",
    "(ir|irme|voy) a? donde (esta|estan) (mi|mis) .. (descansa*|cielo|difunt*|muert*)",
    "(alivio|mejor) .. (todos|familia|ellos) .. yo (faltara|falte|faltase|no este|no estuviera)",
    "(ni|no) amanezco",
    "no (le|les)? (hago|importo|hare|haria) (falta)? a nadie",
    "no (hay|habra|queda|quedara|va a haber) (a)? quien cobrar*",
    "sin deudor",
    "(deuda|cuenta) se (acaba|muere|termina|va) conmigo",
    "(pienso|como|quiero|mejor|pensando) .. (acabar|terminar) .. conmigo",
    "(ahi|me paro y|voy y|casi|por poco) me (aviento|tiro|lanzo|boto|aventaba|tiraba|lanzaba|avente|lance)",
    "(yo)? tambien me (quiero|quisiera|voy a) (ir|morir) con (ella|el|ellos|ellas) ]",
    "(mejor|preferible) (ni|no) (vivir|seguir viviendo|seguir vivo|seguir viva|existir)",
    // Others who threaten or beat them
    "(me|nos) (quiere|quieren|va a|van a|vienen a|viene a|vayan a|amenazan con|amenaza con|amenazaron con|amenazo con) (matar|matarme|matarnos|dar plomo|quemar viv*)",
    "amenaz* (a mi|a mis)? .. (de muerte|con matar*|con un arma|con una pistola|con un cuchillo|con machete)",
    "(marido|esposo|pareja|ex|novio|companero|padrastro|hijo|papa) .. (me|nos) (pega|golpea|agrede|maltrata|viola|pego|golpeo)",
    "(me|nos) (pega|golpea|agrede|golpeo) .. (marido|esposo|pareja|ex|novio|papa|companero)",
    "me (tiene|tienen) (encerrad*|secuestrad*|amenazad*)",
    "(@family|hijo|hija|el|ella) .. (se)? (nos|me) (quiso|intento|trato de|queria) (matar|ahorcar|envenenar|colgar|suicidar|quitar la vida)",
    "(extorsion*|vacunador*|gota a gota|prestamista*) .. (matan|matar|muerte|plomo|pistola|arma|golpe*)",
    // Somebody who asks for oneself, or for another
    "si (uno|una) se (mata|muere|suicida)",
    "si (yo)? (ya)? no estoy .. (deuda|hijos|familia) .. (hijos|pasa|queda|deuda|familia)",
    "si (algo)? me (pasa|pasara|sucede|llega a pasar) (algo)? .. (fin|noche|hoy|manana|semana|cobr*|deuda)",
    "(uno|una|ella|el) ya? (ya)? no quiere (vivir|seguir|estar|despertar)",
    "no quiere (vivir|seguir viviendo|despertar|vivir mas)",
    "(quiere|queria|quiso) (morir|morirse|matarse|suicidarse|quitarse)",
    "no tengo (ya)? (mas)? fuerzas (para|de) (continuar|seguir) (viviendo|mas|adelante|luchando|])",
    "(dios*|virgen*|senor|cielo) .. que me (lleve|lleves|recoja|recojas)",
    "seguro .. (paga*|pague|cobr*) ..4 (decidi|pense|pensado|decidido|matar*|mata|muero|conmigo)",
  ],
  pt: CRISIS_PT,
  en: CRISIS_EN,
  except: [
    // Too many messages, not too much life
    `no (aguanto|soporto|resisto) mas (llamadas|mensajes|cobros|sus|este|estos|estas|insistencia|acoso|que|tanta|
      tantas|tantos|a)`,
    "nao aguento mais (mensagens|ligacoes|essas|suas|voces|esse|receber|tanta|mensagem)",
    `(desaparecer|acabar|terminar|desaparezca) .. (deuda|cuenta|saldo|cuota|pago|prestamo|credito|reporte|cobro|mora|
      divida|conta|parcela*)`,
    "(acabar|terminar) con (esto|todo) (de)? (pagar|la cuenta|hoy mismo pagando)",
    "(acabar com|quero acabar com) (isso|tudo|essa|esta) (da|pagando|divida|conta)",
    // Somebody else's, or none
    "(@family|perro|vaca|animal|negocio) .. (se)? (va a|esta por|puede|acaba de|por) morir*",
    "(nadie|no) (se|me|nos)? (va|voy|vas|van|vamos) a morir* (por|de)?",
    "(dejar|dejo|dejen|deja|deixar|deixa) morir",
    "(la|a|de) (muerte|morte) (de|del|da|do|dele|dela) (mi|mis|meu|minha|un|una|el|la|titular|senor|@family)",
    "(acta|certificado|partida|seguro) de (muerte|defuncion)",
    "(this is my|my) last (payment|message about|installment|warning)",
    "(nao|no) .. (vivir|viver) (sin|sem) (ese|el|mi|meu|isso|luz|agua|internet|celular)",
    "(con que|pa|donde|lugar para|alcanza para|da para|con quien|como|de que|me da) (vivir|viver|sobrevivir)",
    "(interes*|cuota*|deuda*|cobro*|recargo*|precio*|juros|parcela*|impuestos|gastos|fees|bills) .. (me|nos)? (quiere|quieren|va a|van a|vai|vao) (me)? matar",
    "(quiere|quieren|va a|van a|me) (me)? matar (jaja*|jeje*|kkk*|rs)",
    "(senora|jefe|jefa|patron|suegra|patroa|chefe) me (quiere|va a) matar",
    // Dying of laughter, of shame
    `(muero|morir|morirme|muriendo|mato|matan|morrendo|morrer|morro|morri|muerta|muerto) (de|del) (la|tanta|tanto|
      puro|pura|mucha)? ${BEARABLE}`,
    `(mato|matarme|matando|mate|muero|matarse) (trabajando|trabajar|trabajo|de trabajar|el lomo|estudiando|por (pagar|trabajar|conseguir|juntar)|
      trabalhando|de trabalhar|de rir)`,
    "(me muero|morir|morirme|muero) por (verla|verlo|pagar|tener|ir|saber|comprar)",
    "(prefiro|quero) sumir (com essa|com essa divida|essa divida|com a divida)",
    "(sumir|some|suma|sumam|sumirem) (do|da|desse) (meu|minha|numero|zap|whatsapp)",
    "(voces|vcs|ustedes) .. (sumir|desaparecer|sumam)",
    "(veneno|soga) .. (cuello|son)",
    "(mi|el|la|ese|esa) @family .. (se|me) (muere|mata) de",
    "seguro de vida (deudor|deudores|del credito|de la deuda|lo|incluido|obligatorio|que me|no)",
    "una (locura|estupidez|barbaridad|tonteria|desgracia) (cobrar|de|lo|que|el|ese|esos|la|los|esa)",
    "(primero|antes) (muerto|muerta) (que|de) (pagar*|darles|darle)",
    "(mi mujer|minha mulher|mi esposa|meu marido|mi marido|mi vieja|minha esposa|mi mama|minha mae|mi jefe) .. (me)? (matar|mata)",
    "(fin|quitarme|tirar|acabar) .. (deuda|divida)",
    "(me)? (mato|matou|mató|murio) en (la|el|un|su) (moto|carro|accidente|choque|camion|auto|ruta)",
    "(me mate|mate) (tio|mate|wey)",
    "(not|nope|no) me mate",
    "(me)? (entierran|enterrarlo|enterrarla)",
    "(nos|les) (mato|mató|matan) (a|las|los) (las|los)? (vacas|animales|negocio|ganado|gallinas)",
    "casi (me)? (muero|mori) (cuando|al|en cuanto|del susto)",
    "morirme de (este|esta|un|una) (resfrio|gripe|resfriado|catarro|tos)",
    "(al|hasta el|el) ultimo dia del mes",
    "(ending|end) (the|this|my) (agreement|contract|plan|loan) early",
  ],
};
