/** What signing a day costs the whole country, on paper: from sizes that are measured and numbers that are given. */
import { canonicalJson } from '@tiemchung/core'
import { sealDay, signRecords } from '@tiemchung/signing'
import { dayOfRun } from './sign.js'

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

/** A country on one day. */
interface Country {
  readonly says: string
  readonly facilities: number
  readonly doses: number
}

/** 0.11 million children's doses a day is the mean of the campaign; the peak is four times as many, by assumption. */
const mean = 110_000
const peak = 4
const countries: readonly Country[] = [
  { says: 'communes of 2022, mean', facilities: 10_600, doses: mean },
  { says: 'communes of 2022, peak', facilities: 10_600, doses: mean * peak },
  { says: 'communes since 2025, mean', facilities: 3321, doses: mean },
  { says: 'communes since 2025, peak', facilities: 3321, doses: mean * peak },
]

/** Everybody signs in the last hour of work. */
const hourOfAll = 3600
/** What a remote service is taken to sign a second, by assumption. */
const serviceRate = 10

/** A row of the table. */
export interface LoadRow {
  readonly says: string
  readonly how: 'a signature a record' | 'a seal a facility'
  readonly keyOperations: number
  /** At the provider, when everybody signs in one hour. */
  readonly perSecond: number
  /** How long a service that makes ten signatures a second is at it. */
  readonly hours: number
  readonly megabytes: number
}

/** The octets of one facility's day. */
export async function sizesOfRun(): Promise<Sizes> {
  const { records, signer, day, at } = await dayOfRun()
  const { seal, proofs } = await sealDay(day, signer, { at })
  const { signed } = await signRecords(records.slice(0, 1), signer, { at })
  const octets = (value: unknown) => Buffer.byteLength(canonicalJson(value), 'utf8')
  const proofsTogether = proofs.reduce((sum, proof) => sum + octets(proof), 0)
  return {
    records: records.length,
    record: octets(records[0]),
    signed: octets(signed[0]),
    seal: octets(seal),
    proof: Math.round(proofsTogether / proofs.length),
  }
}

const tenths = (value: number) => Math.round(value * 10) / 10

function rowOf(
  { says }: Country,
  how: LoadRow['how'],
  keyOperations: number,
  octets: number,
): LoadRow {
  return {
    says,
    how,
    keyOperations,
    perSecond: tenths(keyOperations / hourOfAll),
    hours: tenths(keyOperations / serviceRate / 3600),
    megabytes: Math.round(octets / 1_000_000),
  }
}

/** The table: each country with a signature a record, and with a seal a facility that is sent once. */
export function nationalLoad(sizes: Sizes): readonly LoadRow[] {
  return countries.flatMap((country) => {
    const { doses, facilities } = country
    const sealed = doses * (sizes.record + sizes.proof) + facilities * sizes.seal
    return [
      rowOf(country, 'a signature a record', doses, doses * sizes.signed),
      rowOf(country, 'a seal a facility', facilities, sealed),
    ]
  })
}

/** The table in lines. */
export function loadLines(rows: readonly LoadRow[]): readonly string[] {
  return rows.map(
    ({ says, how, keyOperations, perSecond, hours, megabytes }) =>
      `${says.padEnd(26)} ${how.padEnd(21)} ${String(keyOperations).padStart(7)} signatures, ${perSecond}/s in one hour, ${hours} h at ${serviceRate}/s, ${megabytes} MB`,
  )
}
