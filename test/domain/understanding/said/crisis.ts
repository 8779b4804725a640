import { lines } from "./lines.ts";

/** What somebody says who may hurt themselves, or tells of one who has tried. Written for these tests; none comes from a data set. */
export const CRISIS = lines(`
  me quiero morir
  quisiera estar muerto
  ya no quiero vivir más
  no le encuentro sentido a nada
  todo sería mejor si yo no estuviera
  si no estuviera se acababan los problemas
  mi familia estaría mejor sin mí
  estarían mejor sin mí
  pienso en acabar con todo
  voy a terminar con todo esta noche
  me voy a matar por culpa de ustedes
  van a encontrarme colgado
  tengo la soga lista
  ya compré el veneno
  me tomé un frasco de pastillas
  tengo las pastillas en la mano
  me voy a tirar al tren
  me dan ganas de tirarme del puente
  a veces me dan ganas de desaparecer del mundo
  solo quiero dormir y no despertar nunca
  ojalá no amaneciera
  le pido a Dios que me lleve
  que Dios me recoja ya
  mejor me muero de una vez
  prefiero estar muerta que seguir así
  no sirvo para nada, mejor no existir
  ya no tengo fuerzas para seguir
  ya no encuentro razones para vivir
  para qué seguir viviendo así
  mi vida ya no vale nada
  valgo más muerto que vivo
  con mi seguro de vida se cobran
  cuando me muera cobren el seguro
  van a cargar con mi muerte
  me van a llevar a la tumba, ya no quiero estar en este mundo
  ando pensando cosas feas
  tengo pensamientos de hacerme daño
  me corté las venas
  intenté suicidarme el mes pasado
  mi hijo se quiso matar por la deuda
  mi esposo se ahorcó por las deudas
  no sé si voy a llegar a mañana
  esta es mi despedida
  despídanme de mi familia
  adiós, ya no va a haber a quién cobrar
  mañana ya no van a tener a quien cobrarle
  ya tomé la decisión, hoy se acaba todo
  me quiero pegar un tiro
  me voy a volar la cabeza
  no aguanto más esta vida
  estoy cansada de vivir
  estoy al borde, no quiero seguir
  no puedo más con mi vida
  ya no doy más, quiero que todo termine
  quiero que todo se acabe, quiero irme
  quiero descansar para siempre
  me quiero ir con mi mamá al cielo
  solo muerto van a dejar de cobrarme
  la única salida que veo es matarme
  no veo otra salida más que la muerte
  kiero morirme
  toy pensando en el suicidio
  voy hacer una locura
  capaz que me mato
  cualquier día me cuelgo
  me van a empujar al suicidio
  no me importa si me muero
  me da igual vivir o morir
  siento que soy una carga para todos
  nadie me va a extrañar
  nadie me extrañaría si no estoy
  quero morrer
  não aguento mais viver
  tô pensando em me matar
  vou me jogar na frente do trem
  vou acabar com a minha vida
  vou dar um fim nisso tudo hoje
  queria sumir do mundo
  só queria dormir pra sempre
  minha vida acabou, não faz mais sentido viver
  prefiro morrer
  seria melhor eu morrer
  ninguém vai sentir minha falta
  já comprei o veneno
  tomei um monte de remédio
  tentei me matar semana passada
  penso em suicídio todo dia
  não vejo motivo pra continuar
  cansei de viver
  vou fazer uma besteira
  estou me cortando
  amanhã vocês não vão ter de quem cobrar
  se eu me matar vocês param?
  adeus, não vou estar mais aqui amanhã
  minha mulher tentou suicídio
  só a morte resolve
  i want to die
  id rather be dead
  i cant do this anymore
  im going to kill myself
  i feel like ending it
  theres no point in living
  i have nothing left to live for
  everyone would be better off if i was gone
  im thinking about suicide
  i took a bunch of pills
  i dont see a way out, i want it to end
  i wish i wouldnt wake up
  ill be dead by then anyway
  you wont have to worry about me after tonight
  my husband tried to kill himself over this
  i hurt myself last night
  i just want it all to stop, i dont want to be alive
  thinking of jumping off the bridge
  whats the point of living
  life isnt worth it anymore
  esto me está llevando a querer quitarme del camino
  a veces pienso que estaría mejor bajo tierra
  no quiero llegar a mañana
  solo le pido a Dios no amanecer
  ya no quiero estar
  ya no quiero ser
  ya no le veo caso a seguir
  ya no le veo el caso a la vida
  mejor me quito de en medio
  mejor me aviento al metro
  me quiero aventar de un puente
  un día de estos me encuentran colgado
  me voy a ahorcar
  quiero acabar con mi sufrimiento
  quiero que se acabe este sufrimiento de una vez
  lo único que quiero es morirme
  lo he pensado, quitarme la vida
  estoy pensando en no estar más
  pienso todos los días en la muerte
  estoy pensando en matarme por esta deuda
  con la muerte se acaba la deuda no?
  si me suicido quién paga
  si me mato se cancela la deuda?
  qué pasa con la deuda si me muero
  les va a pesar en la conciencia mi muerte
  van a tener un muerto en la conciencia
  ustedes van a ser los culpables de lo que haga
  no respondo por lo que pueda hacer conmigo
  ya escribí la carta de despedida
  ya le dejé una nota a mi mamá
  me despido, cuiden a mis hijos
  ya me cansé de todo, hoy me voy
  estoy muy mal, quiero desaparecer
  me quiero matar, en serio
  me quiero matar boludo no doy más
  no tengo más ganas de nada, ni de vivir
  se me fueron las ganas de vivir
  perdí las ganas de todo
  no le tengo miedo a la muerte, al contrario
  la vida no tiene sentido para mí
  siento que ya no puedo con la vida
  la vida me pesa demasiado
  mi vida no sirve
  no merezco vivir
  merezco morir
  soy un estorbo para mi familia
  le hago un favor a todos si me muero
  ando con la idea de matarme
  tengo ideas suicidas
  estoy depresivo y quiero morirme
  estoy en el techo del edificio
  estoy parado en el puente
  estoy en el puente y voy a saltar
  tengo un cuchillo en la mano
  tengo el arma cargada
  me tomé todas las pastillas
  ya me tomé el veneno
  me corto los brazos cuando llegan sus mensajes
  me estoy haciendo daño
  mi papá se intentó matar anoche
  mi hermana se tomó unas pastillas por su culpa
  mi esposo está en el hospital porque se quiso quitar la vida
  prefiero la muerte
  antes muerto que seguir así
  la muerte es la única solución
  no hay salida para mí
  no encuentro salida a esto
  esto no tiene solución, mejor morirme
  vivir así no es vivir, mejor acabar
  no aguanto vivir así
  no soporto más vivir
  no puedo seguir viviendo así
  no puedo vivir con esto
  no quiero despertar
  me acuesto pidiendo no despertar
  paren o me mato
  si siguen llamando me mato
  voy a hacer una estupidez si siguen
  llegué al límite, me quiero ir de este mundo
  ganas de tirarme a las vías
  me quiero tirar abajo del tren
  quiero irme a dormir y no levantarme más
  me quiero pegar un corchazo
  me voy a pegar un balazo
  ya no estaré para la próxima cuota
  para el 15 ya no voy a estar vivo
  no creo que llegue vivo a fin de mes
  no voy a llegar a ese día
  de aquí a allá ya estaré muerto
  queria não ter nascido
  não aguento mais, quero acabar com isso tudo
  eu vou me matar
  penso em tirar minha vida
  tenho pensado em morte
  tô a ponto de fazer uma loucura
  a única saída é morrer
  não quero mais estar aqui
  não quero mais existir
  não tenho mais vontade de nada, nem de viver
  queria que Deus me levasse
  cada cobrança dá vontade de pular da janela
  vou pular da ponte
  tô na ponte agora
  vocês vão ter uma morte nas costas
  quando eu morrer vocês cobram de quem
  viver pra quê
  pra que viver assim
  a vida não tem mais graça, quero ir embora dela
  minha filha tentou se matar
  estou pensando em besteira
  i want to end my life
  i keep thinking about ending things
  im at the end of my rope
  ive got nothing to live for
  i wish i was dead
  i just want to disappear
  i dont want to be here anymore
  i dont think i can go on
  i might as well be dead
  sometimes i think about just ending it
  youre going to push me to suicide
  im suicidal
  ive been self harming
  ill kill myself if you keep calling
  theres no way out for me except death
  death would be easier
  my family would be better without me
  worth more dead than alive
  im done with life
  i cant keep living like this
  tonight will be my last night
  goodbye, this is my last message
  i have a plan to kill myself
  i have the pills in front of me
  el sábado ya no me van a encontrar con vida
  siento que estoy de más en esta casa y en todo
  me dan ganas de no estar más
  intentó atentar contra su vida
  díganle a mis hijos que los amo
  dejé todo arreglado para mis hijas
  cuiden a mis hijos por favor
  no me veo llegando a navidad
  me asomé a la ventana y pensé en saltar
  en la carretera pensé en estrellarme
  con esta deuda mejor acabar también conmigo
  mi hermano dice que ya no quiere vivir
  le pido a dios que me recoja
  estou pensando em besteira
  tentei contra a minha vida mês passado
  está difícil continuar vivo
  ele diz que quer morrer
  escrevi uma carta para meus filhos
  i shant be around next week
  i dont plan on being alive by then
  hes threatening to kill himself
  tell my wife i love her
  i left a letter, i wrote a note to my kids
`);
