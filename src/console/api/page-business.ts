import { useSyncExternalStore } from "react";
import type { ChooseBusiness } from "../../web/contract.ts";
import { putFromAnyPage, sayBusiness, whenRefused } from "./client.ts";

/**
 * A page is drawn for one business and stays that one's until it is loaded anew. The session is shared by all tabs: when another
 * tab goes elsewhere, the server refuses what this page asks, and `useIsLeft` says so.
 */
let drawnFor: string | undefined;
let isLeft = false;
let isLeaving = false;
const listeners = new Set<() => void>();

/** Tells the other tabs at once; one that does not hear it learns it from its next request. */
const tabs = new BroadcastChannel("saldar-business");
tabs.onmessage = ({ data }: MessageEvent<string>) => {
  if (drawnFor !== undefined) setLeft(data !== drawnFor);
};
whenRefused((error) => {
  if (error.code === "session.other-business") setLeft(true);
});

/** The first answer about the session says for which business the page is drawn: from then on every request names it. */
export function drawPageFor(businessId: string): void {
  drawnFor = businessId;
  sayBusiness(businessId);
}

export function useIsLeft(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isLeft,
  );
}

/** The whole page goes, and drafts with it: nothing of one business is left in another. */
export async function goToBusiness(businessId: string): Promise<void> {
  await choose(businessId);
  sessionStorage.clear();
  location.assign("/");
}

/** The page as it was, with its drafts: they are this business's. */
export async function comeBack(): Promise<void> {
  if (drawnFor === undefined) return;
  await choose(drawnFor);
  location.reload();
}

async function choose(businessId: string): Promise<void> {
  // Until the page is gone its own questions are refused, and that is no news to whoever goes.
  isLeaving = true;
  try {
    const body: ChooseBusiness = { businessId };
    await putFromAnyPage("/api/session/business", body);
  } catch (error) {
    isLeaving = false;
    throw error;
  }
  tabs.postMessage(businessId);
}

function setLeft(next: boolean): void {
  if (isLeaving || next === isLeft) return;
  isLeft = next;
  for (const listener of listeners) listener();
}
