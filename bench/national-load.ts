/** What signing a day costs the whole country, on paper: from sizes that are measured and numbers that are given. */

/** Octets of what is moved, measured on one facility's day. */
export interface Sizes {
  /** Records under the seal. */
  readonly records: number
  readonly record: number
  readonly signed: number
  readonly seal: number
  /** The mean of a day of so many records. */
  readonly proof: number
}

/** What the sum takes as given. */
export interface LoadTerms {
  /** Communes by when they were so many; each is one facility. */
  readonly communes: Readonly<Record<Era, number>>
  /** Children's doses a day, the mean. */
  readonly dosesADay: number
  /** How many times the mean a day at the peak has. */
  readonly peak: number
  /** Hours within which everybody signs. */
  readonly hours: number
  /** Signatures that a remote service makes a second. */
  readonly serviceRate: number
}

/** Before and after communes were merged. */
export type Era = '2022' | 'since-2025'

/**
 * The campaign of 2022. Given: the communes, and 0.11 million children's doses a day as its mean. Assumed: the peak, the
 * hour in which everybody signs, the rate of the service.
 */
export const campaign2022: LoadTerms = {
  communes: { '2022': 10_600, 'since-2025': 3321 },
  dosesADay: 110_000,
  peak: 4,
  hours: 1,
  serviceRate: 10,
}

/** A row of the table. */
export interface LoadRow {
  readonly era: Era
  readonly load: 'mean' | 'peak'
  readonly how: 'record' | 'seal'
  readonly keyOperations: number
  /** At the provider, when everybody signs within the hours that are given. */
  readonly perSecond: number
  /** How long the service is at it. */
  readonly hours: number
  readonly megabytes: number
}

const eras: readonly Era[] = ['2022', 'since-2025']
const loads = ['mean', 'peak'] as const
const tenths = (value: number) => Math.round(value * 10) / 10

/**
 * The table: each country with a signature a record, and with a seal a facility that is sent once. A facility that gave
 * nothing signs nothing, so there are never more seals than doses.
 */
export function nationalLoad(sizes: Sizes, terms: LoadTerms): readonly LoadRow[] {
  const { communes, dosesADay, peak, hours, serviceRate } = terms
  return eras.flatMap((era) =>
    loads.flatMap((load): readonly LoadRow[] => {
      const doses = load === 'mean' ? dosesADay : dosesADay * peak
      const seals = Math.min(communes[era], doses)
      const row = (how: LoadRow['how'], keyOperations: number, octets: number): LoadRow => ({
        era,
        load,
        how,
        keyOperations,
        perSecond: tenths(keyOperations / (hours * 3600)),
        hours: tenths(keyOperations / serviceRate / 3600),
        megabytes: Math.round(octets / 1_000_000),
      })
      const sealed = doses * (sizes.record + sizes.proof) + seals * sizes.seal
      return [row('record', doses, doses * sizes.signed), row('seal', seals, sealed)]
    }),
  )
}
