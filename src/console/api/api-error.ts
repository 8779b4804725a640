/** What the server refused or could not do. `code` is one of the documented error codes, `network` when no answer came. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  /** What came with the refusal: the messages that were missed, the clause that forbids it. */
  readonly details: unknown;

  constructor(fields: {
    status: number;
    code: string;
    message: string;
    requestId?: string | undefined;
    details?: unknown;
  }) {
    super(fields.message);
    this.status = fields.status;
    this.code = fields.code;
    this.requestId = fields.requestId;
    this.details = fields.details;
  }
}
