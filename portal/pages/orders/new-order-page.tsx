export function NewOrderPage() {
  return <p>x</p>;
}
