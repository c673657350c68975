/** The products of the campaign, by brand and strength. */
import type { PolicyProduct } from '../policy/format.js'

/** From an age up to 18, whatever the strength. */
const countsFrom = (ageFrom: string) => ({
  ageFrom,
  ageBefore: 'P18Y',
  graceDays: 0,
  cite: [],
  assumes: ['other-strength-counts', 'no-grace'],
})

/** The products, brand and strength, without the ages at which a policy plans them. */
export const comirnaty10 = {
  id: 'comirnaty-10',
  brand: 'comirnaty',
  name: { vi: 'Comirnaty (Pfizer) 10 µg', en: 'Comirnaty (Pfizer) 10 µg' },
  cvx: '218',
  doseMcg: 10,
  volumeMl: '0.2',
  use: null,
  counts: countsFrom('P5Y'),
  cite: ['457'],
} satisfies PolicyProduct

export const comirnaty30 = {
  id: 'comirnaty-30',
  brand: 'comirnaty',
  name: { vi: 'Comirnaty (Pfizer) 30 µg', en: 'Comirnaty (Pfizer) 30 µg' },
  doseMcg: 30,
  volumeMl: '0.3',
  use: null,
  counts: countsFrom('P5Y'),
  cite: ['457'],
} satisfies PolicyProduct

export const spikevax50 = {
  id: 'spikevax-50',
  brand: 'spikevax',
  name: { vi: 'Spikevax (Moderna) 50 µg', en: 'Spikevax (Moderna) 50 µg' },
  cvx: '207',
  doseMcg: 50,
  volumeMl: '0.25',
  use: null,
  counts: countsFrom('P6Y'),
  cite: ['moderna-6'],
} satisfies PolicyProduct

export const spikevax100 = {
  id: 'spikevax-100',
  brand: 'spikevax',
  name: { vi: 'Spikevax (Moderna) 100 µg', en: 'Spikevax (Moderna) 100 µg' },
  cvx: '207',
  doseMcg: 100,
  volumeMl: '0.5',
  use: null,
  counts: countsFrom('P6Y'),
  review: true,
  cite: [],
  assumes: ['adolescent-spikevax'],
} satisfies PolicyProduct
