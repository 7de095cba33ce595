import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Configuration } from "openid-client";
import { AppError } from "../app/index.js";

/** OpenID Connect 1.0, authorization code with PKCE (RFC 7636). */
export interface OidcOptions {
  /** The provider's address. */
  readonly issuer: string;
  /** This server's name there, and its secret. */
  readonly client: string;
  readonly secret: string;
  /** Where the provider sends people back to: `ORIGIN/oidc/back`. */
  readonly back: string;
  /** Allow a provider without TLS: on this machine only. */
  readonly insecure?: boolean;
}

/** What a browser carries while it is at the provider. */
interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const ERRAND_MS = 10 * 60_000;

export interface Oidc {
  /** Address to send a browser to, and the sealed errand that goes into its cookie. Errors: IDENTITY_PROVIDER */
  begin(): Promise<{ readonly to: string; readonly errand: string }>;
  /** Whom the provider vouches for: subject, and address where it is verified. Errors: AUTH_FAILED, IDENTITY_PROVIDER */
  end(url: URL, errand: string): Promise<readonly string[]>;
}

/** The provider is asked about itself when somebody first signs in, and again where that failed. */
export function oidc(options: OidcOptions): Oidc {
  const key = randomBytes(32);
  const seal = (body: string): string => createHmac("sha256", key).update(body).digest("base64url");
  let found: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    found ??= discover(options).catch((error: unknown) => {
      found = null;
      throw new AppError("IDENTITY_PROVIDER", messageOf(error), { issuer: options.issuer });
    });
    return found;
  };
  const open = (sealed: string): Errand => {
    const [body = "", mark = ""] = sealed.split(".");
    const right = Buffer.from(seal(body));
    const given = Buffer.from(mark);
    if (right.length === given.length && timingSafeEqual(right, given)) {
      const errand = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Errand;
      if (errand.until > Date.now()) return errand;
    }
    throw new AppError("AUTH_FAILED", "This browser did not begin to sign in here, or too long ago.", {});
  };
  return {
    async begin() {
      const client = await import("openid-client");
      const config = await configuration();
      const verifier = client.randomPKCECodeVerifier();
      const errand: Errand = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier,
        until: Date.now() + ERRAND_MS,
      };
      const to = client.buildAuthorizationUrl(config, {
        redirect_uri: options.back,
        scope: "openid email",
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      const body = Buffer.from(JSON.stringify(errand)).toString("base64url");
      return { to: to.href, errand: `${body}.${seal(body)}` };
    },
    async end(url, sealed) {
      const errand = open(sealed);
      const client = await import("openid-client");
      const config = await configuration();
      try {
        const tokens = await client.authorizationCodeGrant(config, url, {
          expectedState: errand.state,
          expectedNonce: errand.nonce,
          pkceCodeVerifier: errand.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error("The provider sent no identity.");
        // An address that the provider has not verified could be anybody's.
        const { sub, email, email_verified: verified } = claims;
        return verified === true && typeof email === "string" ? [sub, email] : [sub];
      } catch (error) {
        throw new AppError("AUTH_FAILED", messageOf(error), {});
      }
    },
  };
}

async function discover({ issuer, client: id, secret, insecure }: OidcOptions): Promise<Configuration> {
  const client = await import("openid-client");
  const relaxed = insecure === true ? { execute: [client.allowInsecureRequests] } : undefined;
  return client.discovery(new URL(issuer), id, undefined, client.ClientSecretPost(secret), relaxed);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
