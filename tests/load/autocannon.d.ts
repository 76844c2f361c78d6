/** What the bench uses of a package that describes itself nowhere. */
declare module "autocannon" {
  type Result = {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    errors: number;
    non2xx: number;
  };
  export default function autocannon(options: { url: string; connections: number; duration: number }): Promise<Result>;
}
