import type { PhraseTable } from "../../lexicon.ts";

/** A proof of payment is announced, or said to have been sent: until it is looked at nobody is dunned. */
export const receiptComing: PhraseTable<"receiptComing"> = {
  says: "receiptComing",
  es: [
    "(ahi|aqui|ahy|aca|hay) .. (va|esta|te|le|les|tiene|tienen|tienes|adjunto|envio|mando|dejo) .. @receipt",
    "(mando|envio|adjunto|paso|anexo|dejo|mande|envie|adjunte|comparto|mandare|enviare) (el|mi|un|la|los|su)? (@receipt)",
    "(tengo|tenemos|guardo) (el|los|mi|mis|un)? (@receipt) (de|del|pago)?",
  ],
  pt: ["(segue|envio|enviei|mandei|mando|tenho|anexo|mandar) .. (comprovante|recibo)", "(aqui|ai) .. comprovante"],
  en: ["(here|heres|sending|attached|have) .. (receipt|proof of)"],
  except: ["no (tengo|he) .. @receipt"],
};
