/**
 * What must not be missed even when fingers slip at every other word: short whole sentences, looked for letter by letter and without
 * regard to spaces. Long enough (ten letters) that no everyday sentence comes near them by chance: see `garbled.ts`.
 */
export const CORES: Readonly<Record<"crisis" | "optOut", readonly string[]>> = {
  optOut: sentences(`
    no me escriban; no me escriba; no me escribas; no me vuelvan a escribir; no me vuelva a escribir; no me molesten; no me moleste;
    no me llamen mas; no me llame mas; no me llames mas; no me vuelvan a llamar; no me contacten; no me contacte; no me contactes;
    no me busquen mas; no me manden mas; no me mande mas; no me mandes mas; no me manden nada; no me envien mas; no me envie mas;
    no manden mas mensajes; no me manden mensajes; no envien mas mensajes; no mas mensajes; no mas llamadas; no mas whatsapp;
    no quiero mas mensajes; no quiero recibir; no deseo recibir; no deseo mas informacion; no quiero que me escriban;
    no quiero que me llamen; no quiero que me contacten; no deseo ser contactado; no deseo que me contacten; no quiero mensajes;
    no quiero spam; no quiero saber nada de ustedes; no quiero saber mas; no quiero publicidad; ya no escriban; ya no me escriban;
    ya no manden; ya no me manden; ya no me llamen; ya no molesten; no insistan; no molestar; no insista; no marquen mas;
    dejen de escribir; deje de escribir; deja de escribir; dejen de mandar; deje de mandar; deja de mandar; dejen de llamar;
    deje de llamar; deja de llamar; dejen de molestar; deje de molestar; deja de molestar; dejen de enviar; dejen de joder;
    dejen de contactarme; dejar de recibir; dejenme en paz; dejeme en paz; dejame en paz; me dejen en paz; dejenme tranquilo;
    dejenme tranquila; me dejen tranquilo; me dejen tranquila; paren de escribir; paren de mandar; paren de molestar; paren con los mensajes;
    para de mandar; para de escribir; parenle a los mensajes; basta de mensajes; basta de molestar; dar de baja; darme de baja;
    denme de baja; deme de baja; dame de baja; quiero la baja; solicito la baja; cancelar suscripcion; desuscribirme; desuscribanme;
    saquenme de la lista; saqueme de la lista; sacame de la lista; quitenme de la lista; quitame de la lista; borrenme de la lista;
    eliminenme de la lista; eliminame de la lista; salir de la lista; saquen mi numero; borren mi numero; borre mi numero; borra mi numero;
    quiten mi numero; eliminen mi numero; elimine mi numero; eliminar mi numero; retiren mi numero; retirar mi numero; quitar mi numero;
    borrar mi numero; sacar mi numero; borren este numero; eliminar mis datos; borren mis datos; los voy a bloquear; voy a bloquear;
    voy a reportar este numero; retiro mi autorizacion; revoco mi autorizacion; revoco mi consentimiento; no autorizo; no los autorizo;
    no tienen permiso; olvidense de mi; no vuelvan a escribir; no vuelvan a llamar; no vuelvan a contactar; no me hablen mas; abstenganse de;
    fuera de mi whatsapp; como me desuscribo; no molesten; dejen mi numero en paz; no me jodan mas; no me rompan; dejate de joder;
    bajenle a los mensajes; ya estuvo bueno; ultima vez que me escriben; no usen mas este numero; dejen de insistir; paren la mano;
    me pueden eliminar; me pueden sacar de la lista; quiero que me borren; quiero que me eliminen; no interesa recibir; mensaje mas y los bloqueo;
    nao me mande mais; nao me mandem mais; nao mande mais; nao mandem mais; nao manda mais; nao me ligue mais; nao me liguem mais;
    nao me chame mais; nao me chama mais; nao me escreva mais; nao me procure mais; nao me perturbe; nao quero mais receber;
    nao quero receber; nao quero mensagem; nao quero mais mensagem; nao quero mais contato; nao desejo receber; parem de mandar; pare de mandar;
    para de mandar; parem de ligar; pare de ligar; para de ligar; chega de mensagem; me deixem em paz; me deixa em paz; me tira da lista;
    me tirem da lista; me remova da lista; me exclua da lista; sair da lista; sair dessa lista; tira meu numero; tirem meu numero;
    remova meu numero; apaga meu numero; exclua meu numero; exclua meus dados; vou te bloquear; vou bloquear; descadastrar;
    nunca mais me mande; sai do meu pe; larga do meu pe; parem com as mensagens; nao autorizo; pode parar de mandar; para de me encher;
    me exclui dai; quero ser removido; como paro de receber; nao quero mensagens; nao entrem em contato; cancelar recebimento; me esquece;
    stop texting; stop messaging; stop calling; stop contacting; stop sending; stop writing; quit texting; quit calling; stop harassing;
    leave me alone; remove my number; delete my number; delete my data; take me off; remove me from; get me off this list; off your list;
    dont text me; dont call me; dont message me; dont contact me; do not text; do not call; do not contact; do not message;
    never contact me again; no more messages; no more texts; unsubscribe; lose my number; blocking you; revoke my consent;
    dont want these texts; not wish to be contacted; stop all messages;
    get off my phone; how do i unsubscribe; how do i stop these; permission to text me; erase my details; told you to stop; opt me out;
    enough with the messages; reporting as spam; cease all communication; no contactar; no contacten; borrar mi contacto; no quiero spam;
    saquenme de aca; saquenme de ahi; sacame de ahi; sacame de aqui; eliminenme de la base; saquenme de su sistema; baja por favor;
    solicito la baja de mis datos; no llamen a mi; no molesten a mi; cancelar los mensajes; quiero cancelar; los bloqueo; bloqueados;
    retiren mi consentimiento; derecho de cancelacion; pido la supresion; mensaje mas y los; no quiero ningun mensaje; ningun mensaje mas;
    alto a los mensajes; alto con los mensajes; stop mensajes; stop spam; ni llamadas ni mensajes; quitame de tu lista; quiteme de su lista;
    que no me llamen; no me texteen; no me vuelvas a; no escribir mas; favor no insistir; todo tipo de comunicacion; nunca mas me escriban;
    no me hablen por aqui; abstenerse de enviar; abstengan de contactarme; no recibir mas; mas acoso; dejen la insistidera;
    sem mensagens por favor; nao entrem mais em contato; entrem mais em contato; cessem as mensagens; como faco para sair; me deixem quieto; me deixa quieto; pare com isso;
    parem com isso; remover meu numero; remove meu numero; tira meu nome da lista; para de me encher; esquece que eu existo; quero ser removido;
    bloqueei voces; nao me procure; nao liga mais; nao manda mais;
    please stop; stop it now; never message me; unsubscribe me; knock it off; dont have permission; never agreed to; right to be forgotten;
    wipe my data; out of this list; ill block you; quit messaging; stop spamming; dont contact`),
  crisis: sentences(`
    quiero morir; quiero morirme; me quiero morir; quisiera morir; prefiero morir; ganas de morir; quiero matarme; me quiero matar;
    me voy a matar; voy a matarme; pienso en matarme; ganas de matarme; mejor me mato; mejor me muero; ojala me muera; me mato hoy;
    quitarme la vida; quitarse la vida; acabar con mi vida; terminar con mi vida; acabar con todo; terminar con todo; suicidarme; suicidarse;
    el suicidio; me voy a ahorcar; ahorcarme; no quiero vivir; no quiero vivir mas; ya no quiero vivir; no quiero seguir viviendo;
    no quiero seguir asi; no puedo seguir viviendo; no aguanto mas; no aguanto vivir; no soporto mas; no quiero despertar; no despertar mas;
    ganas de vivir; fuerzas para seguir; razones para vivir; motivos para vivir; cansado de vivir; cansada de vivir; mejor muerto;
    mejor muerta; estar muerto; estar muerta; sentido a la vida; mi vida no vale; vida no tiene sentido; mejor sin mi; estarian mejor sin mi;
    hacerme dano; cortarme las venas; me corte las venas; tirarme del puente; tirarme al tren; tirar de un puente; pegarme un tiro; pegar un tiro;
    tomarme las pastillas; tome todas las pastillas; frasco de pastillas; compre el veneno; hacer una locura; hacer una estupidez;
    irme de este mundo; estar en este mundo; desaparecer del mundo; quiero desaparecer; dormir y no despertar; dios me lleve; que dios me recoja;
    carta de despedida; esta es mi despedida; una carga para todos; no encuentro salida; no hay salida; no veo salida; idea de matarme;
    ya no quiero estar aqui; descansar para siempre; cuando me muera; si me muero; si me mato; si me suicido; intente suicidarme;
    se quiso matar; se intento matar; ya no puedo mas; ya no doy mas; no puedo con la vida; no merezco vivir; la muerte es; mi muerte;
    familia estaria mejor; llegar a manana; hubiera nacido; me va a extranar; en mi entierro; cobren en mi tumba; con mi seguro de vida;
    no voy a estar; ya no voy a estar aqui; saltar del puente; me voy a colgar; tome un frasco; llegar vivo; acabar con mi sufrimiento;
    acabar con este sufrimiento; matarme por; pensando en matarme; solo pienso en matarme; me quiero ir de este mundo; me quiero tirar;
    que se acabe todo; hoy se acaba todo; a quien cobrarle; no quiero estar mas; no quiero seguir; estoy en el puente; en el techo;
    pensando en la muerte; pienso en la muerte; prefiero la muerte; la vida me pesa; haciendo dano; se tomo unas pastillas; el veneno;
    no llego a manana; ganas de tirarme; dan ganas de tirarme; me quiero pegar un tiro; mejor no existir; ya no quiero existir;
    quero morrer; queria morrer; prefiro morrer; vontade de morrer; me matar; vou me matar; penso em me matar; tirar minha vida;
    acabar com a minha vida; acabar com minha vida; acabar com tudo; nao quero mais viver; nao aguento mais viver; nao aguento mais;
    nao quero viver; cansei de viver; cansado de viver; melhor morto; melhor sem mim; sumir do mundo; queria sumir; nao vejo saida;
    pular da ponte; me jogar da ponte; me jogar na frente; fazer uma besteira; fazer uma loucura; tentou se matar; tentei me matar;
    vou me jogar; sentir minha falta; sentir a minha falta; frente do trem; seria melhor eu morrer; melhor eu morrer; se eu morrer;
    quando eu morrer; viver assim; um fim nisso tudo; acabar com isso tudo; de quem cobrar; tomei um monte de remedio; nao faz sentido viver;
    vontade de viver; motivo para viver; dormir para sempre; nao queria acordar; nao quero mais existir; nao quero mais estar aqui; suicidio;
    kill myself; killing myself; want to die; end my life; ending my life; take my own life; want to live anymore; want to be alive;
    want to be here anymore; better off dead; rather be dead; wish i was dead; better off without me; no reason to live; nothing to live for;
    point in living; point of living; cant go on; cant do this anymore; cant take it anymore; tired of living; hurt myself; harm myself;
    self harm; suicidal; suicide; jump off the bridge; never wake up; way out for me; done with life; bunch of pills; end it all; kill himself; kill herself; thinking of jumping; id rather be dead; might as well be dead; wish i wouldnt wake up;
    last night alive; this is my last message; end of my rope; pills in front of me; dont see a way out; better without me; death would be easier;
    feel like ending it; ill be dead; be dead by then; take my life; dont want to be here; i want it to end`),
};

function sentences(list: string): string[] {
  return list.split(";").map((sentence) => sentence.trim());
}
