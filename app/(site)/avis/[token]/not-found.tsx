import { UnknownSurvey } from "#components/surveys/unknown-survey";

export default function SurveyNotFound() {
  return <UnknownSurvey />;
}
