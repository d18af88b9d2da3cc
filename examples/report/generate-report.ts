// The program of the batch job: adds up the sales of a day and prints the report as CSV.

interface Sale {
  product: string;
  quantity: number;
  unitPrice: number;
}

const sales: Sale[] = [
  { product: "green-tea", quantity: 12, unitPrice: 7 },
  { product: "black-tea", quantity: 3, unitPrice: 6 },
  { product: "green-tea", quantity: 5, unitPrice: 7 },
];

const revenue = new Map<string, number>();
for (const { product, quantity, unitPrice } of sales) {
  revenue.set(product, (revenue.get(product) ?? 0) + quantity * unitPrice);
}

console.log("product,revenue");
for (const [product, amount] of [...revenue].sort()) {
  console.log(`${product},${amount}`);
}
