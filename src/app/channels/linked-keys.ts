/** The use for which the secret that seals linked phones' keys is derived (`Secrets.derive`): a session host has that one and no other. */
export const LINKED_KEYS = "keys of linked phones";
