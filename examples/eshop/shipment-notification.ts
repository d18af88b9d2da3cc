// Tells the warehouse to ship a paid order, and the customer that it is on its way.

import type { BilledOrder } from "./bill-customer";

export interface ShippedOrder extends BilledOrder {
  notification: string;
}

export const handler = async (order: BilledOrder): Promise<ShippedOrder> => {
  const { quantity, product } = order.hold;
  const notification = `Order ${order.orderId}: ${quantity} x ${product}, ${order.payment.amount} ${order.payment.currency} paid`;
  console.log(notification);
  return { ...order, notification, steps: [...order.steps, "shipment-notification"] };
};
