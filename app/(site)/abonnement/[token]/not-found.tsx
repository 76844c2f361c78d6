import { UnknownDigest } from "#components/people/digest-screens";

export default function DigestNotFound() {
  return <UnknownDigest />;
}
