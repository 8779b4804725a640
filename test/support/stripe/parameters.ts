const text = (value: string) => value.length > 0 && value.length <= 5_000;
const whole = (value: string) => /^[1-9]\d{0,11}$/.test(value);
const url = (value: string) => URL.canParse(value) && value.length <= 5_000;
const oneOf =
  (...values: readonly string[]) =>
  (value: string) =>
    values.includes(value);
const mark = (value: string) => value.length <= 500;
const name = (value: string) => value.length > 0 && [...value].length <= 250;

/**
 * The parameters of `POST /v1/checkout/sessions` that we use, as stripe 23.1.0 (API 2026-10-28.endive) names them. Each was
 * checked by hand against the library's own declarations. `payment_method_types` is gone since 23, and so not here.
 */
export const CHECKOUT_SESSION_PARAMETERS = {
  mode: oneOf("payment"),
  "line_items[][quantity]": oneOf("1"),
  "line_items[][price_data][currency]": (value: string) => /^[a-z]{3}$/.test(value),
  "line_items[][price_data][unit_amount]": whole,
  "line_items[][price_data][product_data][name]": name,
  client_reference_id: (value: string) => /^[\w-]{1,200}$/.test(value),
  "metadata[*]": mark,
  "payment_intent_data[metadata][*]": mark,
  "payment_intent_data[description]": text,
  "adaptive_pricing[enabled]": oneOf("true", "false"),
  submit_type: oneOf("auto", "book", "donate", "pay", "subscribe"),
  locale: oneOf("es-419", "pt-BR", "en"),
  success_url: url,
  cancel_url: url,
  expires_at: whole,
};
