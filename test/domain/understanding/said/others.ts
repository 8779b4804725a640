import { lines } from "./lines.ts";

/** The other warnings. Written for these tests; none comes from a data set. */
export const THIRD_PARTY = lines(`
  soy su esposa
  soy el hijo
  soy la mamá de ella
  habla su hermana
  ella no está, soy su mamá
  él no se encuentra
  no está en este momento
  mi papá salió
  yo le digo que se comunique
  yo le paso el mensaje
  este es el celular de mi hermano
  este teléfono es de mi mamá
  es de mi hijo
  soy el vecino
  soy la empleada de la casa
  él ya no vive con nosotros
  ella ya no vive aquí, es mi ex
  es mi ex marido, búsquenlo a él
  mi hermano está en la cárcel
  él trabaja en otra ciudad
  yo soy la que maneja el celular de mi abuelo
  la deuda es de mi mamá
  eso lo debe mi hermano no yo
  soy compañero de trabajo de él
  él dio mi número de referencia
  el señor falleció
  sou a esposa dele
  aqui é o irmão
  ele não está
  ela não mora mais aqui
  é meu pai
  vou passar o recado
  a dívida é da minha mãe
  im his wife
  this is her son
  hes not here
  she doesnt live here anymore
  thats my brothers debt
  i can give him the message
`);

export const DENY_IDENTITY = lines(`
  no soy yo
  numero equivocado
  se equivocó de persona
  no conozco a ese señor
  aquí no vive nadie con ese nombre
  yo no me llamo así
  este número es nuevo, me lo dieron hace un mes
  me confunde con otra persona
  creo que está equivocado
  no sé quién es
  esa persona no es de aquí
  ya no es de él este número
  está llamando al número incorrecto
  quién es ese
  no es mi nombre
  le erraste de número
  te equivocaste de número flaco
  nada que ver, no soy esa persona
  soy otra persona con el mismo nombre
  não sou eu
  número errado
  não conheço essa pessoa
  foi engano
  esse número não é mais dela
  ligou errado
  wrong number
  thats not me
  you have the wrong person
  i dont know who that is
  i just got this number
  theres no one here by that name
`);

export const LEGAL = lines(`
  los voy a demandar
  hable con mi abogado
  voy a poner una denuncia
  me voy a quejar en la condusef
  voy a ir a la profeco
  voy a defensa del consumidor
  los voy a denunciar en el sernac
  voy a indecopi
  esto es acoso y está penado
  los reporto al redeco
  conozco mis derechos
  voy a meter un amparo
  nos vemos en el juzgado
  nos vemos en tribunales
  te mando carta documento
  mi abogada se comunicará con ustedes
  están violando la ley de protección de datos
  vou no procon
  vou processar vocês
  meu advogado vai entrar em contato
  im calling my lawyer
  this is against the fdcpa
  ill report you to the cfpb
  i filed for bankruptcy
  im going to report you to the fca
  ill go to the financial ombudsman
`);

export const HUMAN = lines(`
  quiero hablar con alguien
  páseme con una persona
  pásame con un asesor
  necesito un ejecutivo
  me puede atender una persona
  quiero que me atienda un humano
  hay alguien ahí
  asesor
  operador
  agente
  quiero hablar con tu supervisor
  comunícame con un agente
  prefiero hablar por teléfono con alguien
  me pueden llamar
  no quiero hablar con un robot
  no entiendo nada, quiero una persona
  quero falar com alguém
  atendente por favor
  me passa pra um humano
  falar com atendente
  i need to talk to someone
  can i speak to a person
  representative
  get me a supervisor
`);

export const DISPUTE = lines(`
  yo no debo nada
  no reconozco esa deuda
  ese monto no es correcto
  me están cobrando de más
  nunca pedí ese préstamo
  nunca compré eso
  el producto salió malo
  yo cancelé el servicio
  los intereses son un abuso
  ese no fue el trato
  esa deuda ya prescribió
  me cobraron dos veces
  no es mi deuda
  me clonaron la tarjeta
  de dónde sacaron ese monto
  esos cargos no son míos
  no firmé nada
  me deben a mí
  yo debía mucho menos
  ese saldo está inflado
  no estoy de acuerdo con el monto
  no devo nada
  esse valor tá errado
  nunca comprei aí
  não reconheço essa cobrança
  i dont owe that
  the amount is wrong
  i never bought that
  i already returned the item
  thats not my debt
`);

export const HARDSHIP = lines(`
  me quedé sin chamba
  me corrieron del trabajo
  no tengo dinero
  no tengo para pagar
  no me alcanza
  ando corto de lana
  estoy sin un peso
  no llego a fin de mes
  estoy re corto este mes
  estoy en la lona
  estoy pato
  ando misio
  estoy chiro
  estoy sin pega
  estoy cesante
  quedé desempleada
  me echaron del laburo
  mi mamá está en el hospital
  tuve un accidente
  mi hijo está enfermo
  se me murió mi papá
  el negocio no da
  se perdió la cosecha
  se inundó mi casa
  no puedo pagar
  la cosa está dura
  estoy en paro
  estou desempregado
  tô sem dinheiro
  não tenho como pagar
  a situação tá difícil
  i lost my job
  im broke
  i cant afford it
  money is tight
  im on benefits
  i was made redundant
`);

export const ABUSE = lines(`
  hijos de puta
  chinguen a su madre
  váyanse a la mierda
  son unos ladrones
  la concha de tu madre
  andate a cagar
  conchetumare
  malparidos hijueputas
  gonorreas
  vete a la verga
  pinches rateros
  que os den
  iros a la mierda
  vai tomar no cu
  seus ladrões
  vai se foder
  fuck off
  you are scum
  piss off
  sod off you tossers
  bloody thieves
`);
