import type { ConsoleLanguage } from "../i18n/plural.ts";
import { ApiError } from "./api-error.ts";

let language: ConsoleLanguage = "es";

/** Clauses and problems come in the language of the page that asks. */
export function speak(next: ConsoleLanguage): void {
  language = next;
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

async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const headers = new Headers(init.headers);
  headers.set("accept-language", language);
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    throw new ApiError({ status: 0, code: "network", message: String(error) });
  });
  const text = await response.text();
  if (!response.ok) throw refusalOf(response, text);
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
