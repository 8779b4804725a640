/** Said after a stop in any language, and changing nothing of it. */
export const PLEASE = "(por favor|porfa|porfavor|gracias|please|ya|ahora|inmediatamente|ya mismo|ahora mismo|pf|pfv)?";

/** What `opt-out.ts` hears, in Portuguese. */
export const OPT_OUT_PT: readonly string[] = [
  `^ (sair|sai|parar|pare|para|parem|descadastrar|descadastre|remover|cancelar|chega|quero sair|me tira|me tire|
    para ai|pode parar|cancela) ${PLEASE} $`,
  "(descadastr*|desinscrev*|desinscric*|descadrast*)",
  // No, and a verb
  `(nao|nunca|nem|jamais) (me|nos|mi|ousem|venha|venham|fica|fique|fiquem|adianta ficar|precisa|precisam|insista|
    continue|continuem|queria que|voltem a|volte a|ouse|tornem a)? (me|nos|mais|a)? @contactPt .. (mais|mas|nada|
    nunca|nunca mais|@messages|outra vez|de novo)`,
  "(nao|nunca|nem) (me|nos|mi|m) (@reachPt)",
  "(vai|vao|va) (encher|amolar|perturbar|incomodar) (o saco)? (de|do|da)? (outro|outra|outros|outras|o raio|caramba|pra la)",
  "se (me)? (chegar|vier|aparecer|tocar|receber) (mais|outra|outro|de novo) .. (@messages|vez|zap|eu|vou)",
  "(nao|nunca|nem) (me|nos|mi) (chamassem|mandassem|ligassem|procurassem|cobrassem|perturbassem) (mais)?",
  "(nao|nunca) (me|nos|mi)? (mande|mandem|manda|envie|enviem|envia) (mais|mas|nada|@messages|outra)",
  `(nao|nunca) (me|mi) (mande|mandem|manda|envie|enviem|envia) ${PLEASE} ]`,
  "(nao|nunca) (perturbe|perturbem|perturba|incomode|incomodem|insista|insistam|insistir|amole|encham|enche|encha)",
  "[ nao @reachPt (mais|mas)? ]",
  "nao (precisa|precisam|adianta) (mais)? (ficar|me|continuar) .. (@contactPt|@messages|insistir)",
  "nao (entre|entrem|entrar|façam|facam|faca) (mais|em)? (em)? contato",
  "(nunca|jamais) mais .. (me|em|por) .. (@contactPt|contato|aqui)",
  "(em|no) (outro|meu) (celular|whatsapp|zap|whats|telefone|numero) nao ]",
  // What I do not want or allow
  `nao (quero|desejo|aceito|autorizo|autorizei|gostaria|permito|queremos|preciso) (de)? (mais|receber|ficar|
    continuar|nenhuma|nenhum|que|ser|nem|um|uma|voces|vcs|as|os|essas|esses|ninguem|o)? .. (receber|recebendo|
    recebimento|contato|contatado|contatada|@messages|incomodado|incomodada|ligando|mandando|chamando|whatsapp)`,
  "nao (quero|desejo|queria) (mais|que|falar|saber) .. (@contactPt|contato|falar|de voces|de vcs|com voces|nada)",
  `nao (autorizo|autorizei|dei autorizacao|dei permissao|permiti) .. (@messages|contato|numero|uso|ligar|usar|
    voces|ninguem)`,
  "nao (dei|passei) (meu|o meu) @number .. (para|a) .. (voces|vcs|ninguem|voce|isso)",
  "(retiro|revogo|revogar|retirar) .. (autorizacao|consentimento|permissao)",
  // Stop it
  `(pare|parem|para|parar|chega|deixe|deixem|deixa|cessem|cesse) (de|com|ja|as|os|essas|esses|com essas|com esses|
    com as|com os|com isso|de uma vez) (me|nos|as|os|essas|esses|tantas|tanta|tanto|ficar)? (me)? .. (@reachPt|
    @sendPt|@messages|mensagem|perseguicao|perturbacao|encheção|encher|insistencia|assedio|contato)`,
  `(pare|parem|parar|chega|cessem) (as|os|com as|com os|com|essas|esses|todos os|todas as) (@messages|contatos|
    perturbacao|isso|perseguicao|assedio)`,
  "(pare|parem|chega) (ja|agora|com isso|por favor|disso)",
  "(entao|logo|ja|por favor) (parem|pare|chega)",
  "(ja deu|deu ja|deu pra ti) .. (mensagem|todo dia|todo santo|isso|chega|para|parem|nao)",
  "(me|nos) (deixa|deixe|deixem|deixar|deixam) (em|de|quiet*) (paz|mao|lado|quiet*)?",
  "(deixa|deixe|deixem) (eu|me|a gente|nos|minha familia) (em|de|quiet*) (paz|mao|lado|quiet*)?",
  "(quero|preciso) (de)? (paz|sossego)",
  // Take me off your list
  `(me|eu) (tira|tire|tirem|tiram|remova|removam|remove|exclua|excluam|exclui|apague|apaguem|apaga|retire|retirem|
    risca|risque|descadastra) .. (@list|dai|dessa|desse|disso|contatos)`,
  "(tira|tire|tirem|remova|remove|risca|exclui|exclua) (eu|nois|nos|a gente) .. (@list|dai|dessa)",
  `me (remova|removam|exclua|excluam|descadastra|bloqueia|bloqueie|bloqueiem|esquece|esqueca|esquecam|tirem|tire|
    tira) (dessa|disso|dai|por|de|da|agora|ja|ai|daqui)?`,
  `(tira|tire|tirem|tirar|tirarem|remova|remove|removam|remover|removerem|apaga|apague|apaguem|apagar|apagarem|
    exclua|exclui|excluam|excluir|excluirem|retire|retirem|retirar|deleta|delete|deletem|deletar) .. (meu|meus|esse|
    este|o) .. (@number|contato|dados|cadastro|nome|fone)`,
  `(exclusao|remocao|retirada|eliminacao|baixa) .. (meu|meus|deste|desse|minha) .. (@number|dados|contato|cadastro|
    contatos)`,
  "cancelar .. (recebimento|inscricao|@messages)",
  "(quero|queria|gostaria de|como faco para|preciso) sair (da|dessa|desta|do|disso|desse|daqui) (@list)?",
  `(some|suma|sumam|sumir|sumirem|sumissem|desapareca|desaparecam|saiam) (do|da|daqui) (meu|minha|zap|whats|
    whatsapp|celular)`,
  "(esquece|esqueca|esquecam|apaga|perca|percam) (meu|o meu) @number",
  "(larga|largue|larguem|sai|saia|saiam|sair) (do|de) meu pe",
  "(sem|nada de) (@messages|mensagens|ligacoes) (por favor|mais|aqui)?",
  "[ me (remove|remova|exclui|exclua|tira|tire|descadastra|bloqueia) ]",
  "(sair|sai|remover|tirar|excluir) (da|dessa|desta) lista",
  "^ (quero)? (cancelar|sair|descadastrar|parar|bloquear|remover) $",
  `(me esquece|me esqueca|esquece de mim|esquecam de mim|esquece que eu existo|esquecam que eu existo|finge que eu
    morri)`,
  "(paro|parar|deixar|deixo|paramos) de receber",
  "^ (ja)? (bloqueei|bloqueado|bloqueados|vou bloquear) (ja|voces|vcs)? $",
  "(bloqueei|bloquear|bloqueio) (o|esse|este|seu|o seu)? (numero|contato|voces)",
  `(chega|basta|cansei|to cheio|to farto) (de|dessas|desse|com|das) .. (@messages|perturbacao|cobranca*|encheçao|
    isso todo dia)`,
  "(nao usem|nao use|parem de usar) .. (meu|esse|este) @number",
  "(esse|meu) @number e (particular|pessoal|privado)",
  "(vou|irei|estou) (te|lhes)? (bloquear|bloqueando|bloquea) (voces|voce|esse|este|vc|vcs|todos|o)?",
  "(bloqueei|bloqueado|bloqueados|bloqueio) (voces|esse|vcs|voce|e denunciado)",
  "[ bloquead* ]",
  `(so|somente|apenas) (me)? .. (por carta|por email|por escrito|na justica|com meu advogado) .. (celular|whatsapp|
    zap|telefone) nao`,
  `(cansad*|cheio|cheia|fart*|cansei|de saco cheio|enchi) (das|dos|de|dessas|desses|com) (suas|seus|tantas|tanta|
    tanto|essas|esses|receber|mensagens|mensagem|ligacoes|@messages) .. (@messages|ligacoes)?`,
  "nao aguento mais (@messages|suas|essas|esses|receber|tanta|voces me|essa|ligacoes)",
  // A condition, a warning, a channel: "mais uma mensagem e vou ao Procon"
  `mais (uma|um) (mensagem|ligacao|@messages) .. (e|que) .. (vou|procon|juizado|denuncio|denunciar|processo|processar|bloqueio|
    entro|abro|registro|aciono)`,
  `se .. (mandar|mandarem|ligar|ligarem|chamar|continuar|continuarem|insistir|insistirem) .. (mensagem|mais uma|de novo|ligando|
    mandando|outra vez|mais) ..4 (denuncio|denunciar|processo|processar|procon|juizado|policia|bloqueio|advogado|advogada)`,
  "(nao|num) (@contactPt) mais (nada|@messages|por aqui|aqui|para mim|para ca|])",
  "(pedi|pedido|falei|disse|implorei) .. (para|que) .. (num|nao|parar|pararem|parassem) (mandar|mandarem|ligar|ligarem|mandassem|ligassem|me mandar|de mandar|de ligar|com isso)",
  "(nao|num) receber mais (nada|@messages|isso|])",
  "nao (usem|use|usar) mais (esse|este|meu|o meu|])",
  "(ninguem|nao) .. aguenta* mais (voces|tanta mensagem|tantas mensagens)",
  "(cessacao|interrupcao|suspensao|cessar) .. (contatos|contato|@messages|comunicacoes)",
  "nao (deve|deverao|devera|quero|desejo|pode|podem) (mais)? ser (mais)? contatad*",
  "(some|somem|suma|sumam|vaza|vazem|vazar|cai fora|caiam fora|saiam|saia) (do|da|daqui) (meu|minha|com|])",
  "[ (mano|cara|golpista|otario|entao|ja|por favor)? (vaza|vazem|some|sumam) (daqui|logo|ja)? ]",
  "(tira|tire|tirem|apaga|apague|exclui|exclua|esquece|esqueca|esquecer|esquecam|perde|perca) .. (meu|esse|este) (@number|num|contato)",
  "nao (tem|tenho|teem|dei|deram|ha) (a minha|minha|nenhuma|a)? (autorizacao|permissao|altorizacao|altorisacao|autorisacao) (para|de)",
  "(no|pelo|por) (whats|zap|whatsapp|celular|telefone) nao (quero|por favor)",
  "(aqui|por aqui) nao quero (mais|nada|@messages|receber|])",
  "(cancela|cancele|cancelem|cancelar|desliga|desligue|desliguem|desativa|desative|desativem) (essas|esses|as|os|essa)? (notificacoes|notificacao|lembretes|alertas|avisos|mensagens|ligacoes)",
  "[ chega (ne|ta|viu|ja|gente|poxa|por favor) ]",
  "(mensagem|dia|piora|processo|assedio|favor|vexatoria|isso|entao|gente) parem (por favor|ja|])",
  "(quero|peco|so isso|so quero) (so)? silencio",
  // How it is made to stop
  `(como|o que|que) (eu)? (faco|fazer|faz|devo fazer|posso fazer) .. para (eu)? (parar de receber|nao receber|sair dessa lista|sair da
    lista|pararem|voces pararem|deixar de receber|cancelar as mensagens|bloquear|nao chegar mais|parar de chegar)`,
  "(tecla|palavra|botao|numero) (isso)? para (isso|])",
  "(nao quero|chega de|nada de) .. (conversa|papo) .. (some|suma|tchau|vaza|adeus)",
  "(nao|num|nunca) receber mais (nada|@messages|isso)",
  "(me erra|me deixa quieta|me deixa quieto|larga do meu pe|larga (de)? mim)",
  "[ (some|suma|sumam|vaza|vazem) (daqui|da minha|do meu|])",
  "nao (me)? (manda|mande|mandem) (mais)? cobranca* .. (nao|de outr*|dos outr*|para mim|pra mim)",
  "(mais uma|outra|mais um) (mensagem|cobranca|ligacao|zap|recado) .. (bloque*|denunci*|process*|procon|advogad*|delegacia|policia|juizado)",
  "se (voces|vcs)? (me)? (mandarem|mandar|ligarem|ligar|escreverem|continuarem) .. (mais uma|de novo|outra vez|novamente) ..9 (bloque*|denunci*|process*|procon|juizado|advogad*|policia)",
];
