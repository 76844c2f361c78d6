import { UnknownRegistration } from "#components/registrations/unknown-registration";

export default function RegistrationNotFound() {
  return <UnknownRegistration />;
}
