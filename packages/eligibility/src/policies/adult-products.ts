/** The vaccines of adults: volumes, ages, and what may follow what on which days. */
import type { CivilDate } from '@tiemchung/core'
import type { AgeWindow, Cited, OfferRule, PolicyProduct } from '../policy/format.js'
import { comirnaty30, spikevax100 } from './products.js'

export const civil = (text: string) => text as CivilDate

export const adults = { ageFrom: 'P18Y' }
const counts = { ageFrom: 'P12Y', graceDays: 0, cite: [], assumes: ['no-grace'] }

function whole(brand: string, name: string, basis: Cited, use: AgeWindow = adults): PolicyProduct {
  return {
    id: brand,
    brand,
    name: { vi: name, en: name },
    volumeMl: '0.5',
    use,
    counts,
    ...basis,
    assumes: ['adult-volume', ...(basis.assumes ?? [])],
  }
}

const decided: Cited = { cite: ['3588'] }

/** Every product of adults. Abdala is for 19 to 65 years. */
export const adultProducts: readonly PolicyProduct[] = [
  whole('astrazeneca', 'AstraZeneca', decided),
  { ...comirnaty30, use: adults, counts },
  { ...spikevax100, use: adults, counts, review: false, cite: ['3588'], assumes: ['adult-volume'] },
  whole('vero-cell', 'Vero Cell (Sinopharm)', decided),
  whole('sputnik-v', 'Sputnik V', decided),
  whole('abdala', 'Abdala', { cite: ['abdala'] }, { ageFrom: 'P19Y', ageBefore: 'P66Y' }),
  whole('hayat-vax', 'Hayat-Vax', { cite: ['hayat-vax'] }),
  whole('covaxin', 'Covaxin', { cite: ['covaxin'] }),
  whole('janssen', 'Janssen', { cite: ['10225'] }),
  whole('sputnik-light', 'Sputnik Light', { cite: ['10225'] }),
]

export const all = adultProducts.map((product) => product.id)
export const mrna = ['comirnaty-30', 'spikevax-100']
/** One dose is the whole primary course. */
export const single = ['janssen', 'sputnik-light']
/** A primary course of these has an additional dose. */
export const weaker = ['vero-cell', 'sputnik-v', 'hayat-vax']

/** Products that are offered where doses of others were counted, from a day on. */
function follows(
  give: readonly string[],
  had: readonly string[],
  atLeast: number,
  basis: Cited,
  from?: string,
): OfferRule {
  return {
    products: give,
    anyOf: [{ allOf: [{ doses: { which: 'counted', products: had, atLeast } }] }],
    ...(from === undefined ? {} : { effective: { from: civil(from) } }),
    ...basis,
  }
}

const approvedFrom = (id: string, from: string): OfferRule => ({
  products: [id],
  effective: { from: civil(from) },
  cite: [id],
})

/** The first dose: what was approved by then. */
export const firstDoses: readonly OfferRule[] = [
  {
    products: all.filter((id) => !['abdala', 'hayat-vax', 'covaxin', ...single].includes(id)),
    ...decided,
  },
  approvedFrom('abdala', '2021-09-17'),
  approvedFrom('hayat-vax', '2021-09-10'),
  approvedFrom('covaxin', '2021-11-10'),
  { products: single, cite: ['10225'] },
]

const reported = ['adult-day-reported', 'adult-mixed-interval']

/** The second dose, by the first and by the day: the same vaccine, and four changes about others. */
export const secondDoses: readonly OfferRule[] = [
  ...['astrazeneca', 'comirnaty-30', 'sputnik-v'].map((id) => follows([id], [id], 1, decided)),
  ...['spikevax-100', 'vero-cell'].map((id) => follows([id], [id], 1, { cite: ['mixed-2021-08'] })),
  ...['abdala', 'hayat-vax', 'covaxin'].map((id) => follows([id], [id], 1, { cite: [id] })),
  follows(
    ['comirnaty-30'],
    ['astrazeneca'],
    1,
    { cite: ['mixed-2021-07'], assumes: reported },
    '2021-07-22',
  ),
  ...mrna.map((id) =>
    follows(
      mrna.filter((other) => other !== id),
      [id],
      1,
      { cite: ['mixed-2021-09'], assumes: [...reported, 'adult-shortage'] },
      '2021-09-09',
    ),
  ),
  follows(
    ['spikevax-100'],
    ['astrazeneca', 'comirnaty-30'],
    1,
    { cite: ['mixed-2021-12'], assumes: reported },
    '2021-12-31',
  ),
]

/** The third dose of Abdala, and of nothing else. */
export const thirdDoses: readonly OfferRule[] = [
  follows(['abdala'], ['abdala'], 2, { cite: ['abdala'] }),
]

/** The additional dose: an mRNA vaccine, or the one of the primary course. */
export const additionalDoses = (basis: Cited): readonly OfferRule[] => [
  { products: mrna, ...basis },
  ...all
    .filter((id) => !mrna.includes(id))
    .map((id) => follows([id], [id], single.includes(id) ? 1 : id === 'abdala' ? 3 : 2, basis)),
]

/** The booster: as the additional dose; AstraZeneca after Sinopharm, and later after mRNA. */
export const boosterDoses = (basis: Cited): readonly OfferRule[] => [
  ...additionalDoses(basis).map((row) => ({
    ...row,
    assumes: [...(row.assumes ?? []), 'adult-booster-same'],
  })),
  follows(['astrazeneca'], ['vero-cell'], 2, { cite: ['booster-products'] }),
  follows(
    ['astrazeneca'],
    mrna,
    2,
    { cite: ['booster-2022-03'], assumes: ['adult-day-reported'] },
    '2022-03-31',
  ),
]
