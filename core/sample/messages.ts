import type { z } from 'zod';
import type { directMailMessage, emailMessage } from '../model/message';

export const sampleEmail: z.input<typeof emailMessage> = {
  category: 'marketing',
  purpose: 'marketing',
  subject: '{{ profile.first_name | default: "Hello" }}, your autumn table is set',
  preheader: 'Two new teas and a place by the window.',
  from: { name: 'The Tea House', address: 'hello@teahouse.example' },
  html: `<html><body style="font-family: Georgia, serif; max-width: 560px; margin: 0 auto; padding: 24px">
<h1>Hello {{ profile.first_name | default: "there" }}</h1>
<p>You have visited us {{ enrichment.orders }} times, and we would like to see you again this autumn.</p>
<p>{% if enrichment.store_name %}Your table waits at {{ enrichment.store_name }}.{% else %}Find your nearest house online.{% endif %}</p>
<p style="font-size: 12px"><a href="https://teahouse.example/unsubscribe">Unsubscribe</a></p>
</body></html>`,
  text: 'Hello {{ profile.first_name | default: "there" }}, we would like to see you again this autumn. Unsubscribe: https://teahouse.example/unsubscribe',
  seeds: [
    {
      id: 'desk',
      label: 'Campaign desk',
      fields: {
        address: 'desk@teahouse.example',
        'profile.first_name': 'Desk',
        'enrichment.orders': '1',
        'enrichment.store_name': 'Test store',
      },
    },
  ],
};

export const samplePostcard: z.input<typeof directMailMessage> = {
  category: 'marketing',
  purpose: 'marketing',
  required: ['profile.last_name'],
  best: [{ attribute: 'spent', direction: 'descending' }],
  layout: {
    columns: [
      { label: 'name', content: '{{ profile.first_name }} {{ profile.last_name }}' },
      { label: 'street', content: '{{ profile.street }}' },
      { label: 'postcode', content: '{{ profile.postcode }}' },
      { label: 'city', content: '{{ profile.city | upcase }}' },
      { label: 'region', content: '{{ profile.region }}' },
      { label: 'country', content: '{{ profile.country }}' },
      { label: 'store', content: '{{ enrichment.store_name | default: "your nearest house" }}' },
      { label: 'code', content: '{{ enrichment.segment_code }}' },
    ],
    sort: ['country', 'postcode'],
  },
  seeds: [
    {
      id: 'archive',
      label: 'Archive copy',
      fields: {
        'profile.first_name': 'Archive',
        'profile.last_name': 'Copy',
        'profile.street': '1 Sample Road',
        'profile.postcode': '75011',
        'profile.city': 'Paris',
        'profile.country': 'FR',
        'enrichment.segment_code': 'SEED',
      },
    },
  ],
};
