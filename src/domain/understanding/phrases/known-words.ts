import { everyForm, everyFormPt } from "./verb-forms.ts";

/** Verbs of daily life and of money in all their forms: `realizaré` must not become a `realicé`, nor `pegado` a `pagado`. */
const VERBS = `pagar cobrar abonar depositar transferir:transfier consignar cancelar girar liquidar saldar realizar efectuar enviar mandar remitir
  entregar firmar aceptar acordar:acuerd negociar ofrecer rebajar descontar:descuent perdonar:perdon pegar cerrar:cierr abrir llamar hablar
  escribir contestar responder avisar confirmar revisar verificar consultar preguntar explicar entender:entiend buscar encontrar:encuentr
  esperar llegar salir entrar quedar pasar dejar sacar quitar poner tomar dar ver mirar oir leer comprar vender trabajar ganar perder:pierd
  gastar ahorrar juntar reunir prestar deber necesitar querer:quier poder:pued tener:tien venir:vien mover:muev vivir comer beber dormir:duerm
  caminar viajar regresar volver:vuelv llevar traer cargar bajar subir cortar partir parar seguir:sigu empezar:empiez terminar acabar
  arreglar solucionar resolver:resuelv ayudar atender:atiend cuidar criar estudiar ensenar aprender jugar:jueg cantar bailar reir llorar
  sentir:sient pensar:piens creer saber conocer recordar:recuerd olvidar contar:cuent decir anotar apuntar registrar actualizar activar
  bloquear desbloquear descargar instalar ingresar generar imprimir copiar adjuntar subir bajar tocar apretar:apriet marcar numerar elegir
  escoger cambiar corregir borrar agregar sumar restar multiplicar dividir repartir calcular medir pesar casar separar juntar salvar
  curar operar sanar mejorar empeorar aguantar soportar tolerar intentar tratar lograr conseguir:consigu alcanzar sobrar faltar cobrar
  botar tirar lavar cocinar limpiar barrer sembrar:siembr cosechar pescar manejar conducir montar correr saltar alquilar arrendar:arriend
  rentar invertir:inviert financiar refinanciar diferir fraccionar reestructurar comprometer prometer cumplir fallar atrasar adelantar
  postergar aplazar extender:extiend ampliar vencer caducar renovar autorizar permitir prohibir exigir pedir:pid rogar suplicar agradecer
  disculpar lamentar aparecer:aparezc amanecer:amanezc molestar enojar gustar amar odiar mentir:mient robar matar tapar topar sonar apostar`;

const VERBS_PT = `pagar quitar depositar transferir mandar enviar cobrar parcelar negociar fechar abrir aceitar combinar acertar assinar comprar
  vender trabalhar ganhar perder gastar juntar emprestar dever precisar querer poder viver comer beber dormir andar viajar voltar levar
  trazer baixar subir cortar parar seguir comecar terminar acabar arrumar resolver ajudar atender cuidar criar estudar ensinar aprender
  jogar cantar rir chorar sentir pensar saber conhecer lembrar esquecer contar falar dizer anotar registrar atualizar ativar bloquear
  baixar instalar entrar sair gerar imprimir copiar anexar tocar apertar marcar escolher mudar trocar corrigir apagar somar dividir
  calcular casar separar salvar curar operar melhorar piorar aguentar tentar conseguir alcancar sobrar faltar jogar tirar lavar cozinhar
  limpar plantar colher pescar dirigir correr pular alugar financiar prometer cumprir falhar atrasar adiantar adiar esperar vencer renovar
  autorizar permitir pedir agradecer desculpar incomodar gostar amar mentir roubar matar pegar morar quebrar largar ficar passar deixar
  botar colocar chegar receber responder perguntar explicar entender procurar achar ligar chamar escrever ler olhar ver ouvir mexer usar`;

/** Nouns and small words of daily life, in one number: the other is made of them. */
const NOUNS = `abierto aberto perto cerca barra codigo esfuerzo esforco forzo foro favor parabens prazo plazo parcela parcelita pescado malito malita
  cuanto quanto momento segundo minuto hora rato tiempo tempo noche mes dia semana quincena ano fecha data lunes feria barrio calle ciudad
  pueblo pais casa puerta ventana mesa silla cama cocina carro moto auto taxi bus camion avion barco perro gato pajaro vaca caballo gallina
  arbol flor fruta pan leche queso huevo carne pollo pescado arroz papa tomate agua cafe azucar sal aceite gas luz telefono celular
  computador pantalla teclado internet pagina aplicacion cuenta clave usuario correo banco cajero sucursal agencia oficina tienda almacen
  mercado farmacia hospital clinica escuela colegio universidad iglesia parque cancha playa rio montana finca campo cosecha cultivo animal
  hermano primo abuelo nieto vecino amigo jefe patron cliente senor senora senorita joven nino nina bebe hijo hija gente persona nombre
  apellido documento cedula pasaporte contrato factura recibo boleta precio valor monto cuota interes descuento oferta promocion plan
  acuerdo arreglo convenio propuesta respuesta pregunta problema solucion ayuda opcion menu numero letra palabra frase mensaje carta
  noticia historia verdad mentira razon culpa idea plan forma manera modo tipo clase cosa asunto caso tema punto parte mitad tercio total
  resto saldo deuda credito prestamo tarjeta efectivo cheque billete moneda peso sol dolar real centavo sueldo salario pension bono prima
  aguinaldo decimo negocio empresa fabrica taller obra sitio lugar lado frente fondo medio final principio inicio vuelta viaje camino
  trato equipo partido juego fiesta musica cancion pelicula libro cuaderno lapiz papel foto video audio voz mano brazo pierna pie cabeza
  cara ojo boca nariz oreja pelo corazon sangre hueso piel dolor fiebre gripe tos remedio medicina pastilla vacuna doctor enfermero
  abogado ingeniero profesor maestro alumno estudiante policia soldado alcalde presidente gobierno ley impuesto
  reunion clase turno horario feriado vacacion cumpleanos boda bautizo navidad
  nova novo velho grande pequeno pequena grande corto largo alto bajo nuevo viejo joven lindo feo rico pobre caro barato facil dificil
  rapido lento duro blando frio caliente lleno vacio limpio sucio seco mojado claro oscuro blanco negro rojo azul verde
  trabalho servico dinheiro cartao parcela boleto fatura juros multa taxa desconto proposta acordo contrato prazo vencimento salario
  aluguel mercado escola igreja praia filho filha irmao irma pai mae marido esposa amigo amiga vizinho chefe cliente moco moca menino
  menina crianca cachorro carro onibus caminhao cidade bairro rua numero nome documento endereco mensagem telefone celular aplicativo
  conta banco agencia caixa loja farmacia remedio medico consulta exame cirurgia
  primero segundo tercero cuarto quinto ultimo siguiente anterior proximo mismo otro alguno ninguno cada vario tranquilo tranquila quieto quieta equivocado equivocada errado errada dificil dificiles enfermo enferma
  complicado complicada economico economica desempleado desempleada abogada denuncia demanda estafador ladrones suicidio judicial legal
  privado privada personal particular compasion competente conformidad desconocido referente devolver devolvio comprova`;

const SMALL_WORDS = `alla aqui aca ahi alli donde adonde cuando como cual cuales quien aunque mientras entonces tambien tampoco ademas incluso
  siquiera nomas solamente apenas casi quizas talvez acaso ojala claro obvio oiga mire vea diga haga venga tome pues dale listo vale
  sale bueno bacano chevere super muy mucho mucha muchos muchas poco poca tanto tanta demasiado bastante algo alguien nadie nada todo
  toda todos todas ambos solo sola mio mia tuyo suyo nuestro vuestro este esta estos estas ese esa esos esas aquel aquella aquellos
  ella ellos ellas nosotros ustedes usted vosotros conmigo contigo consigo desde hasta hacia segun durante excepto salvo contra entre
  sobre bajo ante tras mediante sido siendo estado estuve estuvo fuimos fueron hemos habia haya hubo seria estaria tendria podria
  deberia quisiera gustaria tuviera hubiera fuera sepa queria tenia debia hacia decia mejor peor mayor menor antes despues luego pronto
  tarde temprano ayer anoche anteayer manana ahora ahorita enseguida todavia aun siempre nunca jamas
  isso isto aquilo esse este aquele dele dela deles delas meu minha seus suas nosso nossa voce voces gente quem onde quando quanto qual
  porque pois entao tambem ainda agora depois antes ontem hoje amanha sempre nunca talvez acho mesmo mesma muito muita pouco pouca
  tudo todo toda nada algo alguem ninguem cada outro outra outros outras desde sobre entre contra foram seria estava tinha havia
  melhor pior maior menor bem mal sim claro beleza certo`;

/**
 * Everyday words (folded) one letter away from a protective one, or common enough to be certainly meant: the speller
 * never touches them. Add the word here when a correction made a meaning out of nothing.
 */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...everyForm(VERBS),
  ...everyFormPt(VERBS_PT),
  ...listed(NOUNS).flatMap((noun) => [noun, `${noun}s`, `${noun}es`]),
  ...listed(SMALL_WORDS),
  ...listed(`
  llegado llegaron llevado llevo llevar pagado pensado dejado hablado mandado firmado cobrado cobrador
  alto bajo casa caja vaja cada nada toda todo todos todas para pero como cuando donde quien quienes porque aunque desde hasta
  entre sobre contra estos estas estoy estaba estar tengo tiene tienen tenia hacer hace hizo hago haber habia puedo puede pueden
  podria poder quiero quiere quieren queria querer debo debe deben deber sabe saben saber digo dice dicen decir llego llega
  llegar llamo llama llaman llamaron escribo escribe escriben escribieron mando manda mandan mandaron mandado envio envia envian
  enviaron contacto mensaje nombre numero cuenta factura servicio empresa banco tarjeta credito dinero plata pesos soles mucho
  poco bien mejor peor menos mas ahora luego despues antes nunca siempre manana tarde noche semana meses fecha lunes
  martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
  diciembre hoy ayer gracias favor hola buenas buenos señora senora señor senor joven amigo amiga familia trabajo trabajando
  trabajar trabajo salario sueldo cobro cobre cobran cuanto cuantos cuotas cuota interes intereses descuento acuerdo acepto
  confirmo claro listo vale bueno buena venta vender compra comprar mando mandar valor total saldo deuda link enlace pago pagos
  pagar pagare pagan paga pagaron pagando pagarles deposito depositar transfiero transferir transferencia consigno consignar
  abono abonar hijo hija casa calle salud medico medica puerta carta caros cara carro caro mesa mora moras demora demoro moral
  morado molesta molestia molestias moleste llamada llamando marcar marca cobrar sobrar borrador mirar matar motor mator mate
  mata meta moto matricula vida viva vivo vive venda viene vienen vengo voy vamos vaya dejar dejo deja parte partes parar barato
  base baila bala banos bono tono demanda comanda manada juez vez diez nuez cien
  minha minhas meu meus esse essa isso voce voces quero quer posso pode podem tenho tem fazer faz fiz dia dias mes hoje amanha
  ontem agora depois antes obrigado obrigada conta valor divida parcela parcelas pagar pago pagamento boleto consigo semana
  dinheiro trabalho muito pouco bom boa noite tarde favor quando onde quem qual como porque ainda sempre nunca nada tudo todos
  sair cair vair sai vou vai estou esta estao manda mande mandei mandou chave codigo
  about after again also because before being bill call called card could date does done friday from give going good have here
  hello know later like link look made make maybe money month more much need never next nothing number okay only other over paid
  pay paying payment please proof really right said saturday send sent should some something sorry steal still stock store story
  street sunday sure take talk than thank thanks that their them then there these they thing think this thursday time today
  tomorrow tuesday until want wednesday week well were what when where which while will with work would year your shop step
  acerto venga bacan bancan vengan vengas
  po pos pue pera perai alternativa alternativas alternativo aclaracion bloqueos altiro tocateja vira tabla wishes horses
  later letter better water waiter sub sum sun suit quite quiet quick supply supplier supplied apply reply replied company companies
`),
]);

function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}
