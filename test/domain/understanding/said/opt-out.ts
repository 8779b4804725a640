import { lines } from "./lines.ts";

/** Ways of saying stop, from Mexico to Argentina, in Brazil, the United States and Britain. Written for these tests; none comes from a data set. */
export const OPT_OUT = lines(`
  ya no me molesten
  no más
  no mas mensajes porfa
  no escriban
  no llamar
  no contactar
  eliminar
  quitar mi numero
  borrar mi contacto
  suspender mensajes
  fuera de mi whatsapp
  no quiero spam
  basta de spam
  corten con esto
  cortala con los mensajes
  aflojá con los mensajitos che
  párenle a los mensajes
  ya párenle por favor
  bájenle a sus mensajes
  dejá de romper
  no me rompan más las pelotas con mensajes
  no hinchen más
  ni se les ocurra volver a escribirme
  que sea la última vez que me escriben
  este es el último mensaje que les acepto
  ya les dije que no me busquen
  cuántas veces les tengo que decir que no me escriban
  pido que se abstengan de contactarme
  le solicito cesar todo tipo de comunicación a este número
  ruego no insistir
  agradecería no recibir más comunicaciones
  exijo que retiren mi número de sus bases
  solicito la baja de mis datos
  quiero que saquen mi teléfono de ahí
  sáquenme de acá
  sácame de la lista porfa
  bórrame ya
  cómo me salgo de esto
  cómo hago para dejar de recibir esto
  cómo me desuscribo
  quiero cancelar los mensajes
  cancelar suscripción
  no deseo ser contactado por este medio
  no deseo que se comuniquen conmigo
  no me interesa recibir sus mensajes
  dejen de estar chingando
  dejen de estar fregando la paciencia
  no chinguen ya
  ya estuvo bueno de mensajes
  ya estuvo suave con los mensajes
  me tienen hasta la coronilla con tanto mensaje
  déjenme tranquila que estoy en mi casa
  quiero que me dejen en paz
  necesito que me dejen tranquilo
  voy a bloquear este número
  si siguen los bloqueo
  bloqueados
  los reporto como spam
  no tienen mi permiso para escribirme
  nunca les di permiso de mandarme mensajes
  quién los autorizó a escribirme, no lo hagan más
  no pueden seguir mandándome mensajes
  hasta acá llegamos, no me contacten
  no vuelva a marcar a este celular
  no marquen más
  déjense de joder con los mensajes
  dejen la insistidera
  dejen la cobradera por whatsapp
  no más acoso por favor
  paren la mano con los whatsapps
  olvídense de este número
  piérdanse
  no me manden ni uno más
  no quiero saber más nada con ustedes
  no quiero que me hablen por aquí
  por whatsapp no me hablen
  por aquí no me escriba
  a este número no
  este numero es privado, no lo usen
  no usen más este número
  borren este número por favor
  quiero salir de esta lista
  sáquenme por favor de su sistema
  me quiero dar de baja
  dame de baja
  deme de baja de los mensajes
  no m manden msj
  yaaa no escribaaan
  DEJENME EN PAZZZ
  no molestar
  no joda más hermano
  ya no quiero nada de mensajes
  no insista
  qué cansones, ya dejen de escribir
  no seas pesado, dejá de escribirme
  pará de mandar mensajes
  para de escribir
  chega de mensagem
  chega
  para de mandar mensagem
  para de me encher o saco
  me deixa em paz
  me esquece
  esquece que eu existo
  não quero mais receber nada de vocês
  não quero mais contato
  não me procure mais
  não mande mais nada
  não manda mais msg
  tira meu nome daí
  tirem meu número do cadastro
  quero ser removido da lista
  como faço pra sair dessa lista
  como eu paro de receber isso
  cancelar recebimento
  favor não enviar mais mensagens
  peço que não entrem mais em contato
  solicito que cessem as mensagens
  exclua meus dados
  apaga meu número aí
  vou bloquear
  bloqueei já
  larga do meu pé
  sai do meu pé
  saiam do meu pé
  me deixem quieto
  não autorizo contato por whatsapp
  nunca mais me mande mensagem
  stop texting
  please stop
  no more texts please
  take me off your list
  remove me
  delete my number
  cancel
  end
  revoke
  stop contacting this number
  quit messaging me
  i dont want these texts
  i do not wish to be contacted
  lose my number
  leave me the hell alone
  enough with the messages
  knock it off with the texts
  do not text this number again
  you dont have permission to text me
  i revoke my consent
  never message me again
  get me off this list
  im blocking you
  unsubscribe me
  opt-out
  opt me out please
  cease all communication
  dont contact me by phone
  stop harassing me
  stop it already
  no me escriba más
  nunca más me escriban
  no más WhatsApp
  ya, no más
  listo no más
  no joda
  déjeme en paz
  no me moleste por favor
  por favor no escribir más
  favor no insistir
  favor abstenerse de enviar mensajes
  favor retirar mi número
  favor eliminar mis datos
  pido baja
  solicito baja
  baja por favor
  quiero la baja
  quiero darme de baja de este servicio de mensajes
  dar de baja mi número
  dejen mi número en paz
  ya me aburrieron, los bloqueo
  chao, bloqueado
  block
  bloqueo y listo
  voy a reportar este número
  esto es spam, no quiero nada
  SPAM
  stop spam
  stop mensajes
  stop por favor
  alto a los mensajes
  alto ya con los mensajes
  ya paren de mandar cosas
  no manden nada
  no manden más
  no me manden nada más
  no envíen más mensajes a este teléfono
  no llamen más a este número
  no llamen a mi trabajo
  no llamen a mi familia
  no contacten a mi familia
  dejen de llamar a mi mamá
  no molesten a mis referencias
  que no me llamen
  que no me escriban nunca más
  quiero que dejen de molestar
  quiero que me borren
  quiero que eliminen mi número
  me podrían sacar de la lista
  me pueden eliminar de sus contactos
  pueden dejar de escribirme
  podrían dejar de mandarme mensajes
  serían tan amables de no escribirme más
  si son tan amables no me contacten
  hágame el favor de no volver a escribir
  hazme el favor y no me escribas
  con respeto le pido no contactarme
  no los autorizo a contactarme
  retiren mi consentimiento
  revoco mi consentimiento
  ejerzo mi derecho de oposición
  ejerzo mi derecho de cancelación de datos
  pido la supresión de mis datos
  derecho al olvido
  no quiero publicidad
  no deseo más información
  no estoy interesado, no me escriban
  ni llamadas ni mensajes
  nada de mensajes
  no quiero ningún mensaje
  ya no quiero que me manden nada
  no me texteen
  no me vuelvas a textear
  desuscríbeme
  desuscribanme
  quítame de tu lista
  quítenme de esa lista
  elimíname de la lista
  elimínenme de la base
  sácame de ahí
  borrá mi número
  sacá mi número de ahí
  dejá de mandarme mensajes
  dejá de joder
  no me jodan más
  no me rompan
  la cortan?
  córtenla loco
  terminala con los mensajes
  déjense de molestar
  déjate de webear
  no weveen más
  no hueveen
  no me webeen más
  para la wea, no me escriban
  no friegues
  ya no chingues
  dejen de estar chingue y chingue
  ya supérenme
  ya cánsense
  no sean intensos, no más
  qué intensos, ya no más mensajes
  dejen la intensidad
  ni un mensaje más
  un mensaje más y los bloqueo
  un mensaje más y los demando
  no respondan más
  no me hable
  no vuelva a comunicarse
  no se comuniquen más
  não me mande mais nada
  não me ligue mais
  não liga mais
  não me chama mais
  não quero mensagem
  sem mensagens por favor
  pode parar de mandar
  pare com isso
  parem com as mensagens
  parem de me mandar mensagem
  me tirem da lista
  me exclui daí
  me remove
  remover meu número
  sair da lista
  quero cancelar
  bloquear
  vou te bloquear
  não perturbe mais
  dont text me
  dont call me anymore
  quit texting me
  quit calling
  stop msging me
  pls stop
  STOP!!!
  stop all messages
  no more
  no more messages please
  unsubscribe me from this
  i want to unsubscribe
  how do i unsubscribe
  how do i stop these texts
  i want out of this list
  wipe my data
  erase my details
  delete all my data
  right to be forgotten
  blocked
  reporting as spam
  dont ever contact me again
  contact me again and ill block you
  i never agreed to get texts
  who gave you permission to text me, stop
  get off my phone
  you need to stop
  i said stop
  i told you to stop contacting me
  como me sigan escribiendo voy a la policía
  si me vuelve a llamar lo denuncio
  otra más y hablo con mi abogada, las voy a reportar
  sáquenme, yo no conozco a esa señora
  si mandarem mais uma eu vou no procon, se mandarem de novo eu denuncio
  mais uma ligação e eu aciono o procon
  one more text and im calling a lawyer
  ya les había dicho que no me llamaran más
  le pedí a la otra señorita que me borrara de la lista
  cómo le hago para que ya no me escriban
  qué tecla es para que dejen de escribir
  como faço para vocês pararem
  o que eu faço para parar de receber
  how can i get rid of these texts
  which word do i type to make this stop
  quit
  reported and blocked, bye
  no mas mjs xfavor
  nm manden nada
  no me mandéis nada más
  no volváis a escribirme
  quitadme de vuestra lista
  dejad de darme la tabarra
  parad ya
  estas llamadas no las quiero
  por este chat no por favor
  ya no mensajes
  que esta sea la última vez que me buscan
  olvídenme ya
  hagan de cuenta que no existo
  invoco mi derecho de oposición
  num receber mais nada, por favor
  cancela esses avisos
  letters only please
  not by text, thanks. by post only
  that was the last message i want from you
`);
