import type { Link } from '../model/entity';

const many = (from: string, name: string, to: string, reverse: string, column: string, target = column): Link => ({
  name,
  reverse,
  from,
  to,
  on: [{ from: column, to: target }],
  cardinality: 'N-1',
});

export const sampleLinks: readonly Link[] = [
  many('customers', 'household', 'households', 'members', 'household_id'),
  many('customers', 'store', 'stores', 'customers', 'store_id'),
  many('orders', 'customer', 'customers', 'orders', 'customer_id'),
  many('orders', 'store', 'stores', 'orders', 'store_id'),
  many('order_lines', 'order', 'orders', 'lines', 'order_id'),
  many('order_lines', 'product', 'products', 'lines', 'product_id'),
  many('bookings', 'customer', 'customers', 'bookings', 'customer_id'),
  many('consents', 'customer', 'customers', 'consents', 'customer_id'),
  many('contacts', 'customer', 'customers', 'contacts', 'customer_id'),
];
