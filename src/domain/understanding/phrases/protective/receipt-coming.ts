import type { PhraseTable } from "../../lexicon.ts";

const PROOF = "(@receipt|@picture)";
const SEND =
  "(mando|envio|adjunto|paso|anexo|dejo|mande|envie|adjunte|comparto|mandare|enviare|remito|reenvio|reenvie|muestro|subo|pase|comparti|remiti|adjuntamos|hago llegar|hice llegar|ajunto|adjunte|mandé|envié|pasé|adjunté|mostrare|pasare|compartire|mandar|enviar|pasar|mandarle|enviarle|mandarles|enviarles|enviarte|mandarte|pasarle|mandaba|subi|escaneo|tome|saque|reenviar)";
const SEND_PT =
  "(segue|envio|enviei|mandei|mando|tenho|anexo|anexei|mandar|enviar|encaminho|encaminhei|mostro|passo|mandarei|enviarei|compartilho|reenvio|reenviei|tirei|tirar|olha|olhe|toma|seguem|manda)";

/** A proof of payment is announced, or said to have been sent: until it is looked at nobody is dunned. */
export const receiptComing: PhraseTable<"receiptComing"> = {
  says: "receiptComing",
  es: [
    `(ahi|aqui|ahy|aca|alli|hay|ay|ai|haii) (le|les|te|se|os|lo|la)? (lo|la|los|las)? (va|van|esta|estan|ta|tan|
      tiene|tienen|tienes|tenes|adjunto|envio|mando|dejo|paso|mande|envie|comparto|queda|sale) (el|la|mi|los|las|un|
      una|todo|su)? .. ${PROOF}`,
    `(ahi|aqui|aca|alli) (el|la|mi|los|las) ${PROOF}`,
    "(ahi|aqui|aca|alli) (le|les|te|se) (va|mando|envio|paso|dejo|lo mando|la mando|lo envio|lo dejo|adjunto) ]",
    `${SEND} (le|les|te|a usted|a ustedes)? (el|mi|un|la|los|su|una|las|nuevamente el|otra vez el|como|en archivo|la
      foto del|de nuevo el|copia de|copia del)? ${PROOF}`,
    `(le|les|te|se|os) (lo|la|los|las)? ${SEND} (ya|ahora|ahorita|aqui|por aqui|nuevamente|de nuevo|otra vez)? (el|
      la|mi|un|una|los|las|su|copia de|copia del|lo)? ${PROOF}`,
    `(le|les|te|se) (lo|la|los|las) ${SEND} (por aqui|por aca|por whatsapp|por correo|en un rato|ahora|ahorita|en la
      noche|mas tarde|aqui|ya mismo|enseguida|por este|al correo)`,
    "(se lo|se la|te lo|te la) (reenvio|mando|envio|paso|comparto|adjunto) ]",
    `(va|van|vean|vea|mire|mira|miren|ve|tome|toma|revise|revisa|reviso|recibio|recibieron|llego|llegaron|vieron|vio|
      vieras|checa|checa el|cheque) (el|la|mi|los|las|ahi|aqui|su|ya el|si el|ya la)? .. ${PROOF}`,
    `(le|les|te) (ya)? (llego|llegó|llegaron|ha llegado|carga|carga|aparecio) (el|la|mi|los|las|ya) ${PROOF}`,
    `(tengo|tenemos|guardo|conservo|cuento con|aun tengo|poseo) (el|los|mi|mis|un|todos|todos los|la|las|aqui|con)?
      (el|la|los)? (@receipt|papel|papelito|captura|pantallazo|extracto|foto) (de|del|pago|aqui|guardad*|sellad*|a la
      mano|que)?`,
    `(tomo|tomar|tome|saco|sacar|saque|tomarle|sacarle|tomando|tomo) (la|una|le|el)? (foto|fotito|fotico|captura|
      pantallazo|screenshot) (al|a|del|de)? .. (@receipt|papelito|papel|mando|envio|y)`,
    `(foto|fotito|captura|copia|imagen|pdf|archivo|numero) (de|del|al) (el|la|mi|los|las)? (@receipt|pago|deposito|
      transferencia|consignacion|papel|papelito|operacion|transaccion|banco|abono|yape)`,
    `(@receipt|pantallazo|captura) (de|del|del) (mi|la|el|los)? (pago|deposito|transferencia|consignacion|abono|yape|
      pse|banco|giro|spei|corresponsal|cuota|hoy|ayer)`,
    `^ (el|mi|la|este es el|esta es la|es el|aca|ahi|aqui|va|van|listo)? (el|la|mi|su)? (@receipt|captura|pantallazo|
      pdf) (de pago|del pago|enviado|adjunto|listo|por favor|de hoy|de ayer)? $`,
    `(este|esta|ese|esa|estos) (es|son) (el|la|mi|los|las) ${PROOF}`,
    `(donde|a donde|adonde|por donde|como|a que correo|a que numero|a quien) (le|les|te)? (puedo)? (mando|envio|
      mandar|enviar|adjunto|paso|subo|mandarle|enviarles|enviarle|adjuntar|reporto) .. ${PROOF}`,
    `(buscar|busco|buscare|buscando|encuentro|encontre|encuentre|consigo|pido|solicito al banco) (el|la|mi|los)
      (@receipt|pantallazo|captura|papelito)`,
    `${PROOF} .. (en el correo|al correo|por correo|te lo mando|se lo mando|se la mando|lo mando|lo envio|le mando|
      se lo paso|te lo paso|ya lo|en el celular|en su celular|se lo reenvio|adjunto|acima|arriba|borros*|movid*|se
      borro|no carga|no sube|no se ve|se la debo|se lo debo|en dos partes)`,
    `(no)? (carga|sube|abre|envia|deja subir|deja adjuntar|deja mandar|puedo adjuntar|puedo subir|puedo mandar|se ve
      bien) (el|la|mi) ${PROOF}`,
    "^ (aca|ahi|aqui|ahí|ay) va (la|el)? (foto|comprobante|captura)? $",
    `(en|fijate en|fijese en|ves en|mira en|ta na|ta en) (la|el|na|no)? (foto|imagen|captura|imagem|print) (se ve|
      aparece|sale|esta|ta|ai|acima|de arriba|que mande|que te mande)`,
    `(lo|la|los|las) (mande|mandé|envie|envié|mando|envio|reenvie) (al|por|a su|a tu|en) (mail|correo|email|whatsapp|
      inbox|pdf)`,
    "(boleta|voucher|slip|comprobante|hoja|ticket|papeleta) (de|del) (deposito|pago|transferencia|abono|giro|banco)",
    "(see|find) (the)? attached",
    "(fijate|fijese|mira|vea|esta|ta) (en|na|no) (la|el)? (foto|imagen|captura|imagem)",
    `[ (listo|ya)? (enviado|enviada|adjunto|ya lo envie|ya lo mande|ya la mande|ya se lo mande|ya se lo envie|ya te
      lo mande|ya te lo envie|adjuntado|mandado|ya esta enviado|ya se lo pase) ]`,
    "(el|la) (que|primero que|otro que|de arriba|bueno) (mande|envie|adjunte|pase|es este|es ese|va abajo)",
    "(son|van) (las|los|#|dos|tres) (fotos|capturas|comprobantes|recibos|vouchers|archivos|imagenes)",
    `(numero|codigo|nro|no|folio) de (operacion|transaccion|aprobacion|comprobante|referencia|seguimiento|
      autorizacion|rastreo) (es|:|#|del)`,
    "(comprobante|voucher|recibo|soporte|pantallazo|captura) (📎|📸|👇|👆|🧾|📷|✅)",
    "(📎|🧾)",
    "(cmprobante|conprobante|comprovante|comprobnte|vouxer|vauche|papelte|pantayaso)",
  ],
  pt: [
    `${SEND_PT} (o|a|meu|um|uma|em|aqui|ai|te|os|as|pelo|por|ja|para|ele|foto do|foto da|de novo o|novamente o|em
      anexo o|em anexo|aqui o|ai o|anexo)? (o|a|os|as|seu|email o|e-mail o|pdf do|print do|foto do|de|um)? ..
      (comprovante|comprovantes|recibo|print|extrato|foto|fotos|pdf|anexo|canhoto|papelzinho|imagem)`,
    `(aqui|ai|ta ai|esta ai|ta aqui|olha ai|segue ai|segue aqui|eis) (ta|esta|vai|segue|tem)? (o|a|meu|os)?
      (comprov*|recibo|print|extrato|foto|pdf|imagem)`,
    `(comprov*|recibo|print|extrato|foto|imagem|pdf) (ai|aqui|em anexo|anexo|acima|abaixo|segue|do pix|do pagamento|
      da transferencia|do boleto|da entrada|da parcela|de pagamento|ta na|ta no|esta no|ta ai|foi|enviad*|mandad*|que
      mandei|e esse|do banco|da loterica|do deposito|o)`,
    "^ (o|meu|segue|aqui|e o)? (comprovante|comprovantes|recibo|print) (ai|o|em anexo|de pagamento|do pix)? $",
    `(chegou|recebeu|receberam|viu|viram|vistes|visse|conseguiu ver|deu para ver|abriu|consegue abrir) (o|a|ai|as|os|
      ja o)? (o|a)? (comprov*|foto|imagem|recibo|print|arquivo|pdf|anexo)`,
    "(em|no) anexo",
    `(mandei|enviei|anexei|te mandei|ja mandei|encaminhei) (ja|tudo|aqui|ai|ontem|hoje|2x|duas vezes|pelo|por|para|
      no|o errado|o certo|de novo|la)`,
    "[ (ja)? (mandei|enviei|anexei|enviado|encaminhado|mandei ja|ta enviado|segue) ]",
    `(nao)? (to|estou|consigo|ta|deu) (conseguindo|para|dando para)? (anexar|mandar|enviar|carregar|subir) (o|a|esse|
      a foto|o arquivo)? (arquivo|foto|comprov*|imagem|pdf|print|recibo)`,
    `(vou|posso|como|onde|ja|para onde|tem que) (te|eu|que eu|lhe|que)? (mandar|mando|enviar|envio|tirar|passar|
      anexar|procurar|buscar) (a|o|uma|para|esse|um)? (foto|comprov*|print|recibo|extrato|imagem|papel)`,
    `(foto|print|extrato|comprov*|recibo) (do|da|de) (boleto|pix|comprov*|recibo|pagamento|papel|papelzinho|banco|
      transferencia|loterica|deposito)`,
    "(numero|codigo|id) (da|de|do) (transacao|autenticacao|pix|comprovante|operacao)",
    "(sao|tem) (duas|2|tres|3|as) (fotos|imagens|paginas)",
    "(o|a) (pdf|print|foto|certo|errado|correto) (e|eh|era) (esse|este|essa|esta|outro)",
    "(comprovante|conprovante|conprovamte|cmprovante|cmprovanre|comprov|comprovnte)",
  ],
  en: [
    `(here|heres|sending|attached|have|attaching|sent|send|see|got|uploaded|this is|forwarding|emailed|screenshot|
      mailing|uploading|ill send|let me send) (is|you|my|the|a|it|over|your|attached)? .. (receipt|proof|screenshot|
      confirmation|photo|picture|pic|screen shot|pdf|attachment|copy of)`,
    `(receipt|proof|confirmation|screenshot|photo|pic|picture) (attached|above|below|of payment|of the payment|of my
      payment|sent|for the payment|coming|of the transfer|number is)`,
    "^ (the|my)? (receipt|proof of payment|payment receipt|screenshot) $",
    "(taking|take|took|snap) (a|the)? (picture|photo|pic|screenshot) .. (receipt|payment|confirmation|it for you)",
    `(did|have) you (get|got|receive|received|see) (my|the) (receipt|photo|screenshot|picture|confirmation|proof|pdf|
      attachment|image)`,
    "(confirmation|transaction|reference) (number|code|id) (is|#|:)",
    "(where|how) (do|can|should) i (send|upload|attach) .. (receipt|proof|screenshot|photo|confirmation)",
  ],
  except: [
    // Not mine to send: what we are asked for, or what there is none of
    "no (tengo|he|hay|cuento|guarde|conservo) (con)? (el|ningun|un|los|la|mi)? (@receipt|foto|captura) ]",
    `(mandame|mandeme|enviame|envieme|mandenme|envienme|pasame|paseme|manda|mande!|me manda|me manden|me envie|me
      envian|me envia|me pasa|me pasas|regaleme|quiero|necesito|deme|me da|me dan|solicito|me puede|me podria|pueden|
      puede|podria|podrian|me generan|donde esta|no me llego|no me ha llegado|me manda|gera|quero|preciso|pode) (a)?
      (el|un|la|mi|los|mandar|enviar|mandarme|enviarme|dar|pasar|o|um|de|gerar)? (un|el|la|mi|los|o)? (@receipt|
      @picture|foto)`,
    "(send|give|show|need|want) (me|us) .. (receipt|proof|invoice|statement)",
    "(dejo) (constancia|claro)",
    `(tengo|tenemos) (los|las|todos los|todas las|el|la)? (pantallazos|capturas|prints|audios|mensajes) (de|del)?
      (sus|los|las|todo|que|ustedes|amenazas|mensajes|llamadas)?`,
    "(factura|boleta|cedula|carnet|dni|documento|contrato|ine|rut|denuncia|acta|carta) .. (foto|copia)",
    `(foto|copia|imagen) (de|del|de la|de mi|do|da) (mi|la|el|su|meu|minha)? (factura|cedula|carnet|dni|documento|
      contrato|ine|rut|denuncia|acta|carta|cpf|rg|identidad|identidade|producto|produto)`,
    "(quien|que) (me)? (da|dara|entrega) .. (recibo|comprobante)",
    "(tenho) (o|um)? (extrato|print|foto) (da|das|de) (conversa|ameaca*)",
    "(proceso|llego|me llego) .. (documento|carta|notificacion)",
    `no (entiendo|abre|abro|veo|puedo abrir|puedo ver|me abre|me deja abrir|se abre|carga) (el|la|su|ese) (archivo|
      documento|pdf|link|imagen)`,
    `(recibo|recibe|recibi|reciben|recebo) (el|mi|la|los|las|un|una|mensajes|sus|pago|sueldo|quincena|pension|nada|
      hasta|plata|o|a|meu|mis|por|dia|en|cada|#)`,
    "(dinero|cuando|dia|no|hasta que|si|mi @family|que|fin de mes|quincena) recibo",
    "(mal|mucho|poco|menos) (extracto|extrato)",
    "(hago|haga|hacer) (prueba|la prueba)",
    "(ficha|volante|slip|proof|prueba|pruebas) (tecnica|medica|que|de que|para)",
    `(muestre*|muestren*|ensene*|prueb*|mostrar|mostrame|muestrenme|muestreme|mostra|cade|onde esta) .. (documento|
      papel|contrato|archivo|soporte|comprobante|recibo)`,
  ],
};
