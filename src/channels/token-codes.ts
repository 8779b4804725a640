import { META_ERRORS, PERMISSION_CODES } from "./cloud-api/errors.ts";

/** Every code by which a send is refused for its token, as `blockSourceOf` reads it: working secrets mend what any of them told of. */
export const TOKEN_CODES: readonly string[] = [
  ...META_ERRORS.flatMap(({ codes, isAboutToken }) => (isAboutToken ? codes : [])),
  ...PERMISSION_CODES,
].map(String);
