import type { Reader } from "../reading/index.js";
import type { Store } from "../store/index.js";
import type { IsoDate } from "../text/index.js";

/** Progress of something that takes longer than a second. */
export interface Progress {
  step(done: number, total: number, what: string): void;
  end(): void;
}

/** Where a server listens, and whom it lets in. */
export interface ServeOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Demand a token although only this machine can reach it (a proxy in front). */
  readonly login?: boolean;
  /** Tell each request on stderr; default: only where tokens are demanded. */
  readonly log?: boolean;
  /** Addresses under which a proxy shows it, e.g. `https://desk.example.org`. */
  readonly origin?: readonly string[];
  /** Identity provider (OpenID Connect): its address and this server's name there; the secret is RAPPORTEUR_OIDC_SECRET. */
  readonly issuer?: string;
  readonly client?: string;
  /** Requests of one address a minute; more are refused. */
  readonly perMinute?: number;
}

/** What the world gives a use case: stores, the reader, the clock, a person to ask. Faces make one each. */
export interface Context {
  /** Opens the store once. `create` makes it where there is none; otherwise STORE_MISSING. */
  store(options?: { readonly create?: boolean }): Promise<Store>;
  /** Loads the reader when first asked. */
  reader(): Promise<Reader>;
  /** Where the store lies, for messages. */
  readonly storePath: string;
  /** Today by the clock. */
  today(): IsoDate;
  /** The moment by the clock, ISO 8601 with milliseconds, UTC. */
  now(): string;
  readonly progress: Progress;
  /** Asks a person for the publication date of a text; null where nobody is there to be asked. */
  askPublished(name: string, beginning: string): Promise<IsoDate | null>;
  /** Whether a person watches: the output is a terminal, and no build machine runs this. */
  readonly watched?: boolean;
  /** Bytes of standard input. */
  stdin(): Promise<Uint8Array>;
  /** Opens the desk and its API; only a command line can. Gives the address once it listens. Errors: AUTH_NOT_SET_UP, PORT_TAKEN. */
  serve?(options: ServeOptions): Promise<string>;
}
