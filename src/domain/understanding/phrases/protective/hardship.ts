import type { PhraseTable } from "../../lexicon.ts";

const HARD =
  "(dificil|dura|duro|complicad*|fea|feo|jodida|jodido|fatal|critica|critico|economica|brava|grave|tremenda|terrible|pesada|pesado|delicada|perra|cabrona|apretad*|crudo|cruda|triste|desesperad*|precaria|fregad*)";
const THINGS =
  "(situacion|economia|cosa|cosas|vaina|crisis|plata|tema|calle|vida|mes|temporada|negocio|venta|ventas|salud)";
const ILL =
  "(enfermo|enferma|enfermos|hospital|hospitalizado|hospitalizada|incapacitado|incapacitada|internado|internada|clinica|cirugia|operado|operada|cancer|quimio|quimioterapia|dialisis|uci|discapacitad*|accidentad*|grave|invalido|invalida|postrad*|depresion|terapia intensiva|reposo|encamad*|cuidados intensivos|leucemia|tumor|convaleciente|incapacidad|coma)";

/** Cannot pay, or life went wrong: no pressure, and somebody who can help. The reason is never asked. */
export const hardship: PhraseTable<"hardship"> = {
  says: "hardship",
  es: [
    // Work
    `(me|nos|estoy|quede|quedé|sigo|estamos|llevo|ando|quedo|quedamos|toy|anda|esta|encuentro|encontramos) .. sin
      (@work|@cash|un|chance|nada|paga|peso|ni|empleo|contrato|producido|pension|percibir|remuneracion|salario|
      negocio|ventas|sustento)`,
    `sin (@work|un peso|un centavo|un sol|plata|dinero|ingresos|empleo|sueldo|percibir|un mango|un quinto|ingreso|
      real|medio|un duro|blanca)`,
    `(desempleado|desempleada|desempleo|cesante|cesantia|desocupado|desocupada|despidieron|despedido|despedida|
      despido|desplazado|desplazada|liquidaron|desempliado|en paro|parado)`,
    `(perdi|perdimos|perdió|perdio|perdiendo|quede sin) .. (@work|todo|todito|negocio|casa|cosecha|local|mercaderia|
      mercancia|siembra|cultivo|ganado|puesto|trabajito|clientes|hogar|empresa)`,
    `(no|ni) (tengo|tenemos|hay|consigo|encuentro|hallo|aparece|sale|me sale|he encontrado|he conseguido|me salen)
      (un|ningun|ni|nada de|casi|mucho)? (@work|ventas|clientes|obra|turnos|pasajeros|contratos|negocio)`,
    `(me|nos|lo|la|le) (operaron|operan|enferme|enfermé|despidieron|echaron|liquidaron|corrieron|botaron|embargaron|
      suspendieron|incapacitaron|internaron|hospitalizaron|atracaron|asaltaron|desalojaron|desahuciaron|chocaron|
      cortaron (las horas|el contrato|el sueldo)|rebajaron (el|las)|redujeron|bajaron (el sueldo|las horas)|
      cancelaron el contrato|terminaron el contrato|renovaron)`,
    `(me|nos|le) (cortaron|rebajaron|redujeron|bajaron|quitaron|recortaron|cancelaron|terminaron|vencio|vencieron)
      (el|las|los|la|mi|mis)? (contrato|horas|sueldo|turnos|salario|pension|subsidio|bono|ayuda|beca|ruta|puesto|
      trabajo|jornada)`,
    "no (me|nos) (renovaron|llaman|contratan|dan trabajo|sale trabajo|salen trabajos)",
    `(todavia|aun|tampoco|hace #) no? (me|nos) (pagan|han|pagaron|cae|depositan|consignan|transfieren|depositaron)
      (el sueldo|la quincena|mi sueldo|pagado|el salario|nada|la pension|lo que|desde|los meses)`,
    `no (me|nos) (han|an) (pagado|depositado|consignado|transferido|cancelado) .. (sueldo|meses|quincena|salario|
      empresa|desde|mes|pension|semanas|liquidacion|trabajo)`,
    `(me|nos) deben (el|los|#|dos|tres|cuatro|mi|varios|la) (sueldo|meses|quincena|quincenas|salario|salarios|mes|
      liquidacion|semanas)?`,
    `(atraso|atrasaron|atrasan|retraso|retrasaron|demoran) .. (sueldo|sueldos|quincena|pago de|salario|nomina|los
      pagos|pension)`,
    // No money
    `(no|ni) (tengo|tenemos|cuento|dispongo|consigo|traigo|poseo|cargo|me queda|nos queda) (ahorita|ahora|ya|por
      ahora|en este momento)? (como|con que|con|de donde|@cash|empleo|ingresos|un peso|un sol|un centavo|un mango|un
      dolar|un quinto|un|ni un|ni para|ni|recursos|para|nada|nada de|donde|la plata|el dinero|capacidad|posibilidad|
      la manera|forma|suficiente|efectivo) .. (que|donde|pagar|peso|pagarle|pagarles|comer|centavo|mango|plata|dinero|
      responder|cumplir|sacar|sacarlo|comida|medicina|pan|recursos|pagarlo|economica|de pago)`,
    "no hay (ni)? (@cash|@work|ventas|para comer|para (el|la|los)|con que|de donde|un peso|ni un)",
    `(no|ni) tengo (@cash|con que|de donde|un peso|ni un peso|ni para|nada|como pagar|como pagarles|como pagarle|
      como responder|modo|forma|pa|los recursos|medios|para pagar)`,
    `(ni|sin) (para|pal|un|pa) (el|la|los|las)? (pan|comer|comida|gas|luz|leche|medicina|medicinas|pasaje|pasajes|
      remedio|remedios|arroz|mercado|papa|panales|arriendo|renta|huevos|desayuno|comprar)`,
    `(no) (me|nos) (alcanza|alcanzo|alcansa|llega|da|rinde|queda|quedo|sobra|ajusta|ajusto|entra|sale|completa|
      completo|alcanzan|alcanzará) (para|ni|nada|el|la|lo|pal|pa|ya|plata|dinero|sueldo|un|con|casi|a|mucho|ningun|
      todo|porque|libre)?`,
    `(no|ni) (llego|llegamos|alcanzo) (a|ni|para|con) (fin|fin de mes|nada|el mes|la quincena|mis|los|lo que|comer|
      la|pagar)`,
    `(lo que|con lo que|con el sueldo que) (gano|ganamos|cobro|saco|recibo|me pagan|hago|vendo) .. (no|apenas|mal|
      solo|ni|para comer|alcanza|llego|al hospital)`,
    `(no|ni) (puedo|podemos|podre|podré|pude|podria|pudo|he podido|hemos podido|alcanzo a|logro|puede) (yo|ya|ahora|
      ahorita|por ahora)? (pagar|pagarles|pagarle|pagarte|pagarlo|pagarla|cumplir|cubrir|con eso|abonar|con esa|
      responder|ni con|completar|costear|asumir) (ahora|ahorita|en|nada|todo|la|el|eso|por|esa|este|tanto|mas|aun|
      todavia|lo|mi|de|ni|hasta|porque|ese|esta|con|a)?`,
    `no he podido (conseguir|trabajar|encontrar|pagar|cumplir|ponerme|reunir|juntar|completar|abonar|levantar|
      recuperarme|recoger)`,
    `(de|y de|pero de|con) (donde|que) (voy a|le|les|quiere que|saco|sacar|voy|pago|quieren que|te|como) (a)? (sacar|
      pago|pagar|saco|pague|le pago|voy a)? .. (plata|dinero|pagar|pago|saco|si)`,
    `(como|con que) (le|les|te|voy a|quiere que|quieren que|esperan que|hago para) .. (pago|pagar|pague|pagarles|
      pagarle) .. (si|no|sin|ni|que|asi)`,
    `(no|ni) (se|sabemos) (ni)? (que|como|con que|de donde) (voy a|vamos a|hacer|comer|pagar|sacar|vivir|hago)
      (comer|hacer|pagar|manana)?`,
    "si (tuviera|tubiera|tuviese|pudiera|tuviera plata) .. (pago|pagaria|pagara|pagado|hubiera|hace rato|ya|no)",
    `(no es que no|no es por no|no es por falta|no es mala|no es que) (yo)? (quiera|querer|de voluntad|de ganas|
      voluntad|no quiera) (pagar|pagarles|pagarle|cumplir|de pagar|paga|responder)?`,
    `(quiero|quisiera|yo quisiera|quisieramos) (pagar|cumplir|pagarles|ponerme al dia) .. (no puedo|no tengo con|no
      tengo trabajo|no tengo como|me quede|mas no|negocio|situacion)`,
    `(gano|ganamos|vivo|cobro|recibo|vivimos) (con|de|del|el|solo|apenas|un)? (minimo|poquito|diario|pension|
      rebusque|sueldo minimo|medio sueldo|la mitad|salario minimo|limosna|prestado|prestada|la pension|mi pension|al
      dia|dia a dia|ventas|arepas|las ventas|la caridad|mis hijos|fiado|una miseria|muy poco)`,
    `(vendi|vendí|vendiendo|empene|empeñe|empeñé|empeñado|empenado|vendimos) (hasta|todo|mis|lo que|mi|tintos|latas|
      chicles|dulces|comida|cosas) .. (nevera|cama|televisor|cosas|para comer|casa|moto|carro|comer|calle|vender|
      herramientas|sobrevivir)?`,
    `(estoy|ando|quede|quedé|quedamos|estamos|me|vengo|andamos|sigo|toy|tamos|me encuentro|me tienen|me quede) (muy|
      bien|medio|super|re|mas|recontra|todo|toda|sin|en|hasta|mal|un poco|un poquito|algo|ahorita|ahora|totalmente|en
      la|hasta el|con)? (quebrad*|arruinad*|pelad*|jodid*|fregad*|corto|corta|cortito|apretad*|ahogad*|ahorcad*
      economic*|endeudad*|lona|cero|limpio|limpia|pato|misio|misia|bruja|olla|calle|ruina|quebre|brancarrota|seco|
      seca|vaciad*|vara|chiro|chira|aguja|yuca|pobre|mal de plata|mal de dinero|sin plata|lonas|llevad*|palmado|
      palmada|arrancad*|lampara|lampa|erizo|eriza|llevado|en ceros|en cero|sin un|tronad*|bruja|en la quema|planchad*|
      prensado|iliquid*|con la soga|hasta el cuello|hasta las cachas|hasta el tope|en aprietos|en bancarrota|en banca
      rota|en quiebra|atorad*|atollad*)`,
    `(mal|corto|corta|apretado|apretada|escaso|escasa|justo|justa|falto|quedado) de (plata|dinero|fondos|lana|guita|
      efectivo|recursos|billete)`,
    `(ando|estoy|toy) (aguja|misio|misia|chiro|chira|pato|bruja|lona|pelado|pelada|seco|seca|limpio|limpia|yesca|
      brujo|sin lana|vara|quebrado|jodido|jodida|en la olla|en la lona|en la via|en la calle|en la ruina)`,
    "(tengo|estoy con|con) (el agua|la soga|las deudas|deudas) (al|hasta el|hasta) (cuello|tope|cogote)",
    `(debo|debiendo|endeudad*|deudas) (a|hasta|con|por) .. (todo el mundo|medio mundo|gota a gota|todos lados|
      prestamistas|varios bancos|otras partes)`,
    "(gota a gota|prestamistas|agiotistas|extorsion*)",
    // Health and family
    `(estoy|esta|estuve|estaba|tengo|sigo|estamos|internad*|caimos|cayo|tengo a|encuentro|sali de|salgo de|recien|
      ando|quede|quedó|quedo|vengo de) (muy|en|con|en el|en la|un|una|de|a mi|mi|bastante|gravemente|todavia|aun|
      recien|la|por)? (mi|mis)? ${ILL}`,
    `(mi|mis|nuestro|nuestra) (@family|bebe|nino|nina|ninos) .. (esta|tiene|tuvo|sigue|quedo|en|se me|necesita|le|
      con|cayo|lo|la) .. (enfermo|enferma|hospital|cancer|internad*|hospitalizad*|grave|operaron|operado|operada|uci|
      incubadora|invalido|invalida|quimio|dialisis|cirugia|operacion|derrame|infarto|inhalador|terapia|accidente|
      diabetes|convulsiones|discapacidad|parkinson|autismo|medicinas|medicamentos)`,
    `(tuve|sufri|tuvimos|sufrio|me dio|le dio|nos dio|tuvo) (un|una|el|la|un grave)? (accidente|operacion|cirugia|
      emergencia|calamidad|infarto|derrame|enfermedad|accidente de|perdida|desgracia|problema de salud|covid|dengue|
      preinfarto|trombosis|acv|parto|aborto|embolia|paralisis|problemas de salud)`,
    `(descanso|licencia|reposo|baja|incapacidad|tratamiento) (medico|medica|por (enfermedad|maternidad|accidente|
      salud))`,
    `(operacion|cirugia|enfermedad|tratamiento|medicinas|medicamentos|quimioterapia|entierro|funeral|sepelio|velorio|
      parto|cesarea) (de|del|de mi|para|a mi) .. (@family|mi|bebe|nino|nina)?`,
    `(enfermedad|calamidad|accidente|emergencia|tragedia|duelo|luto) (familiar|grave|domestica|terminal|cronica|de
      mi|en la familia|medica)`,
    `(dio a luz|ha dado a luz|esta embarazada|estoy embarazada|embarazo de riesgo|embarazo de alto|recien nacido|
      nacio mi)`,
    `(mi|un|una|se|el|su|nuestra|nuestro) .. @family .. (fallecio|murio|enfermo|enferma|hospital|cancer|internad*|
      hospitalizad*|grave|operaron)`,
    `se (me|nos)? (murio|fallecio|enfermo|fue|inundo|quemo|dano) (mi|la|el|un|una|el unico|toda|todo)? .. (@family|
      casa|cultivo|negocio|moto|carro|local|cosecha|siembra|mototaxi|taxi|horno|maquina|herramienta)`,
    "(murio|fallecio) (mi|el papa|la mama|el unico) .. (@family)?",
    `(enterre|enterrar|enterramos|sepultar|sepulte|velar|velando|velorio|funeral|entierro|sepelio) .. (@family|ayer|
      mi|gastos|caro)`,
    `(mi|nuestro|nuestra|su) @family (fallecio|murio|enfermo|quedo invalid*|nos dejo|me dejo|me abandono|nos
      abandono|esta sin trabajo|no tiene trabajo|quedo sin)`,
    `(quede|quedé|soy|estoy) (viuda|viudo|huerfan*|sola con|solo con|damnificad*|discapacitad*|madre soltera|padre
      soltero|pensionad*|jubilad*|desplazad*|cabeza de)`,
    "(madre|mama|padre|papa) (soltera|cabeza|soltero|viuda)",
    `(tengo que|debo|me toca|apenas) (comer|mantener|comprar|dar de comer|darle de comer|alimentar|comprarle) ..
      (hijos|medicina|medicinas|comida|remedios|drogas|ninos|bebe|familia|leche|panales)`,
    "(mis|los) (hijos|ninos|guaguas|wawas) .. (hambre|comer|desayunan|comida|leche|sin comer|estudian|cenar)",
    `(pasando|aguantando|paso|pasamos|tengo|tenemos) (mucha|mucho|por|hambre|necesidad|necesidades|trabajo|penurias|
      dificultades|apuros|trabajos|un|una|unos)? (hambre|necesidad|necesidades|penurias|dificultades|apuros|mal
      momento|momento dificil|crisis|mala racha|situacion dificil|mala situacion|momentos dificiles|problemas
      economicos|problemas de salud|necesidad)`,
    // Business, harvest, disaster, theft
    `(negocio|tienda|empresa|local|bodega|taller|restaurante|ventas|venta|comercio|puesto|obra|taxi|mototaxi|
      puestico) (se|me|lo|la|esta|estan|ha|han|se me|no|ya)? (fue|quebro|quebró|quebrado|cerro|cerró|cayo|cayeron|
      bajado|bajaron|bajas|flojo|flojas|mal|malas|muerto|muertas|parado|parada|no da|no vendo|pesimas|cerrar|cerraron|
      quemo|inundo|hundio|quiebra|embargaron|clausuraron|no arranca|no levanta|no deja)`,
    `(cerre|cerré|cerramos|cerro|tuve que cerrar|me hicieron cerrar|me cerraron|nos cerraron|clausuraron|volvieron a
      cerrar) (el|la|mi|un)? (negocio|tienda|local|empresa|bodega|taller|restaurante|puesto|colegio|salon|peluqueria|
      puestico)`,
    `(no|ya no|casi no|nada) (vendo|se vende|hay ventas|hay venta|estoy vendiendo|vendemos|he vendido|hay clientes|
      hay trabajo|hay turistas|hay pesca|hay clases|hay estudiantes)`,
    "(quiebra|bancarrota|quebré|quebramos|quebre (el|mi|con|en la|y)|quebro mi|arruinados|insolvente)",
    `(cosecha|siembra|cultivo|cultivos|papas|maiz|cafe|ganado|pesca|vacas|cacao|arroz|platanera|gallinas|pollos|
      sembrado|banano|finca) .. (perdi|perdio|perdimos|llevo|daño|daño|dano|danó|seco|sequia|murio|murieron|muriendo|
      plaga|no dio|inundo|heladas|barato|mal pagad*|quemo|se fue|bajo)`,
    `(desgracia|desastre|inundacion|incendio|damnificad*|terremoto|temblor|huaico|huayco|helada|sequia|huracan|
      creciente|derrumbe|deslave|aluvion|tormenta|paro|aguacero|granizada|inundo|inundó|inundamos|avalancha|guerra|
      violencia)`,
    `(me|nos) (robaron|atracaron|asaltaron|extorsionan|vacunan|hurtaron|estafaron|desalojaron|saquearon|quemaron|
      incendiaron)`,
    // In general
    `${THINGS} (esta|es|anda|se puso|ta|se ha puesto|economica|que paso|que tengo|se me|me tiene|por aca|aca|estan|
      sigue|va|se|financiera|actual) (muy|bien|bastante|super|re|demasiado|toda|tan|economica|dificil|mas|medio|un
      poco|puso|esta|es)? ${HARD}`,
    `${THINGS} (muy|bien|tan|bastante|super|re)? (dificil|dura|complicad*|fea|apretad*|critica|economica|financiera|
      precaria|delicada)`,
    `(mala|dificil|dura|complicada|pesima|delicada|precaria|mal) (situacion|racha|momento|epoca|etapa|economia|
      temporada)`,
    `(esta|ta|anda|estan|es) (muy|bien|bastante|super|re|medio)? (dificil|dura|duro|complicad*|fea|jodida|brava|
      perra|pesada|jodido) (la|el|todo|aca|aqui|esto de)? (situacion|cosa|vaina|economia|calle|plata|mes|negocio|
      trabajo|aca|aqui|conseguir|vida)`,
    `(crisis|problemas|dificultades|apuros|aprietos|carencias|limitaciones|estrechez|urgencias) (muy)? (economic*|
      financier*|de plata|de dinero|de salud|familiares|grave*)`,
    "(problemas|dificultades) de (plata|dinero|salud|familia|trabajo)",
    `(situacion|momento|epoca|mes|racha|tiempo|ano) (muy|bien|bastante|super)? (economic*|dificil|mal*|dura|duro|
      complicad*|critic*|pesad*)`,
    "(atravesando|pasando|viviendo|enfrentando) (por|un|una|unos|momentos|dificultades|problemas|situacion)",
    `(ayuda|ayudenme|entiendan|comprendan|comprension|consideracion|entiendame|comprendame|piedad) .. (situacion|no
      tengo|no puedo|dificil|crisis)`,
    "(tengan piedad|apiadense|ponganse en mi lugar|pongase en mi lugar|pongase la mano en el corazon)",
    `(solo|apenas|nomas|a duras penas|a penas) (me|nos)? .. (alcanza|da|tengo|gano|llega|comemos|sobrevivo) ..
      (comer|comida|arriendo|alquiler|renta|pasajes|pasaje|sobrevivir|vivir|mis hijos|lo basico|mercado)`,
    `(me|nos) (tiene|tienen|esta|estan) (matando|ahogando|ahorcando|asfixiando|comiendo|desangrando|consumiendo)
      (vivo|viva|las deudas|esa deuda|la deuda|los intereses|esta deuda|esa cuota|tanta deuda|el banco|los pagos)?`,
    `(deuda|deudas|intereses|cuotas|gastos|cuentas) .. (me|nos) (tiene|tienen|esta|estan) (matando|ahogando|ahogad*|
      ahorcando|asfixiando|comiendo|loco|loca|enferm*|acabando|consumiendo|desangrando)`,
    `(no|ya no) (me entra|me cae|me llega|me sale|nos entra|entra|cae) (un|ni un|nada|plata|ni|dinero) .. (peso|sol|
      centavo|mango|desde|cinco)?`,
    "(me|lo|nos) (tienen|tiene|tengo|tenemos) (embargad*|en la mitad|descontad*|retenid*)",
    `(se me|se nos) (va|fue|van|fueron|juntaron|juntó|acumularon|vinieron|junto) (todo|toda|los gastos|las deudas|la
      plata|el sueldo|la quincena|en medicin*|al hospital|en arriendo|en remedios|muchas cosas|todos)`,
  ],
  pt: [
    // Work
    "(desempregad*|demitid*|demitiram|afastad*|desempregu*|encostad*)",
    `(sem|zero|nenhum|nenhuma|nem um) (@cash|@work|um real|um puto|salario|nada|um tostao|real|1 real|condissao|
      condicao|ganha pao|faturamento|receber|comida|gas)`,
    `(perdi|perdemos|perdeu|larguei|largar|fechei|fechou|fechamos|quebrei|quebrou|faliu) (o|a|meu|minha|tudo|metade|
      toda|todo|parte|com)? (@work|tudo|servico|renda|negocio|loja|salao|lavoura|casa|empresa|clientes|barraca|bar|
      plantacao|colheita|comercio|da renda)`,
    "(fui|foi|fomos) (mandad*|demitid*|dispensad*|despedid*|despejad*|assaltad*|roubad*|cortad*)",
    "mandad* embora",
    `(cortaram|bloquearam|suspenderam|atrasaram|reduziram|negaram|atrasou|atrasa|nao pagaram|nao pagou|atraso) (o|a|
      meu|minha|no|do|os|dois|tres|de)? .. (beneficio|salario|auxilio|bolsa|pensao|inss|pagamento|seguro|
      aposentadoria|horas|repasse|meses|receber|recebi)`,
    `(salario|beneficio|auxilio|pensao|aposentadoria|repasse|firma|empresa|patrao|prefeitura) .. (atrasad*|atrasou|
      atraso|bloquead*|cortad*|nao caiu|nao saiu|nao pagou|nao depositou|suspens*|analis*|ainda nao)`,
    `(tou|to|estou|ta|ando|continuo|fiquei) (na pior|na merda|quebrad*|falid*|no vermelho|na lama|lisa|liso|duro|
      dura|ferrad*|apertad*|sufocad*|endividad*|individad*|no sufoco|na rua|no aperto|pelad*|na pindaiba|zerad*|
      desesperad*|enrolad*|atolad*|afundad*|no fundo|na rua da amargura)`,
    "(na|em) (pior|lona|pindaiba|miseria|rua da amargura|penuria)",
    // No money
    `nao (tenho|tem|temos|ha|sobra|sobrou|ta sobrando|sobra nada|tenho nem|possuo) (como pagar|como|nem|mais)?
      (dinheiro|grana|condicao|condicoes|de onde|renda|nada|nem|trabalho|emprego|um|um real|1|para pagar|para comer|
      como pagar|com que|com o que|mesmo|onde tirar|onde|de que|pagar|sobrando|ta)`,
    "(n|nao) tenho (nd|nada|nem p|nem para|mesmo)",
    `(nao|nem) (consigo|posso|podemos|conseguimos|da|tem como|to conseguindo|estou conseguindo|tenho como|
      conseguirei|vou conseguir|pude|consegui) (mais)? (nem)? (pagar|arcar|quitar|bancar|honrar|cumprir|assumir|
      trabalhar|me sustentar|para pagar|dar conta|isso agora) (agora|isso|esse|essa|nada|tudo|a|o|com|nem|esse mes|
      ainda|mais|hoje nao|essas)?`,
    `(nao|mal) (da|sobra|chega|sobrou|paga|da nem|ta sobrando|ta dando) (para|nem|o|um)? .. (comer|comida|aluguel|
      gas|luz|nada|real|remedio|basico|feira|leite|sobreviver)`,
    "(nao|nem) (ta)? (sobra|sobrou|sobrando) (nada|dinheiro|nem|para|]|)?",
    "(o que|o pouco que|com o que) (eu)? (ganho|recebo|tiro|faco) .. (mal|so|nao|nem|aluguel|gas|comida|impossivel)",
    `(como|com que|de onde|do que) (que)? (eu)? (vou|pago|vo|tiro|vou tirar|quer que) .. (pagar|pago|isso|dinheiro|
      se|sem)`,
    `(pagaria|queria pagar|quero pagar|gostaria de pagar|queria resolver|queria muito) .. (se tivesse|mas|nao tenho|
      nao consigo|sem)`,
    "se (eu)? (tivesse|pudesse) .. (pagava|pagaria|ja tinha|com que|dinheiro)",
    "nao e (que eu)? (nao)? (queira|quero|ma fe|ma vontade|por mal|falta de vontade|que eu nao)",
    `(ganho|ganhando|recebo|vivo|vivendo|sobrevivo|vivemos) (so|de|do|com|so um|um|de bico|apenas|uma)? (salario
      minimo|minimo|bico|bicos|bolsa|aposentadoria|beneficio|favor|doacao|doacoes|cesta|faxina|reciclagem|pensao|
      auxilio|miseria|pouco|so um salario|diaria)`,
    `(cesta basica|(moro|vivo|morando|vivendo) de favor|vendendo (latinha|bala|tudo)|catando (latinha|papelao|lixo)|
      latinha|fazendo bico|pedindo ajuda)`,
    `(faltando|falta|faltou|sem|nem) (comida|leite|gas|o que comer|remedio|fralda|arroz|pao|tudo) (aqui|em casa|para|
      dentro|nao)?`,
    `(geladeira|despensa|panela|dispensa|carteira|conta) (ta|esta|tá)? (vazia|vazio|zerada|zerado|no vermelho|
      negativa)`,
    `(renda|salario|movimento|vendas|faturamento) (caiu|diminuiu|acabou|cortou|sumiu|despencou|baixou|pela metade|
      tao fracas|fraco)`,
    "(metade|um terco) da renda",
    "(devo|devendo) (para|a|ate|em) .. (seis|todo mundo|agiota|lugares|bancos|deus e o mundo|cinco|quatro|tres)",
    "(superendivid*|superindivid*|bola de neve|endivid*|individ*|negativad* em)",
    `(contas|dividas|juros|cobrancas|boletos) .. (me matando|comendo|me sufocando|acumul*|atrasad*|me afogando|
      engolindo|me enforcando|se acumul*)`,
    `(luz|aluguel|agua|condominio|contas|mensalidade|prestacao) (ta|tao|esta|estao|tudo|toda|todas)? (atrasad*|
      cortad*|cortaram)`,
    // Health and family
    `(estou|to|fiquei|ta|esta|tive|meu|minha|ando|continuo|tô|teve|sofreu|infartou|acabei de|faco|fazendo|ele|ela)
      (@family|com|muito|no|um|uma|em|fazer|fazendo|sofri|internado|pai|mae|filho|tratamento|gravemente|na|ta|esta|
      teve)? .. (doente|internad*|hospital|cancer|cirurgia|acidente|hospitalizad*|operad*|depressao|avc|derrame|
      infarto|infartou|quimio|quimioterapia|hemodialise|uti|tratamento de|pneumonia|acamad*|alzheimer|covid|dengue)`,
    "(fiz|fazer|acabei de fazer|vou fazer|precisei|passei por|recuperando de) (uma|de)? (cirurgia|operacao)",
    `(cuidadora|cuidador|cuido|cuidar|cuidando) (da|do|de|dele|dela) (minha|meu|mae|pai|filho|marido|@family) ..
      (doente|alzheimer|acamad*|idos*|trabalhar|deficien*|nao consigo|autis*)?`,
    `(meu|minha|meus) (bebe|@family|crianca|filhos) .. (uti|doente|prematuro|remedio|passando fome|sem leite|
      especial|autista|internad*|infart*|cancer|derrame|avc|cirurgia|desempregad*|acidente)`,
    "(gravidez|gestacao) (de risco)?",
    "(to|estou|fiquei|ta) gravida",
    "(meu|minha) @family .. (morreu|faleceu|doente|internad*|foi embora|me largou|me abandonou|ta preso)",
    "(morreu|faleceu|enterrei|enterrar|perdi) (meu|minha|a minha|o meu) (@family)",
    `(separei|divorciei|viuva|viuvo|mae solteira|mae solo|pai solteiro|aposentad* por invalidez|aposentada com|
      pensionista)`,
    "(so|somente) eu trabalh* (em|aqui|e|na)?",
    "(escolho|escolher|ou) .. (remedio|comida|leite) .. (ou|voces|e|pago)",
    // Business, harvest, disaster
    `(enchente|alagamento|alagou|incendio|seca|geada|chuva|chuvas|temporal|vendaval|desabou|deslizamento|pandemia)
      .. (levou|acabou|perdi|destruiu|perdemos|lavoura|casa|tudo|obra|nao|estragou|sem)`,
    `(roubaram|furtaram|levaram|assaltaram) .. (meu|minha|carrinho|moto|celular|ganha|ferramenta*|tudo|salario|
      dinheiro)`,
    `(nao|nem) (tem|apareceu|aparece|ta tendo|consigo|acho|arrumo|arrumei|arranjo|to achando) (nenhum*|mais)? (obra|
      servico|trabalho|cliente|clientes|emprego|movimento|venda|bico|corrida)`,
    `(ate|enquanto|quando) (eu)? (arrumar|arranjar|conseguir|achar|voltar a) (um|algum|outro)? (servico|emprego|
      trabalho|trampo|trabalhar|bico)`,
    // In general
    `(situacao|coisa|coisas|vida|crise|fase|momento|mes|barra|tempo) (financeira|aqui|por aqui|ta|esta|tao|estao|
      anda|e|foi|nao|ta muito|ta bem|la em casa|tá) (muito|bem|nada|tao|bastante|ta|esta|mais|meio)? (dificil|
      complicad*|feia|feio|apertad*|ruim|critica|dura|duro|pesad*|faceis|facil|tensa|braba|preta|osso|delicad*)`,
    `(dificuldade|dificuldades|aperto|sufoco|perrengue|crise) (financeir*|economic*|danad*|grande|aqui|que|para|em|
      de|de saude)`,
    "(falido|falida|falencia|calamidade)",
    `(passando|passo|passei|enfrentando|vivendo|atravessando) (por)? (necessidade|dificuldade|dificuldades|fome|
      aperto|perrengue|maus bocados|um momento|uma fase|uma situacao|um sufoco|muita|problemas|uma crise|barra)`,
    `(ta|tá|esta|as coisas tao|as coisas estao) (osso|complicado|foda|puxado|ruim|apertado|russo|brabo|difícil|
      embacado|sinistro) (aqui|para mim|esse mes|irmao|moco|a situacao|a vida|demais|as coisas|pro meu lado|o mes|
      financeiramente)`,
    "(mes|semana|ano) (foi|ta|esta) (pesad*|dificil|apertad*|ruim|complicad*|brab*)",
    "(juros|divida|dividas|contas) (estao|esta|tao|ta) (me)? (matando|sufocando|comendo|afogando)",
    "(nao cabe|nao tem como caber) no (meu)? (orcamento)",
    "(sem|nao tem|nao tenho) (condicao|condicoes) .. (pagar|agora|nenhuma)",
  ],
  en: [
    `(lost|loose|losing|lose) (my|our|the|his|her|both|everything)? (job|jobs|work|income|home|house|business|hours|
      everything|insurance|apartment|crop|husband|wife)`,
    "(unemployed|unemployment|jobless|broke|bankrupt|disability|disabled|homeless|furloughed|evicted|destitute)",
    "(laid|got|was|been|getting|get) (off|fired|evicted|let go|laid off|furloughed|robbed|hospitalized)",
    "let go (from|at|last|of)",
    "(no|without|zero|out of|short on|low on) (money|job|income|work|funds|cash|food|paycheck)",
    `(dont|havent|do not|aint|got) (have|got|no|even have)? (the|any|enough|no|a|that kind of)? (money|job|income|
      work|funds|cash|means)`,
    `(cant|cannot|not|unable|couldnt|can not|no way i can|never|wont be able) (able|to|really|even|possibly)? (to)?
      (afford|pay|make the payment|make payments|cover|come up with|make ends) (it|this|that|anything|right|now|you|
      the|any|at|my|rent|bills|meet|all)?`,
    "(in|at|from|out of) (the|a)? (hospital|er|icu|rehab)",
    `(im|am|is|been|got|very|was|really|so) (very|really|been|too)? (sick|ill|hospitalized|injured|disabled|in chemo|
      bedridden|pregnant and)`,
    `my .. (@family|kid|kids|child|baby|children) (just|has|is|was|got|had|recently)? .. (died|passed|sick|ill|
      cancer|hospital|surgery|stroke|icu|lost his|lost her|left me|laid off)`,
    "(hard|tough|difficult|rough|bad) (time|times|situation|month|year|months|spot|patch|place|financially)",
    "(struggling|hardship|surgery|cancer|chemo|stroke|divorce|funeral|foreclosure|eviction)",
    "(medical|hospital|doctor|funeral) (bills|bill|emergency|expenses|costs|debt|leave)",
    `(behind|tight|drowning|short|underwater) (on|right|this|in|with) .. (rent|bills|now|month|debt|everything|money|
      mortgage)`,
    `(money|things|budget|times|finances) (is|are|have been|has been|r|get) (really|very|so|super|pretty)? (tight|
      tough|hard|rough|bad|difficult)`,
    "(hours|pay|wages|income) (were|was|got|have been|are) (cut|reduced|slashed|garnished)",
    "(cut|reduced) my (hours|pay)",
    "(living|live) (paycheck|off|on) (to|social|disability|food|ssi|a fixed|unemployment)",
    "(made|being made|been made|facing) redundan*",
    `(redundancy|redundant|skint|on the dole|universal credit|zero hours|food bank|foodbank|off sick|sick pay|
      statutory sick)`,
    "(on|living on|only get) (benefits|benefit|pip|esa|jsa|uc|pension credit|state pension|welfare|disability)",
    "(fixed income|food stamps|social security only|single mom|single mother|single dad|single parent)",
    "(barely|can hardly|hardly) (surviving|survive|eat|feed|getting by|afford|making it|make rent|keeping)",
    "(feed|feeding) (my|the) (kids|family|children)",
    "(cant|barely) make ends meet",
    "(flood|fire|hurricane|tornado|storm|accident) .. (lost|destroyed|took|totaled|damaged|house|everything)",
    "(in|had|got in) (a|an) (car|bad|terrible|work)? (accident|wreck)",
  ],
  except: [
    // Has none, but not of money
    `(no|nao|ni) (tengo|hay|tenho|tem|cuento|tenemos) .. (problema|inconveniente|duda|tiempo|link|comprobante|recibo|
      datos|whatsapp|numero|claro|apuro|afan|nada que ver|tempo|fecha|correo|app|cuenta|saldo|internet|megas|tarjeta|
      nequi|computador)`,
    `(no|nao) (tengo|tenho|hay) (nada|yo nada) (que ver|a ver|com|pendiente|con ustedes|contra|que decir|mas que|com
      voces|com essa|com a|con esa)`,
    "no tengo (ninguna|deuda|deudas|esa|nada pendiente|nada con)",
    "no tengo .. (deuda|obligacion|credito) .. ustedes",
    `no (hay|tengo) (como|de) (que me|hablar|me rebaje|otra|no|comunicarme|contactar|verificar|saber|comprobar|
      confirmar|acuerdo)`,
    "(nao|não) (tem|tenho) como (te dar|me|falar|saber|confirmar|abrir|ver|mandar|enviar|dar data)",
    `no (puedo|podemos|pude|he podido) pagar (con|por|en) (pse|tarjeta|link|oxxo|pix|efectivo|app|linea|nequi|el
      link|la app|la pagina|banca)`,
    "no (puedo|he podido|pude) (entrar|abrir|ver|descargar|ingresar|hablar|contestar|atender|generar)",
    "(nao|não) consigo (pagar|quitar)? (pelo|pela|no app|no site|com cartao|por pix|com o|abrir|gerar|acessar)",
    "no (tengo|cuento) con (ustedes|usted)",
    `no (me|nos) (llega|da|llego|sale|carga|entra|queda|entro) (el|la|mi|un|los|ninguna|ningun)? (link|mensaje|
      codigo|gana|correo|opcion|factura|enlace|opciones|otra|qr|otro remedio|claro|tiempo|duda)`,
    "no me queda (otra|mas que|claro|de otra|otro)",
    "(not|wont|dont) .. (going|want) .. pay",
    "(cant|cannot|not) .. pay (with|by|online|through|that|until|before|via|using)",
    "no (tengo|quiero|voy|pienso) (por que|porque|que) pagar",
    "no llego (el|la|nada|mi|a tiempo)",
    // The day only: what follows says when
    `(no|nao) (puedo|posso|consigo|podre|podria|alcanzo a) (pagar|cumplir|quitar|pagarle|pagarles)? (hoy|hoje|manana|
      amanha|este viernes|esta semana|ahora) (pero|mas|sino|so) (el|na|no|dia|la|si|manana|amanha|#|sexta|segunda)`,
    // Other people's hardship, or things that are none
    "(soy|sou) .. @family .. (hospital*|internad*|derrame|preso)",
    "(visitando|acompanando) (a|al)",
    "(celular|telefono|pantalla|tela|computador|internet|app|pagina|datos) .. (quebrad*|danad*|sin|roto|rota|molhad*)",
    "(tela|pantalla) (quebrad*|rota)",
    "(aperto|apertando|aperta) (o|aperto|e|1|2|#|um|aqui|no|numero)",
    "se passando por",
    "(robaron|roubaram) .. (papeles|documentos|cedula|tarjeta|pantallazo|cartao|identidad|los datos)",
    "(me|nos) robaron (los papeles|los documentos|la cedula|mis documentos|en el bus)",
    "(dura|duro|dificil) (para mi|esa|esa oferta|de) (cuota|aceptar|entender)?",
    "(estoy|ando) en (misa|clase|clases|reunion|la moto|el bus)",
    "(muy|tan|esta) (duro|dura|dificil) (de entender|el menu|de leer)",
    "enferm* de los nervios",
    "(situacao|situacion) (e|es|eh|esta) (complicada|diferente|especial)",
  ],
};
