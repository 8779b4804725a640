import { FIELDS, type Field } from "./fields.ts";

/**
 * A header as it is compared: no accents, lower case, camelCase and separators as spaces, no currency sign at the end.
 * `"Fecha de elaboración  "` → `"fecha de elaboracion"`, `"Total$"` → `"total"`, `"InvoiceDate"` → `"invoice date"`.
 */
export function normalizeHeader(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace("whats app", "whatsapp")
    .replace(/[º°ª#]/g, " ")
    .replace(/[$€£]/g, " ")
    .replace(/[^\p{L}\p{N}<>%]+/gu, " ")
    .trim();
}

/**
 * What two headers are compared by: systems also write `invoicenumber`, `INVOICE_NUMBER` and `C.C.`, and no two fields' names
 * become one when their spaces are taken out.
 */
export function joinedHeader(header: string): string {
  return normalizeHeader(header).replaceAll(" ", "");
}

/**
 * How long something has been due, in days or as a range of them: neither a date nor an amount, though the figures could be
 * either ("Días en mora" has two words of "Valor en mora", and 45 is a day of 1900 in a spreadsheet). It is kept as extra:
 * tomorrow it is wrong, and the due date says it for every day.
 */
export function isAge(header: string): boolean {
  return /\b(?:dias|days|aging|ageing|dpd|buckets?|antiguedad|edad|edades|altura|rango|tramo|faixa|idade)\b/.test(
    normalizeHeader(header),
  );
}

/**
 * Names of columns in exports of accounting and collection systems of the region (SAP Business One, Aspel, CONTPAQi, Siigo,
 * Alegra, World Office, Helisa, QuickBooks, Xero, Odoo, ERPNext, Intiza and others) and in sheets kept by hand, in Spanish,
 * Portuguese and English, as `normalizeHeader` writes them. A name may stand under several fields: the values decide.
 */
const HEADER_WORDS: Readonly<Record<Field, string>> = {
  debtorReference: `codigo cliente|codigo de cliente|codigo del cliente|cod cliente|id cliente|id de cliente|no cliente
    |n cliente|nro cliente|numero de cliente|numero cliente|clave cliente|clave|cve clie|ccodigocliente|codigo|cod|id|cliente
    |id deudor|codigo deudor|referencia cliente|codigo socio|matricula|contrato|customer id|customer code|customer number
    |cust number|account number|account no|customer|party|client id|codigo do cliente|id do cliente|identificacion unica del cliente
    |numero de credito|numero credito|credito no|obligacion`,
  name: `nombre|nombres|nombre completo|nombre cliente|nombre del cliente|nombre tercero|nombre y apellido|nombres y apellidos
    |apellidos y nombres|nombre deudor|nombre del deudor|razon social|nombre o razon social|nombre razon social|deudor|titular|cliente|tercero|empresa
    |crazonsocial|socio|customer|customer name|contact name|name|full name|name customer|company name|partner|party|debtor
    |nome|nome completo|nome do cliente|nome cliente|razao social|sacado|devedor`,
  lastName: "apellido|apellidos|last name|surname|sobrenome",
  documentType: `tipo documento|tipo de documento|tipo doc|tipo identificacion|tipo de identificacion|tipo id|td|document type
    |id type|tipo de documento de identidad`,
  documentNumber: `nit|rfc|crfc|rut|rut deudor|rut cliente|ruc|cuit|cuil|dni|cedula|cedula de ciudadania|cedula o nit|cc|cpf|cnpj|cpf cnpj|curp
    |identificacion|identificacion tercero|identificacion cliente|numero de identificacion|numero identificacion|no identificacion|nro identificacion
    |documento de identidad|numero de documento|numero documento|nro documento|no documento|nro de documento|documento|documento cliente
    |nit cc|cc nit|nit cedula|tax id|vat|vat number|id number|national id|document number|numero do documento`,
  checkDigit: "dv|digito verificacion|digito de verificacion|digito verificador|check digit",
  birthDate: `fecha nacimiento|fecha de nacimiento|f nacimiento|fec nacimiento|nacimiento|birth date|date of birth|dob
    |data nascimento|data de nascimento|nascimento`,
  personOrCompany:
    "tipo persona|tipo de persona|persona|naturaleza|person type|tipo de pessoa|tipo pessoa|tipo de cliente|tipo cliente",
  phone: `telefono|telefonos|celular|celulares|movil|whatsapp|whatsapp celular|tel|tel movil|tel celular|telefono celular|telefono movil|telefono whatsapp
    |numero celular|numero de celular|numero de telefono|numero telefono|telefono contacto|telefono de contacto|telefono 1|telefono 2|telefono 3
    |celular 1|celular 2|tel 1|tel 2|phone|phone number|mobile|mobile phone|cell|cell phone|contact phone|telefone|telefone 1|telefone 2|fone|contacto|telefono fijo`,
  email: `email|mail|correo|correos|correo electronico|email contacto|correo contacto|email cliente|email address|direccion de correo`,
  contactName: `contacto|nombre contacto|nombre del contacto|nombre de contacto|persona de contacto|contact|contact person|customer contact
    |responsable|encargado|contato|nome do contato|pessoa de contato|representante`,
  contactRole: `cargo|rol|cargo contacto|cargo del contacto|puesto|role|position|job title|funcao|cargo do contato|relacion|relacao|relationship
    |relacion con el deudor|relacion con el titular|relacao com o devedor|parentesco|grau de parentesco|vinculo`,
  debtReference: `factura|facturas|no factura|n factura|nro factura|num factura|numero factura|numero de factura|folio|cfolio|documento|no documento|numero documento
    |comprobante|numero de comprobante|numero comprobante|consecutivo|consecutivo comprobante|refer|referencia|invoice number|invoice no|invoice|invoice id|num
    |voucher no|entry|asiento|doc id|document no|document number|boleta|titulo|nota fiscal|numero da nota|numero do titulo|numero titulo|fatura|numero da fatura
    |numero fatura|pagare|obligacion|no obligacion|numero de obligacion|credito|numero de credito|cuenta de cobro|documento numero|encab documento numero
    |identificacion unica de la factura|arid|reference|no recibo`,
  instalment:
    "cuota|no cuota|nro cuota|numero de cuota|numero cuota|installment no|installment|instalment|parcela|numero da parcela|cargo no|numero de cargo",
  description: `concepto|descripcion|detalle|observaciones|observacion|producto|glosa|description|memo|item|descricao|observacoes|historico|remarks
    |nota|motivo|cnombreconcepto|ref label|ref etiqueta`,
  balance: `saldo|saldo pendiente|saldo pendiente de pago|pendiente|pendiente de pago|saldo actual|saldo vencido|saldo total|saldo por cobrar|saldo capital|saldo deuda|saldo factura|saldo adeudado
    |deuda|deuda total|total deuda|total adeudado|monto adeudado|monto pendiente|importe pendiente|valor pendiente|cpendiente|adeudo|por pagar|por cobrar|valor en mora|monto en mora|valor adeudado
    |open balance|balance|balance due|outstanding amount|outstanding|amount due|amount owed|invoice amount due|residual|remanente|due|due amount|total open amount
    |saldo devedor|saldo em aberto|valor em aberto|valor devido|em aberto|divida`,
  amount: `monto|importe|valor|total|monto total|importe total|valor total|valor factura|valor de la factura|monto factura|total factura|valor original|monto original|capital|capital inicial
    |amount|invoice amount|invoiced amount|original amount|invoice total|invoice grand total|total amount|ctotal|cneto|cuota valor|valor cuota|valor forma de pago|debito|debe
    |doc contable debito|valor do titulo|valor da fatura|valor da parcela|valor original do titulo|valor nominal|debit`,
  paidAmount:
    "pagado|valor pagado|monto pagado|importe pagado|abonos|abono|total abonado|pagos|paid|paid amount|amount paid|invoice amount paid|valor pago|total pago|pago",
  currency: "moneda|divisa|mon|sigla moneda|tipo moneda|codigo moneda|currency|invoice currency|currency code|moeda",
  issueDate: `fecha|fecha emision|fecha de emision|f emision|fec emision|fecha factura|fecha de factura|fecha de la factura|fecha documento|fecha de elaboracion|fecha elaboracion
    |fecha apli|fecha de aplicacion|fecha conta|fecha contabilizacion|fecha desembolso|fecha de compra|cfecha|encab fecha|invoice date|issue date|posting date|document date|document create date|date|emision
    |emissao|data emissao|data de emissao|data da emissao|data`,
  dueDate: `vencimiento|fecha vencimiento|fecha de vencimiento|fecha venc|fec vencimiento|fec venc|f vencimiento|f venc|fecha vto|fec vto|f vto|vto|vence|fecha vence|vence el
    |cfechavencimiento|fecha limite|fecha limite de pago|fecha limite pago|fecha de pago oportuno|pague hasta|due date|due in date|due on|due|maturity date
    |vencimento|data vencimento|data de vencimento|data do vencimento`,
  settledDate: `fecha pago|fecha de pago|fec pago|f pago|fecha cancelacion|fecha de cancelacion|fecha ultimo pago|fecha recaudo|settled date|paid date|payment date|clear date|received date|date paid
    |data pagamento|data de pagamento|data do pagamento`,
  status: `estado|estado factura|estado de la factura|estado deuda|estado de pago|estado pago|situacion|status|estatus|state|is open|open|situacao|pagada|pagado|cancelada|saldada|paid|settled`,
  disputed: "disputa|disputed|en disputa|reclamo|reclamada|objetada|dispute|contestada|em disputa",
  permission: `autoriza|autorizacion|autorizado|autoriza whatsapp|autoriza contacto|autoriza mensajes|autorizacion whatsapp|autorizacion datos|autoriza datos|autorizacion contacto|autorizacion de contacto
    |autorizacion tratamiento de datos|autoriza tratamiento de datos|acepta whatsapp|acepta mensajes|consentimiento|consiente|permiso|permiso whatsapp|permite contacto|habeas data|opt in|consent|permission|whatsapp consent
    |contact permission|autoriza contato|autorizacao|consentimento|aceita whatsapp|permissao`,
  permissionDate: `fecha autorizacion|fecha de autorizacion|fecha de la autorizacion|fecha consentimiento|fecha de consentimiento|fecha permiso|fecha del permiso|fecha habeas data|fecha opt in|consent date|permission date|opt in date
    |data autorizacao|data da autorizacao|data do consentimento|data consentimento`,
  permissionWording: `texto autorizacion|texto de autorizacion|texto de la autorizacion|texto autorizado|texto consentimiento|texto del consentimiento|redaccion|wording|consent wording|consent text|permission wording
    |texto da autorizacao|texto autorizacao|texto do consentimento|clausula|clausula autorizacion`,
  permissionChannel: `canal autorizacion|canal de autorizacion|canal de la autorizacion|medio autorizacion|medio de autorizacion|medio donde autorizo|origen autorizacion|canal consentimiento|consent channel|permission channel|canal da autorizacao|canal`,
  permittedChannels: `canal autorizado|canales autorizados|medios autorizados|canales permitidos|canal permitido|autoriza contacto por|autoriza por
    |canal de contacto autorizado|canales de contacto autorizados|authorised channels|authorized channels|permitted channels|allowed channels
    |canais autorizados|canais permitidos|autoriza contato por`,
  otherNumbers: `otros numeros|otro numero|autoriza otros numeros|autoriza otro numero|autoriza desde otro numero|autoriza desde otros numeros|acepta otros numeros
    |other numbers|other number|allows other numbers|may use other numbers|outros numeros|outro numero|autoriza outros numeros|autoriza outro numero`,
  country: "pais|codigo pais|codigo de pais|country|country code|pais cliente",
  subdivision: `uf|estado uf|uf cliente|estado cliente|estado del cliente|estado de residencia|estado do cliente|departamento|provincia|region
    |province|state province|unidade federativa`,
  zone: "zona horaria|huso horario|time zone|fuso horario|fuso",
};

/** The names of each field, one by one. */
export const NAMES_OF_FIELDS: ReadonlyMap<Field, readonly string[]> = new Map(
  FIELDS.map((field) => [field, HEADER_WORDS[field].split("|").map((name) => name.trim())]),
);

/** Columns of our own errors file: read past, so that the mended file can come back as it is. */
export const OUR_COLUMNS = ["_row", "_column", "_problem", "_found", "_how_to_fix"] as const;
