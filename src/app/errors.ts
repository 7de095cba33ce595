/** One row per error a person can meet: what the program exits with, what a server answers, and what to do now. */
export interface ErrorRow {
  readonly code: string;
  /** Process exit code: 2 wrong use, 3 bad input, 4 not found, 5 store, 6 installation, 1 anything else. */
  readonly exit: number;
  readonly http: number;
  readonly what: string;
  readonly now: string;
}

export const errorTable = [
  {
    code: "USAGE",
    exit: 2,
    http: 400,
    what: "The command or its options were not understood.",
    now: "Look at the example in `rapporteur help COMMAND`.",
  },
  {
    code: "DATE_BAD",
    exit: 2,
    http: 400,
    what: "A date is not a calendar day.",
    now: "Write it as YYYY-MM-DD, for example 2019-12-13.",
  },
  {
    code: "FILE_UNREADABLE",
    exit: 3,
    http: 400,
    what: "A file or folder could not be read.",
    now: "Check the path and its permissions.",
  },
  {
    code: "DOCUMENT_EMPTY",
    exit: 3,
    http: 422,
    what: "The text holds no words.",
    now: "Check that the file is the article and not a placeholder.",
  },
  {
    code: "DOCUMENT_BINARY",
    exit: 3,
    http: 415,
    what: "The file is not text.",
    now: "Save the article as plain text or HTML and add that.",
  },
  {
    code: "DOCUMENT_PDF",
    exit: 3,
    http: 415,
    what: "PDF is not read.",
    now: "Take the article's text out of it (`pdftotext FILE -`), or save the article's page as HTML, and add that.",
  },
  {
    code: "DOCUMENT_TOO_LARGE",
    exit: 3,
    http: 413,
    what: "The file is larger than one article can be.",
    now: "Split it into articles; the limit stands in the message.",
  },
  {
    code: "ENCODING_UNKNOWN",
    exit: 3,
    http: 415,
    what: "The bytes are not valid in the text's encoding.",
    now: "Save it as UTF-8, or name its encoding with --encoding.",
  },
  {
    code: "PUBLISHED_MISSING",
    exit: 3,
    http: 422,
    what: "The publication date is not known, and relative dates hang on it.",
    now: "Give it with --published YYYY-MM-DD, or --published unknown to store without it.",
  },
  {
    code: "PUBLISHED_IN_FUTURE",
    exit: 3,
    http: 422,
    what: "The publication date lies in the future.",
    now: "Correct the date.",
  },
  {
    code: "NOT_ENGLISH",
    exit: 3,
    http: 422,
    what: "The text is not English; it was stored but not read.",
    now: "Add an English version; nothing is guessed from this one.",
  },
  {
    code: "NEGOTIATION_INVALID",
    exit: 3,
    http: 422,
    what: "The description of a negotiation does not hold together.",
    now: "Mend the field the message names.",
  },
  {
    code: "NEGOTIATION_EXISTS",
    exit: 3,
    http: 409,
    what: "A negotiation of that name is already there.",
    now: "Choose another id, or use the one there.",
  },
  {
    code: "NEGOTIATION_UNKNOWN",
    exit: 4,
    http: 404,
    what: "No negotiation of that name.",
    now: "See `rapporteur list`, or make one with `rapporteur new`.",
  },
  {
    code: "EVIDENCE_UNKNOWN",
    exit: 4,
    http: 404,
    what: "Nothing has that id.",
    now: "Ids stand at the end of every line; the first characters are enough if they are unique.",
  },
  {
    code: "EVIDENCE_AMBIGUOUS",
    exit: 4,
    http: 409,
    what: "Several things begin with that id.",
    now: "Give more of its characters.",
  },
  {
    code: "JUDGEMENT_UNKNOWN",
    exit: 4,
    http: 404,
    what: "No decision has that id.",
    now: "Ids of decisions stand in `rapporteur history ID`.",
  },
  {
    code: "JUDGEMENT_BAD",
    exit: 2,
    http: 422,
    what: "The decision does not fit the line.",
    now: "Look at the example in `rapporteur help judge`; the message says what is wrong.",
  },
  {
    code: "IMPORT_BAD",
    exit: 3,
    http: 422,
    what: "A line of the file to import is not a line of an export.",
    now: "Export again; the message names the line. What came before it is in the store.",
  },
  {
    code: "STORE_MISSING",
    exit: 5,
    http: 503,
    what: "There is no store at that place.",
    now: "Make one with `rapporteur new`, or name another with --store.",
  },
  {
    code: "STORE_BUSY",
    exit: 5,
    http: 503,
    what: "Another process is writing to the store.",
    now: "Try again when it has finished.",
  },
  {
    code: "STORE_FULL",
    exit: 5,
    http: 507,
    what: "The disk is full; nothing of this document was stored.",
    now: "Free some space and add it again: what is stored already is skipped.",
  },
  {
    code: "STORE_DAMAGED",
    exit: 5,
    http: 500,
    what: "The store's file is damaged.",
    now: "Restore a backup; `rapporteur check` says what is wrong.",
  },
  {
    code: "STORE_TOO_NEW",
    exit: 5,
    http: 500,
    what: "The store was written by a newer version of the program.",
    now: "Update the program.",
  },
  {
    code: "STORE_READONLY",
    exit: 5,
    http: 503,
    what: "The store cannot be written.",
    now: "Check the permissions of its file and folder.",
  },
  {
    code: "STORE_CLOSED",
    exit: 1,
    http: 500,
    what: "The store was used after it was closed.",
    now: "This is a fault of the program: report it with the command.",
  },
  {
    code: "DOCUMENT_UNKNOWN",
    exit: 4,
    http: 404,
    what: "No document has that id.",
    now: "Ids of documents stand in `rapporteur evidence`.",
  },
  {
    code: "SOURCE_MISSING",
    exit: 5,
    http: 500,
    what: "A statement's source is not in the store.",
    now: "Restore a backup; `rapporteur check` names the statement.",
  },
  {
    code: "READING_MISMATCH",
    exit: 1,
    http: 500,
    what: "A reading belongs to another document.",
    now: "This is a fault of the program: report it with the text.",
  },
  {
    code: "MODEL_TOO_LARGE",
    exit: 3,
    http: 422,
    what: "The conflict model is too large: for memory, or for what was asked of it.",
    now: "Leave out options, or rule states out by patterns.",
  },
  {
    code: "MODEL_BAD_PATTERN",
    exit: 3,
    http: 422,
    what: "A pattern of the conflict model has the wrong form.",
    now: "Write one of Y, N and - for each option.",
  },
  {
    code: "MODEL_UNKNOWN_OPTION",
    exit: 3,
    http: 422,
    what: "The conflict model names an option that is not there.",
    now: "Mend the line the message names.",
  },
  {
    code: "MODEL_OPTION_OWNER",
    exit: 3,
    http: 422,
    what: "An option of the conflict model has no owner, or two.",
    now: "Give each option to one decision maker.",
  },
  {
    code: "MODEL_NO_PREFERENCES",
    exit: 3,
    http: 422,
    what: "A decision maker has no preferences.",
    now: "Give statements, or a ranking.",
  },
  {
    code: "MODEL_NO_FEASIBLE_STATE",
    exit: 3,
    http: 422,
    what: "The conflict model leaves no feasible state.",
    now: "Remove a pattern of infeasible states.",
  },
  {
    code: "MODEL_BAD_RANKING",
    exit: 3,
    http: 422,
    what: "A ranking does not hold every feasible state once.",
    now: "Mend the line the message names.",
  },
  {
    code: "MODEL_SYNTAX",
    exit: 3,
    http: 422,
    what: "A line of the conflict model is not understood.",
    now: "Mend the line the message names; docs/model-file.md shows the form.",
  },
  {
    code: "MODEL_CONTRADICTION",
    exit: 3,
    http: 422,
    what: "A statement of the conflict model can never hold, or never decide anything.",
    now: "Mend or remove the line the message names.",
  },
  {
    code: "MODEL_CYCLE",
    exit: 3,
    http: 422,
    what: "An order of states goes round in a circle.",
    now: "Mend the line the message names.",
  },
  {
    code: "MODEL_UNKNOWN_MAKER",
    exit: 3,
    http: 422,
    what: "The conflict model names a decision maker that is not there.",
    now: "Mend the line the message names.",
  },
  {
    code: "MODEL_TOO_MANY_LISTS",
    exit: 3,
    http: 422,
    what: "The alternative preference lists make too many combinations.",
    now: "Leave out lists, or solve with fewer at a time.",
  },
  {
    code: "MODEL_STATE_UNKNOWN",
    exit: 4,
    http: 404,
    what: "The conflict model has no such state.",
    now: "Name it by number, as Y and N, by the options taken, or as quo; `rapporteur model solve` lists them.",
  },
  {
    code: "MODEL_EDIT_BAD",
    exit: 2,
    http: 400,
    what: "A change of the conflict model is not understood.",
    now: "Write it as CODE:PLACE, for example --drop JPN:2; the help shows the forms.",
  },
  {
    code: "MODEL_EXISTS",
    exit: 3,
    http: 409,
    what: "There is a file of that name already.",
    now: "Choose another name, or change the one there with `rapporteur model edit`.",
  },
  {
    code: "ANCHOR_MISMATCH",
    exit: 5,
    http: 500,
    what: "Stored words are not at their place in the source.",
    now: "Run `rapporteur check`; it names the source.",
  },
  {
    code: "SPAN_OUTSIDE",
    exit: 1,
    http: 500,
    what: "A place lies outside its text.",
    now: "This is a fault of the program: report it with the text.",
  },
  {
    code: "SPAN_EMPTY",
    exit: 1,
    http: 500,
    what: "A place holds no words.",
    now: "This is a fault of the program: report it with the text.",
  },
  {
    code: "MODEL_FORMAT",
    exit: 6,
    http: 500,
    what: "The trained weights belong to another version of the program.",
    now: "Install the program anew, or train with `npm run train`.",
  },
  {
    code: "MODEL_DAMAGED",
    exit: 6,
    http: 500,
    what: "The file of trained weights is damaged.",
    now: "Install the program anew.",
  },
  {
    code: "LEXICON_MISSING",
    exit: 6,
    http: 500,
    what: "A word list is missing.",
    now: "Install the program anew.",
  },
  {
    code: "LEXICON_BAD_ROW",
    exit: 6,
    http: 500,
    what: "A row of a word list does not fit its header.",
    now: "Mend the line the message names.",
  },
  {
    code: "ROUTE_UNKNOWN",
    exit: 4,
    http: 404,
    what: "The server has nothing at that address.",
    now: "See /api/docs for what it has.",
  },
  {
    code: "FILE_REFUSED",
    exit: 3,
    http: 403,
    what: "The server does not open files for a web client.",
    now: "Send the text itself to /api/v1/articles or /api/v1/read, or run the command on the server's machine.",
  },
  {
    code: "ORIGIN_REFUSED",
    exit: 1,
    http: 403,
    what: "The request came from a page of another site, or under a name that is not the server's.",
    now: "Open the desk by the address that `rapporteur serve` prints, or name another with --origin.",
  },
  {
    code: "AUTH_NEEDED",
    exit: 1,
    http: 401,
    what: "The server must know who asks.",
    now: "Sign in at /login, or send the header `Authorization: Bearer TOKEN`.",
  },
  {
    code: "AUTH_ROLE",
    exit: 1,
    http: 403,
    what: "This role may not do that.",
    now: "Ask an administrator for the role that the message names.",
  },
  {
    code: "AUTH_NOT_SET_UP",
    exit: 2,
    http: 500,
    what: "A server that others can reach needs to know who may use it.",
    now: "Set somebody up first with `rapporteur user new NAME --role admin`, or make a token with `rapporteur token new NAME --role admin`; or leave --host out.",
  },
  {
    code: "AUTH_DAMAGED",
    exit: 5,
    http: 500,
    what: "The file of tokens could not be used.",
    now: "Restore it from a backup, or move it away and make new tokens.",
  },
  {
    code: "CSRF_REFUSED",
    exit: 1,
    http: 403,
    what: "A browser sent a change, and nothing shows that it came from a page of this server.",
    now: "Send the header x-csrf-token with `csrf` of GET /api/v1/me, or use a token in the header authorization.",
  },
  {
    code: "AUTH_FAILED",
    exit: 1,
    http: 401,
    what: "Signing in did not succeed.",
    now: "Check name and password, or ask who keeps the server to set you up with `rapporteur user new`.",
  },
  {
    code: "IDENTITY_PROVIDER",
    exit: 1,
    http: 502,
    what: "The identity provider could not be used.",
    now: "Check its address, the client's name and RAPPORTEUR_OIDC_SECRET, and that it can be reached from the server.",
  },
  {
    code: "USER_EXISTS",
    exit: 3,
    http: 409,
    what: "Somebody of that name or identity is there already.",
    now: "Change what they may do with `rapporteur user set`, or choose another name.",
  },
  {
    code: "USER_UNKNOWN",
    exit: 4,
    http: 404,
    what: "Nobody of that name is set up.",
    now: "See `rapporteur user list`.",
  },
  {
    code: "BACKUP_BAD",
    exit: 3,
    http: 422,
    what: "The backup is not whole, or not one of this kind of store.",
    now: "Use another backup; nothing was changed.",
  },
  {
    code: "RESTORE_EXISTS",
    exit: 3,
    http: 409,
    what: "There is a store already where the backup would go.",
    now: "End the server and name another place with --store, or add --replace: the old store is kept beside the new one.",
  },
  {
    code: "TOKEN_UNKNOWN",
    exit: 4,
    http: 404,
    what: "No token in force has that id.",
    now: "See `rapporteur token list`.",
  },
  {
    code: "RATE_LIMITED",
    exit: 1,
    http: 429,
    what: "Too many requests in a short time.",
    now: "Wait as many seconds as the header `retry-after` says.",
  },
  {
    code: "BODY_TOO_LARGE",
    exit: 3,
    http: 413,
    what: "The request is larger than the server takes.",
    now: "Send fewer or shorter texts at a time.",
  },
  {
    code: "JOB_UNKNOWN",
    exit: 4,
    http: 404,
    what: "There is no job of that id.",
    now: "See /api/v1/jobs; of the jobs that ended the last hundred are remembered.",
  },
  {
    code: "JOB_CANCELLED",
    exit: 1,
    http: 409,
    what: "The job was cancelled; what it had finished is kept.",
    now: "Start it again: what is done already is skipped.",
  },
  {
    code: "PORT_TAKEN",
    exit: 1,
    http: 500,
    what: "The server cannot listen at that address.",
    now: "Choose another with --port (0 takes any free one), or end the program that uses it.",
  },
  {
    code: "INTERNAL",
    exit: 1,
    http: 500,
    what: "Something unforeseen happened.",
    now: "Report it with the command and the text it was given.",
  },
] as const satisfies readonly ErrorRow[];

export type ErrorCode = (typeof errorTable)[number]["code"];

/** An error with a code of the table; `where` names file, field, line or id. */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly where: Readonly<Record<string, string | number | null>> = {},
  ) {
    super(message);
  }
}

const rows: ReadonlyMap<string, ErrorRow> = new Map(errorTable.map((r) => [r.code, r]));

/** Row of whatever was thrown: by its code where it has one of the table, else INTERNAL. */
export function errorRow(error: unknown): ErrorRow {
  const code = error instanceof Error && "code" in error ? String(error.code) : "INTERNAL";
  return rows.get(code) ?? (rows.get("INTERNAL") as ErrorRow);
}

/** The one shape in which every face tells an error. */
export interface ErrorReport {
  readonly error: {
    readonly code: string;
    readonly what: string;
    readonly detail: string;
    readonly where: Readonly<Record<string, unknown>>;
    readonly now: string;
  };
}

export function errorReport(error: unknown): ErrorReport {
  const row = errorRow(error);
  const detail = error instanceof Error ? error.message : String(error);
  const where = error instanceof Error && "where" in error ? (error.where as Record<string, unknown>) : {};
  return { error: { code: row.code, what: row.what, detail, where, now: row.now } };
}
