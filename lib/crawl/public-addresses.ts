import { BlockList } from "node:net";

/** IANA’s special-purpose registries (RFC 6890), what is not allocated, and what clouds answer to their own machines. */
const V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Those that hold an IPv4 address (NAT64, 6to4, Teredo, translated) are closed whole; mapped ones follow the list above. */
const V6 = [
  "::/96",
  "::ffff:0:0:0/96",
  "64:ff9b::/32",
  "100::/8",
  "200::/7",
  "400::/6",
  "800::/5",
  "1000::/4",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "4000::/2",
  "8000::/1",
];
const LOOPBACK_V4 = "127.0.0.0/8";

function blocked(v4: readonly string[], v6: readonly string[]): BlockList {
  const list = new BlockList();
  const add = (family: "ipv4" | "ipv6") => (subnet: string) => {
    const [network = "", prefix] = subnet.split("/");
    list.addSubnet(network, Number(prefix), family);
  };
  v4.forEach(add("ipv4"));
  v6.forEach(add("ipv6"));
  return list;
}

/** Where the portal never connects to on somebody’s word, however the address is spelt. */
export const NOT_PUBLIC = blocked([...V4, LOOPBACK_V4], V6);

/** The same without loopback, for tests. */
export const NOT_PUBLIC_NOR_LOCAL = blocked(V4, V6);
