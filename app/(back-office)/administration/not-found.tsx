import { Missing } from "#components/back-office/missing";

export default function NotFound() {
  return <Missing />;
}
