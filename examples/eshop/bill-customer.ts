// Bills the customer for a held order. A declined card fails with an error of its own name.

import type { HeldOrder } from "./check-and-hold-product";

export interface BilledOrder extends HeldOrder {
  payment: { id: string; amount: number; currency: string };
}

const unitPrices: Record<string, number> = { "green-tea": 7, "black-tea": 6, teapot: 49 };

// The state machine tells failures apart by this name: `ErrorEquals: [CardDeclined]`.
class CardDeclined extends Error {
  override name = "CardDeclined";
}

export const handler = async (order: HeldOrder): Promise<BilledOrder> => {
  if (order.card === "declined") {
    throw new CardDeclined(`the card of order ${order.orderId} was declined`);
  }
  const amount = (unitPrices[order.product] ?? 0) * order.hold.quantity;
  const payment = { id: `payment-${order.orderId}`, amount, currency: "EUR" };
  return { ...order, payment, steps: [...order.steps, "bill-customer"] };
};
