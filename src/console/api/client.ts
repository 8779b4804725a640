import type { ConsoleLanguage } from "../i18n/plural.ts";
import { ApiError } from "./api-error.ts";

let language: ConsoleLanguage = "es";
let businessId: string | undefined;
let refused: (error: ApiError) => void = () => undefined;

/** Clauses and problems come in the language of the page that asks. */
export function speak(next: ConsoleLanguage): void {
  language = next;
}

/** From here on each request names the business that the page is drawn for; the server refuses it once the session is in another. */
export function sayBusiness(id: string): void {
  businessId = id;
}

/** Is told of each refusal, beside whoever asked. */
export function whenRefused(listener: (error: ApiError) => void): void {
  refused = listener;
}

/** The answer's shape is the contract's word: same origin, same release, so it is not checked again here. */
export function get<Answer>(path: string): Promise<Answer> {
  return request<Answer>(path, { method: "GET" });
}

export function post<Answer = null>(path: string, body: object = {}): Promise<Answer> {
  return request<Answer>(path, json("POST", body));
}

export function put<Answer = null>(path: string, body: object): Promise<Answer> {
  return request<Answer>(path, json("PUT", body));
}

/** For the two questions that a page drawn for another business may still ask: where the session is, and to change that. */
export function getFromAnyPage<Answer>(path: string): Promise<Answer> {
  return request<Answer>(path, { method: "GET" }, { isForAny: true });
}

export function putFromAnyPage(path: string, body: object): Promise<null> {
  return request<null>(path, json("PUT", body), { isForAny: true });
}

/** The file itself is the body, with its name beside it: nothing has to be unpacked. */
export function upload<Answer>(path: string, file: File): Promise<Answer> {
  return request<Answer>(path, {
    method: "POST",
    body: file,
    headers: { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(file.name) },
  });
}

function json(method: string, body: object): RequestInit {
  return { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

async function request<Answer>(path: string, init: RequestInit, { isForAny = false } = {}): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("accept-language", language);
  if (businessId !== undefined && !isForAny) headers.set("x-saldar-business", businessId);
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    throw new ApiError({ status: 0, code: "network", message: String(error) });
  });
  const text = await response.text();
  if (!response.ok) {
    const error = refusalOf(response, text);
    refused(error);
    throw error;
  }
  return JSON.parse(text === "" ? "null" : text);
}

function refusalOf(response: Response, text: string): ApiError {
  const body = asRecord(text);
  const word = (key: string) => (typeof body[key] === "string" ? body[key] : undefined);
  return new ApiError({
    status: response.status,
    code: word("code") ?? (response.status === 401 ? "request.signed-out" : "internal"),
    message: word("message") ?? response.statusText,
    requestId: word("requestId") ?? response.headers.get("x-request-id") ?? undefined,
    details: body,
  });
}

/** A proxy in between may answer with a page: then there is nothing more to say. */
function asRecord(text: string): Readonly<Record<string, unknown>> {
  if (!text.startsWith("{")) return {};
  return JSON.parse(text);
}
