import { DateTime } from "luxon";
import type { ChannelEvent, LinkState, OutMessage, SendResult } from "../channels/channel.ts";
import { AppError } from "../domain/errors.ts";
import type { EventOverPipe, Failure, LinkOverPipe, MessageOverPipe, ResultOverPipe } from "./protocol.ts";

/** Messages, results and events with their moments as numbers, for the pipe, and back. */
export const toPipe = { message: messageToPipe, result: resultToPipe, event: eventToPipe, failure: failureToPipe };
export const fromPipe = {
  message: messageFromPipe,
  result: resultFromPipe,
  event: eventFromPipe,
  failure: failureFromPipe,
};

const moment = (ms: number): DateTime => DateTime.fromMillis(ms, { zone: "utc" });

function messageToPipe({ notAfter, ...message }: OutMessage): MessageOverPipe {
  return { ...message, notAfter: notAfter?.toMillis() };
}

function messageFromPipe({ notAfter, ...message }: MessageOverPipe): OutMessage {
  return { ...message, notAfter: notAfter === undefined ? undefined : moment(notAfter) };
}

function resultToPipe(result: SendResult): ResultOverPipe {
  return result.state === "unknown" ? { ...result, settleBy: result.settleBy.toMillis() } : result;
}

function resultFromPipe(result: ResultOverPipe): SendResult {
  return result.state === "unknown" ? { ...result, settleBy: moment(result.settleBy) } : result;
}

function eventToPipe(event: ChannelEvent): EventOverPipe {
  switch (event.type) {
    case "message":
    case "echo":
      return { ...event, sentAt: event.sentAt.toMillis() };
    case "status":
      return { ...event, at: event.at.toMillis() };
    case "identity":
    case "passed-over":
      return event;
    case "link":
      return { type: "link", link: linkToPipe(event.link) };
  }
}

function eventFromPipe(event: EventOverPipe): ChannelEvent {
  switch (event.type) {
    case "message":
    case "echo":
      return { ...event, sentAt: moment(event.sentAt) };
    case "status":
      return { ...event, at: moment(event.at) };
    case "identity":
    case "passed-over":
      return event;
    case "link":
      return { type: "link", link: linkFromPipe(event.link) };
  }
}

function linkToPipe(link: LinkState): LinkOverPipe {
  switch (link.state) {
    case "qr":
    case "code":
      return { ...link, expiresAt: link.expiresAt.toMillis() };
    case "down":
      return { ...link, retryAt: link.retryAt.toMillis() };
    case "restricted":
      return { ...link, until: link.until?.toMillis() };
    default:
      return link;
  }
}

function linkFromPipe(link: LinkOverPipe): LinkState {
  switch (link.state) {
    case "qr":
    case "code":
      return { ...link, expiresAt: moment(link.expiresAt) };
    case "down":
      return { ...link, retryAt: moment(link.retryAt) };
    case "restricted":
      return { ...link, until: link.until === undefined ? undefined : moment(link.until) };
    default:
      return link;
  }
}

function failureToPipe(error: unknown): Failure {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, retryAfterSeconds: error.retryAfterSeconds };
  return {
    code: undefined,
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    retryAfterSeconds: undefined,
  };
}

function failureFromPipe({ code, message, retryAfterSeconds }: Failure): Error {
  if (code === undefined) return new Error(message);
  return new AppError(code, message, { ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
}
