/** One vaccine, by brand and strength: names and codes only; ages and volumes are the policies'. */
export interface Product {
  readonly id: string
  readonly brand: string
  readonly name: string
  /** Names that clinics write, beside the product's own. */
  readonly namesInUse: readonly string[]
  /** EU value sets 2.12.0: product, marketing authorisation holder, prophylaxis. */
  readonly eu: { readonly mp: string; readonly ma: string; readonly vp: string } | null
  readonly cvx: string | null
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

/** COVID-19 vaccines used in Viet Nam. */
export const products: readonly Product[] = [
  {
    id: 'comirnaty-10',
    brand: 'comirnaty',
    name: 'Comirnaty 10 µg',
    namesInUse: ['Pfizer 5-11', 'Pfizer trẻ em', 'Comirnaty trẻ em'],
    eu: comirnaty,
    cvx: '218',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'comirnaty-30',
    brand: 'comirnaty',
    name: 'Comirnaty 30 µg',
    namesInUse: ['Pfizer', 'Comirnaty', 'Pfizer-BioNTech', 'COVID-19 Vaccine Pfizer'],
    eu: comirnaty,
    cvx: '208',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'spikevax-50',
    brand: 'spikevax',
    name: 'Spikevax 50 µg',
    namesInUse: ['Moderna 6-11', 'Moderna trẻ em', 'Moderna 0,25 ml'],
    eu: spikevax,
    cvx: '207',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'spikevax-100',
    brand: 'spikevax',
    name: 'Spikevax 100 µg',
    namesInUse: ['Moderna', 'Spikevax', 'COVID-19 Vaccine Moderna'],
    eu: spikevax,
    cvx: '207',
    atc: 'J07BN01',
    of5772: true,
  },
  {
    id: 'astrazeneca',
    brand: 'astrazeneca',
    name: 'Vaxzevria',
    namesInUse: ['AstraZeneca', 'COVID-19 Vaccine AstraZeneca', 'AZD1222'],
    eu: { mp: 'EU/1/21/1529', ma: 'ORG-100001699', vp: vector },
    cvx: '210',
    atc: 'J07BN02',
    of5772: true,
  },
  {
    id: 'janssen',
    brand: 'janssen',
    name: 'Jcovden',
    namesInUse: ['Janssen', 'Johnson & Johnson'],
    eu: { mp: 'EU/1/20/1525', ma: 'ORG-100001417', vp: vector },
    cvx: '212',
    atc: 'J07BN02',
    of5772: true,
  },
  {
    id: 'sputnik-v',
    brand: 'sputnik-v',
    name: 'Sputnik V',
    namesInUse: ['SPUTNIK V', 'Gam-COVID-Vac'],
    eu: { mp: 'Sputnik-V', ma: 'Gamaleya-Research-Institute', vp: vector },
    cvx: '505',
    atc: 'J07BN02',
    of5772: true,
  },
  {
    id: 'sputnik-light',
    brand: 'sputnik-light',
    name: 'Sputnik Light',
    namesInUse: [],
    eu: { mp: 'Sputnik-Light', ma: 'Gamaleya-Research-Institute', vp: vector },
    cvx: '504',
    atc: 'J07BN02',
    of5772: false,
  },
  {
    id: 'vero-cell',
    brand: 'vero-cell',
    name: 'Vero Cell (Sinopharm)',
    namesInUse: ['Vero Cell', 'Sinopharm', 'BBIBP-CorV'],
    eu: { mp: 'BBIBP-CorV', ma: 'ORG-100020693', vp: inactivated },
    cvx: '510',
    atc: 'J07BN03',
    of5772: true,
  },
  {
    id: 'hayat-vax',
    brand: 'hayat-vax',
    name: 'Hayat-Vax',
    namesInUse: ['Hayat Vax'],
    eu: { mp: 'Hayat-Vax', ma: 'ORG-100023050', vp: inactivated },
    cvx: null,
    atc: 'J07BN03',
    of5772: true,
  },
  {
    id: 'abdala',
    brand: 'abdala',
    name: 'Abdala',
    namesInUse: ['CIGB-66'],
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

/** Products that old data names and that nobody may issue for any more. */
export const deprecatedEuProducts: readonly string[] = ['Inactivated-SARS-CoV-2-Vero-Cell']
