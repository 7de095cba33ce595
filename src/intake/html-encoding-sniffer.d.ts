declare module "html-encoding-sniffer" {
  /** Encoding of an HTML page's bytes by the WHATWG sniffing algorithm. */
  export default function sniff(bytes: Uint8Array, options?: { defaultEncoding?: string }): string;
}
