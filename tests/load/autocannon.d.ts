/** What the bench uses of a package that describes itself nowhere. */
declare module "autocannon" {
  type Result = {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    errors: number;
    non2xx: number;
  };
  type Options = {
    url: string;
    connections: number;
    duration?: number;
    /** Of requests, in place of a duration. */
    amount?: number;
    requests?: { path: string; headers: Record<string, string> }[];
  };
  export default function autocannon(options: Options): Promise<Result>;
}
