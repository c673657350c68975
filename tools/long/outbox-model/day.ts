/** The day of the model: invented children, an authority that knows them, and a key. */
import { type DayOptions, type EnteredDose, type ListedChild, openDay } from '@tiemchung/clinic'
import type { Store } from '@tiemchung/clinic/store/memory'
import { type Clock, formatInstant, type JsonValue, SigningError } from '@tiemchung/core'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import type { IdentityVerifier } from '@tiemchung/identity'
import { covid2022SameDay } from '@tiemchung/schemas'
import { errorCatalogue, type Signer, softwareSigner } from '@tiemchung/signing'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { recordDate, recordFacility, recordNumber } from '../record.js'
import type { Payload } from './server.js'

/** How many children are on the list: few, so that much happens to each. */
export const childrenListed = 5

/** The row of a child. */
export const keyOf = (child: number): string => `row-${child % childrenListed}`

/** The list. */
export const children: readonly ListedChild[] = Array.from({ length: childrenListed }, (_, at) => {
  const { person, screening, consent } = recordNumber(at + 1)
  return { key: keyOf(at), person, doses: [], screening, consent, infection: { state: 'no' } }
})

const { facility: _, route: __, ...given } = recordNumber(0).dose

/** A dose whose lot tells the platform what to make of it. */
export const doseOf = ({ verdict, words }: Payload): EnteredDose => ({
  ...given,
  lot: `${verdict}-${words}`,
})

/** What lots say. */
export function readLot(record: JsonValue): JsonValue {
  const { dose } = record as unknown as { readonly dose: EnteredDose }
  const [verdict = '', words = ''] = dose.lot.split('-')
  return { verdict, words: Number(words) }
}

/** Staff. */
export const by = { enteredBy: 'staff-1' }

/** A day on a store, without a line to the platform: the outbox of the model sends what it queues. */
export function dayOn(store: Store, clock: Clock) {
  const options: DayOptions = {
    store,
    clock,
    facility: { code: recordFacility, canSign: true, district: '001' },
    date: recordDate,
    eligibility: definePolicySet([...covid19Children5To11]),
    completeness: covid2022SameDay.completeness,
    volumes: { 'comirnaty-10': '0.2' },
  }
  return openDay(options)
}

/** An authority by which everybody is who they are said to be. */
export function authorityAt(clock: Clock): IdentityVerifier {
  const verifier: Pick<IdentityVerifier, 'verifyMany'> = {
    verifyMany: (requests) => {
      const at = formatInstant(clock.now())
      return Promise.resolve(
        requests.map(({ id }) => ({ id, outcome: 'match', mismatched: [], at, source: 'model' })),
      )
    },
  }
  return verifier as IdentityVerifier
}

/** A signer with a key made for the run. */
export async function newSigner(): Promise<Signer> {
  const keys = await generateSigningKey('ES256')
  const validity = {
    notBefore: new Date('2022-01-01T00:00:00Z'),
    notAfter: new Date('2024-01-01T00:00:00Z'),
  }
  const subject = { commonName: 'TEST facility' }
  const { certificate } = await createAuthority({ subject, keys, validity })
  const privateKey = { key: keys.privateKey }
  return softwareSigner({ privateKey, algorithm: 'ES256', chain: [certificate] })
}

/** The same signer, while something happens; `expires`: and nobody confirms in time. */
export function signerWhile(
  signer: Signer,
  { expires, meanwhile }: { readonly expires: boolean; readonly meanwhile: () => Promise<unknown> },
): Signer {
  return {
    ...signer,
    signMany: async (data) => {
      await meanwhile()
      if (expires) throw new SigningError(errorCatalogue, 'signing.expired')
      return Promise.all(data.map((one) => signer.sign(one)))
    },
  }
}
