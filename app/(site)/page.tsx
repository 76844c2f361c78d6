export default function HomePage() {
  return <main>Portail</main>;
}
