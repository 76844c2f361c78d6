declare module "wawoff2" {
  function decompress(packed: Uint8Array): Promise<Uint8Array>;
  export default { decompress };
}
