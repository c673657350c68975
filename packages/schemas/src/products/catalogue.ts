/** One vaccine, by brand and strength: names and codes only; ages and volumes are the policies'. */
export interface Product {
  readonly id: string
  readonly brand: string
  readonly name: string
  /** Names that clinics write, beside the product's own. */
  readonly namesInUse: readonly string[]
  /** EU value sets: product (`mp`), marketing authorisation holder (`ma`), prophylaxis (`vp`). */
  readonly eu: { readonly mp: string; readonly ma: string; readonly vp: string } | null
  /** CVX code of the CDC; null where no code is known for certain. */
  readonly cvx: string | null
  /** WHO ATC code. */
  readonly atc: string
  /** One of the eight of Decision 5772/QĐ-BYT, for which a health certificate is issued. */
  readonly of5772: boolean
}

const mrna = '1119349007'
const vector = '29061000087103'
const inactivated = '1157024006'
const generic = '28531000087107'

const comirnaty = { mp: 'EU/1/20/1528', ma: 'ORG-100030215', vp: mrna }
const spikevax = { mp: 'EU/1/20/1507', ma: 'ORG-100031184', vp: mrna }

/**
 * COVID-19 vaccines used in Viet Nam. EU codes as in the value sets of ehn-dcc-development; the eight
 * of Decision 5772/QĐ-BYT as the press reported them.
 */
export const products: readonly Product[] = [
  {
    id: 'comirnaty-10',
    brand: 'comirnaty',
    name: 'Comirnaty 10 µg',
    namesInUse: [
      'Pfizer',
      'Comirnaty',
      'Pfizer-BioNTech',
      'Pfizer trẻ em',
      'Comirnaty trẻ em',
      'Pfizer 5-11 tuổi',
      'Pfizer 5-11',
      'Pfizer nắp cam',
      'Vắc xin Pfizer trẻ em',
      'Comirnaty 10',
    ],
    eu: comirnaty,
    cvx: '218',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'comirnaty-30',
    brand: 'comirnaty',
    name: 'Comirnaty 30 µg',
    namesInUse: [
      'Pfizer',
      'Comirnaty',
      'Pfizer-BioNTech',
      'Pfizer người lớn',
      'Pfizer nắp tím',
      'Pfizer 12+',
      'Comirnaty 30',
    ],
    eu: comirnaty,
    cvx: '208',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'spikevax-50',
    brand: 'spikevax',
    name: 'Spikevax 50 µg',
    namesInUse: [
      'Moderna',
      'Spikevax',
      'Moderna trẻ em',
      'Spikevax trẻ em',
      'Moderna 6-11 tuổi',
      'Moderna 6-11',
      'Vắc xin Moderna trẻ em',
      'Spikevax 50',
    ],
    eu: spikevax,
    cvx: '207',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'spikevax-100',
    brand: 'spikevax',
    name: 'Spikevax 100 µg',
    namesInUse: ['Moderna', 'Spikevax', 'Moderna người lớn', 'Spikevax 100'],
    eu: spikevax,
    cvx: '207',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'astrazeneca',
    brand: 'astrazeneca',
    name: 'Vaxzevria',
    namesInUse: [
      'AstraZeneca',
      'Astra Zeneca',
      'AZD1222',
      'COVID-19 Vaccine AstraZeneca',
      'Vắc xin AstraZeneca',
    ],
    eu: { mp: 'EU/1/21/1529', ma: 'ORG-100001699', vp: vector },
    cvx: '210',
    atc: 'J07BN02',
    of5772: true,
  },
  {
    id: 'janssen',
    brand: 'janssen',
    name: 'Jcovden',
    namesInUse: ['Janssen', 'Johnson & Johnson', 'COVID-19 Vaccine Janssen'],
    eu: { mp: 'EU/1/20/1525', ma: 'ORG-100001417', vp: vector },
    cvx: '212',
    atc: 'J07BN02',
    of5772: true,
  },
  {
    id: 'sputnik-v',
    brand: 'sputnik-v',
    name: 'Sputnik V',
    namesInUse: ['Gam-COVID-Vac', 'Sputnik-V', 'Vắc xin Sputnik V'],
    eu: { mp: 'Sputnik-V', ma: 'Gamaleya-Research-Institute', vp: vector },
    cvx: '505',
    atc: 'J07BN02',
    of5772: true,
  },
  {
    id: 'sputnik-light',
    brand: 'sputnik-light',
    name: 'Sputnik Light',
    namesInUse: ['Sputnik-Light'],
    eu: { mp: 'Sputnik-Light', ma: 'Gamaleya-Research-Institute', vp: vector },
    cvx: '504',
    atc: 'J07BN02',
    of5772: false,
  },
  {
    id: 'vero-cell',
    brand: 'vero-cell',
    name: 'Vero Cell (Sinopharm)',
    namesInUse: ['Vero Cell', 'Vero-Cell', 'VeroCell', 'Sinopharm', 'BBIBP-CorV'],
    eu: { mp: 'BBIBP-CorV', ma: 'ORG-100020693', vp: inactivated },
    cvx: '510',
    atc: 'J07BN03',
    of5772: true,
  },
  {
    id: 'hayat-vax',
    brand: 'hayat-vax',
    name: 'Hayat-Vax',
    namesInUse: ['Hayat Vax', 'HayatVax'],
    eu: { mp: 'Hayat-Vax', ma: 'ORG-100023050', vp: inactivated },
    cvx: null,
    atc: 'J07BN03',
    of5772: true,
  },
  {
    id: 'abdala',
    brand: 'abdala',
    name: 'Abdala',
    namesInUse: ['CIGB-66', 'Vắc xin Abdala'],
    eu: { mp: 'Abdala', ma: 'CIGB', vp: generic },
    cvx: null,
    atc: 'J07BN04',
    of5772: true,
  },
  {
    id: 'covaxin',
    brand: 'covaxin',
    name: 'Covaxin',
    namesInUse: ['BBV152'],
    eu: { mp: 'Covaxin', ma: 'Bharat-Biotech', vp: inactivated },
    cvx: '502',
    atc: 'J07BN03',
    of5772: false,
  },
]

/** An EU code that old certificates carry and that nobody issues any more. */
export interface DeprecatedCode {
  readonly field: 'mp' | 'vp'
  readonly code: string
  /** What is written in its place today; null where there is no one code. */
  readonly replacedBy: string | null
}

/** The deprecated codes that certificates of Viet Nam may carry: read them, never write them. */
export const deprecatedCodes: readonly DeprecatedCode[] = [
  { field: 'mp', code: 'Inactivated-SARS-CoV-2-Vero-Cell', replacedBy: null },
  { field: 'vp', code: 'J07BX03', replacedBy: generic },
]
