import { UnknownRegistration } from "#components/people/unknown-registration";

export default function RegistrationNotFound() {
  return <UnknownRegistration />;
}
