// Checks that the product is in stock and holds the ordered quantity for the customer.

export interface Order {
  orderId: string;
  product: string;
  quantity: number;
  card: string;
}

export interface HeldOrder extends Order {
  hold: { id: string; product: string; quantity: number };
  steps: string[];
}

const stock: Record<string, number> = { "green-tea": 12, "black-tea": 3, teapot: 1 };

// The state machine tells failures apart by this name.
class OutOfStock extends Error {
  override name = "OutOfStock";
}

export const handler = async (order: Order): Promise<HeldOrder> => {
  const inStock = stock[order.product] ?? 0;
  if (order.quantity > inStock) {
    throw new OutOfStock(`${inStock} of ${order.product} in stock, ${order.quantity} ordered`);
  }
  const hold = { id: `hold-${order.orderId}`, product: order.product, quantity: order.quantity };
  return { ...order, hold, steps: ["check-and-hold-product"] };
};
