import type { PhraseTable } from "../../lexicon.ts";

/** A lawyer, a court, an authority, a complaint, a law: a person answers, and carefully. */
export const legal: PhraseTable<"legal"> = {
  says: "legal",
  es: [
    // Lawyers and who speaks for me. Whole words beside their beginnings, so that the speller knows them.
    "(abogado|abogada|abogados|abogadas|aboga|licenciado en derecho)",
    "abogad*",
    `(mi|con mi|a mi|nuestro|el) (apoderado|apoderada|representante|defensor|asesor juridico|asesor legal|bufete|
      notario|procurador)`,
    "(apoderado|representante|departamento|area|asesor|asesoria|responsable) (legal|juridic*|judicial)",
    // To sue, to denounce
    "(demandar*|demandare*|demandarlos|contrademand*|querella*|querellarme)",
    "(demanda|demando|demandas|demandan|demandarlos|contrademanda|demandado|demandada)",
    "(denuncia|denunciar|denunciare|denuncio|denuncie|denunciarlos)",
    "denunci*",
    `(tutela|tutelas|amparo|habeas|habeasdata|accion popular|accion de tutela|recurso de amparo|accion de proteccion|
      derecho de peticion|habeas data|carta documento|cartas documento|carta notarial|notarial|requerimiento notarial|
      burofax)`,
    `(interponer|interpondre|poner|pongo|puse|pondre|presentar|presentare|presente|radicar|radique|radico|meter|
      hacer|levantar|levante|elevar|ingresar|ingrese) (una|un|la|mi|el|otra|otro)? (queja|denuncia|reclamo|
      reclamacion|reporte|tutela|demanda|querella|amparo|accion|recurso) (formal|ante|en|con|a|contra|por|al|el|la)?`,
    // Courts and authorities, country by country
    `(juzgado|juzgados|tribunal|tribunales|juez|jueza|corte|fiscalia|fiscal|procuraduria|defensoria|personeria|
      contraloria|comisaria|ministerio publico|ombudsman|notaria|juicio|poder judicial|ministerio de|carabineros|
      comisaria de|inspeccion de policia|casa de justicia|consultorio juridico|cantonal)`,
    "(superintendencia|superfinanciera|superindustria|supersociedades|superbancos|supersolidaria|superservicios)",
    `(profeco|condusef|indecopi|sernac|sbs|cmf|cnbv|redeco|osiptel|indecopy|inai|imss juridico|prodecon|aepd|facua|
      omic|arcotel|bcra|aaip|conadecus|profedet|enacom|seps)`,
    `(la|ante|en|a|con|el) (sic|super|supersic|cnbv|redeco|aepd|facua|ocu|omic|sbs|bcra|cmf|ift|uif|consumidor|dane
      juridica|super de bancos|super de industria)`,
    `(defensa|defensor|proteccion|agencia|defensoria|oficina|tribuna) (de|del|al|de los)? .. (consumidor|
      consumidores|consumo|datos|financiero|usuario|cliente|competencia|pueblo)`,
    "(libro|hoja) (de)? (reclamaciones|reclamos|reclamacion)",
    `(ire|voy|acudir|acudire|vamos|llamare|llamo|llamar|reportar*|reporto|avisar|ir) .. (policia|fiscalia|
      autoridades|juzgado|prensa|noticias|television|defensoria|ministerio|comisaria|gaula|consumidor|medios)`,
    `(queja|reclamo|reclamacion|reporte) .. (ante|en|a|con) .. (consumo|super|sic|banco|autoridad|autoridades|
      consumidor|cnbv|sbs|bcra|facua|ocu|redeco|condusef|superintendencia|entidad|libro|central)`,
    "(central|centrales) de riesgo .. (ilegal|demand*|ley|sin autorizacion|denunci*)",
    // Laws and rights
    `(ley|decreto|articulo|resolucion|circular|codigo|norma|estatuto) (#|de proteccion|de habeas|de borron|de
      consumidor|del consumidor|de insolvencia|de defensa|numero|civil|penal|de comercio|de segunda|organica|federal)`,
    `(la|su|esa|una|nueva) ley .. (dice|prohibe|establece|protege|me protege|permite|no permite|ampara|obliga|
      sanciona|los)`,
    `(violan|violaron|violando|incumplen|contra|violar|infringen|segun|vulneran|viola|conforme a|vulnera|transgrede*|
      vulnerando|fuera de|amparado en|cumplan) (la|mi|mis|el|los|su)? (ley|derecho|derechos|privacidad|intimidad|
      norma|normas|codigo|habeas|ley de)`,
    `(vulneran|violan|violando|vulneracion de|violacion de|violacion a|mis|conozco mis|sin) (mis|mi|los|las)?
      (derechos)`,
    `(es|esto es|eso es|seria|esta|hacen es|cobro|cobrar asi es|cobranza) .. (ilegal|delito|prohibido|penado|un
      delito|contra la ley|extorsion|ilicito|inconstitucional|acoso)`,
    "(ilegal|ilegales|ilegalmente|ilicito|delito|delitos|extorsion|inconstitucional)",
    `(acciones|medidas|vias|via|accion|proceso|instancias|asunto|defensa|consecuencias|amenaza|notificacion|
      documentos|recurso|procedimiento|marco|cobro|aviso|ejecucion|embargo) (legal*|judicial*|juridic*|penal*|civil*|
      extrajudicial*|coactiv*)`,
    `(legalmente|judicialmente|juridicamente|penalmente|judicial|judiciales|juridico|juridica|coactivas|coactiva|
      extrajudicial)`,
    "(proteccion|tratamiento|uso|ley) de (mis)? (datos|datos personales|informacion)",
    "(datos personales|politica de datos)",
    `(por|de|es|denuncia de|tipificado) (acoso|hostigamiento|extorsion|usurpacion|difamacion|amenazas|calumnia|danos
      y perjuicios|abuso de)`,
    "(danos y perjuicios|dano moral|indemnizacion|indemnizar|indemnicen)",
    `(embargar*|embargo|embargos|embargarme|embargan|embarguen|embargado|embargada|remate|rematar|desalojo|
      lanzamiento|incautar)`,
    "(preso|presa|carcel|presos|arrestar|meter preso|cana) (por|esta|a|si|me|no)?",
    `(me|puedo|pueden|van a|puede) .. (demandar|meter preso|llevar preso|llevar a juicio|meter a la carcel|poner
      juicio|embargar|ir a la carcel|ir preso)`,
    "(juicio|demanda|proceso) (contra|en mi|en contra|ejecutivo|judicial|abierto|penal|coactivo)",
    // Bankruptcy and prescription by law
    `(insolvencia|insolvente|concurso de acreedores|bancarrota legal|quiebra personal|ley de segunda oportunidad|
      reorganizacion de pasivos|liquidacion patrimonial|persona natural no comerciante|conciliador|conciliacion)`,
    `(declararme|declare|declaro|proceso de|acogi|acoger|acogerme|me acojo|acogido) .. (insolvencia|insolvente|
      bancarrota|quiebra|ley|concurso|borron)`,
    "(borron y cuenta nueva)",
    "(prescribio|prescripcion|prescrita|prescrito) (por ley|tiene|legal|la|de|por|hace|segun|ya|y|esa|eso)?",
    // Evidence kept for them
    `(tengo|guardo|estoy|quedo|todo|tengo todo) (todo)? (grabad*|grabando|las grabaciones|la grabacion|documentad*|
      de prueba|como prueba|como evidencia|las pruebas|evidencia|evidencias)`,
    `(notifiquen|notificar|notificacion|notificarme|comunicacion|comunicaciones) .. (por escrito|judicial*|formal|
      legal|abogado|apoderado)`,
  ],
  pt: [
    `(advogad*|advogado|advogada|defensoria|defensor publico|patrono|adv|meu procurador|procurador constituido|
      causidico)`,
    "(procon|bacen|lgpd|idec|senacon|oab|anatel|decon|consumidor gov|febraban)",
    `(processar|processarei|processando|processo|processos|processado|processem|processa*) (voces|judicial|contra|na|
      vcs|essa|por|a|esse|danos|trabalhista|em|no|correndo|aberto|voce)?`,
    `(reclame aqui|reclameaqui|consumidor|banco central|ministerio publico|policia|delegacia|boletim de ocorrencia|
      juizado|pequenas causas|tribunal|forum|vara|cartorio|juiz|juiza|justica|juridico|juridica|judicial|
      judicialmente|juizo|promotoria|ouvidoria do banco|liminar|intimacao|oficial de justica)`,
    `(vou|entrar|entro|por|entrarei|acionar|levar|nos vemos|reclamar|recorrer) .. (justica|processo|juizado|advogado|
      juiz|tribunal|procon|consumidor|acao|delegacia)`,
    `(entrar|entrei|entro|mover|abrir|ajuizar) (com)? (uma|um)? (acao|processo|liminar|queixa|representacao|denuncia|
      reclamacao)`,
    "(denunciar|denuncia|denunciarei|denunciado|denuncio|denunciando|denunciei|boletim|queixa crime|b o)",
    "(danos morais|dano moral|indenizacao|indenizar|perdas e danos|devolucao em dobro|em dobro por)",
    `(isso|e|eh|pratica|cobranca|cobrar assim e) .. (ilegal|crime|proibido|ilicito|abusiva por lei|contra a lei|
      constrangimento ilegal)`,
    "(ilegal|crime|criminoso perante|constrangimento|estelionato|extorsao|calunia|difamacao)",
    `(codigo|cdc|lei|artigo|estatuto) (de defesa|do consumidor|da|do superendivid*|#|civil|penal|do|geral|seca|de
      protecao)`,
    "(a|da|pela) lei .. (proibe|diz|protege|garante|manda|permite)",
    "(meus)? direitos (do consumidor|como|sao|de consumidor)?",
    "(recuperacao judicial|falencia|insolvencia|superendividamento)",
    `(medidas|acao|acoes|via|meios|providencias|notificacao|cobranca) (judicia*|legais|legal|cabiveis|juridic*|
      extrajudicial)`,
    "(assedio|perseguicao|ameaca) .. (processo|crime|denunci*|policia|moral)",
    "(penhora*|penhora|bloquear meus bens|bens|leilao|ser preso|vou preso|cadeia|me prender)",
    "(tudo|ta tudo|estou|to) (anotad*|gravad*|gravando|registrad*|printad*|documentad*)",
    "(print tirado|tirei print|tenho print|tenho prints|tirei prints)",
  ],
  en: [
    `(lawyer*|attorney|attorneys|lawsuit*|sue|suing|sued|court|courts|cfpb|ftc|bbb|fdcpa|tcpa|illegal|illegally|
      ombudsman|legally|subpoena|litigation|paralegal|judge|sheriff|garnish*|garnishment)`,
    "(report|reporting|reported) (you|this|it|your company|u) (to|for)?",
    `(solicitor*|barrister*|fca|fos|financial ombudsman|trading standards|citizens advice|county court|ccj|bailiff*|
      gdpr|ico|information commissioner|stepchange|iva|debt relief order|breathing space)`,
    "(legal|law) (action|department|advice|representation|counsel|aid|enforcement|notice|team|rights)",
    "(small claims|take you to court|see you in court|class action)",
    "(filing|file|filed|declaring|declare|declared) .. (complaint|bankruptcy|chapter|police report|suit|a claim with)",
    "(chapter (7|13|seven|thirteen|11)|bankruptcy)",
    "(attorney general|better business bureau|consumer financial|consumer protection|trade commission|police)",
    "(against the law|violat* (of|the|my|federal)|my rights|harassment laws|statute of limitations|fair debt)",
    "(arrested|go to jail|warrant) (for|over|if|on)?",
  ],
  except: [
    "(procesar|proceso|processo|processar) .. (pago|pagamento|compra|tratamento|separacion|divorcio|mudanza|duelo)",
    "(no|sin|me|mucha) .. (demanda|demandar) (tiempo|mucho|poca)?",
    "(mi|un|actua*|eres|fueras) (como)? (si)? .. abogado y dime",
    "(si) (fueras|eres) .. abogado",
    "(actua|actúa|finge) como .. (abogad*|juez)",
    "(tengo|hay|le hice|estoy en|en) un proceso de (pago|compra)",
    `(de la|a la|una|cancha de|linea de|haz|corte de|el|hacer) corte (de pelo|de luz|de agua|del mes|de caja|de
      cabello|tarjeta)`,
    "(fecha|dia) de corte",
    "(me|nos) (hace|hizo|hagan) justicia",
    "sin embargo",
    "(en|a) (juicio de|mi juicio)",
    "(proceso|processo) (trabalhista|laboral|de divorcio)",
    "(un|minha|tem um) processo no meio",
    "(no|nao) .. (consumidor final|mesa de conciliacion)",
    "(preso|presa) (en el|en un|no|do|no transito) (trafico|trancon|taco|transito)?",
    "(esta|ta|esta en|@family) (preso|presa|la carcel|carcel)",
    "(amparo|vara|forum|bens) (de|para|en) mi",
    "(mi|mis|os|meus|seus) bens $",
    "(bloque*|embarg*) (por|pela) (error|justica) salario",
    "policia (de turno|soy|nacional y)",
    "soy policia",
    "(sueldo|salario|pension|minimo) .. (embargad*) (en|por)",
  ],
};
