export function App() {
  return <h1>范式</h1>;
}
