declare module "wawoff2" {
  /** Makes a TrueType file of a WOFF2 one. */
  function decompress(packed: Uint8Array): Promise<Uint8Array>;
  export default { decompress };
}
