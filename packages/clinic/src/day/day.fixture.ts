/** A facility's day with invented people and a platform that answers by a function. */
import {
  type FetchLike,
  fixedClock,
  parseCivilDate,
  parsePartialDate,
  toHex,
  utf8,
} from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { createHttp } from '@tiemchung/http'
import type { IdentityVerifier } from '@tiemchung/identity'
import { covid2022SameDay } from '@tiemchung/schemas'
import { type Signer, softwareSigner } from '@tiemchung/signing'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { memoryStore } from '../store/memory.js'
import type { Change, Store } from '../store/store.js'
import type { ListedChild } from './child.js'
import type { VerificationContext } from './terms.js'
import type { DayOptions } from './day-options.js'
import type { EnteredDose } from './enter-dose.js'
import { openDay } from './open-day.js'

const date = parseCivilDate('2022-05-20')
const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}

/** A signer with a key made for the test. */
export async function testSigner(): Promise<Signer> {
  const keys = await generateSigningKey('ES256')
  const subject = { commonName: 'TEST facility', country: 'VN' }
  const authority = await createAuthority({ subject, keys, validity })
  const privateKey = { key: keys.privateKey }
  return softwareSigner({ privateKey, algorithm: 'ES256', chain: [authority.certificate] })
}

const address = { province: '22', commune: '06790', asOf: date } as const

/** An eligible child; `index` makes it another one. */
export function listedChild(index = 0, change: Partial<ListedChild> = {}): ListedChild {
  const number = `0013140000${String(index).padStart(2, '0')}`
  return {
    key: `row-${index}`,
    person: {
      fullName: `Nguyễn Thị Mẫu ${'ABCDEFGH'[index] ?? 'Z'}`,
      birthDate: parsePartialDate('2014-09-02'),
      sex: 'female',
      nationality: 'VN',
      identityDocument: { kind: 'personal-number', number },
      guardian: { fullName: 'Nguyễn Văn Mẫu', phone: '+84900000001', relationship: 'father' },
      permanentResidence: address,
      currentResidence: address,
    },
    doses: [],
    consent: { state: 'agreed', by: 'father', date },
    screening: {
      anaphylaxisToVaccine: 'no',
      acuteOrProgressingDisease: 'no',
      anyAllergy: 'no',
      consciousnessOrBehaviourDisorder: 'no',
      congenitalOrChronicDisease: 'no',
      abnormalHeartOrLungSounds: 'no',
      anaphylaxisGrade3: 'no',
      otherContraindication: 'no',
    },
    infection: { state: 'no' },
    ...change,
  }
}

/** A dose as it is entered. */
export const dose: EnteredDose = {
  number: 1,
  date,
  product: 'comirnaty-10',
  lot: 'FT0520',
  volumeMl: '0.2',
  site: 'left-arm',
  vaccinator: 'nurse-1',
  givenAt: '2022-05-20T02:00:00Z',
  observedUntil: '2022-05-20T02:30:00Z',
}

export const by = { enteredBy: 'staff-1' }
export const context: VerificationContext = {
  officer: 'staff-1',
  consentOf: () => ({ form: 'paper', reference: 'P-1', at: '2022-05-20T00:30:00Z', by: 'father' }),
}

/** An authority that answers everything alike, after whatever happens meanwhile. */
export function authority(
  outcome: 'match' | 'mismatch' = 'match',
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
) {
  const asked: string[] = []
  const verifier: Pick<IdentityVerifier, 'verifyMany'> = {
    verifyMany: async (requests) => {
      await meanwhile()
      asked.push(...requests.map((one) => one.number))
      const at = '2022-05-20T01:00:00Z'
      return requests.map(({ id }) => ({ id, outcome, mismatched: [], at, source: 'test' }))
    },
  }
  return { asked, verifier: verifier as IdentityVerifier }
}

/** What a day on this store stands on, with a platform behind `fetch`. */
export function optionsOf(
  store: Store,
  fetch: FetchLike = () => Promise.reject(new Error('down')),
) {
  const clock = fixedClock(new Date('2022-05-20T03:00:00Z'))
  return {
    store,
    facility: { code: '01234', canSign: true, district: '193' },
    date,
    eligibility: definePolicySet([...covid19Children5To11]),
    completeness: covid2022SameDay.completeness,
    volumes: { 'comirnaty-10': '0.2' },
    http: createHttp({ baseUrl: 'https://platform.example.vn', fetch, clock }),
    clock,
  } satisfies DayOptions
}

/** A day on a store that remembers its batches, and what reached the platform. */
export function testDay(kept: Store = memoryStore()) {
  const batches: (readonly Change[])[] = []
  const received: { readonly path: string; readonly key: string }[] = []
  const store: Store = {
    ...kept,
    write: (changes, expected) => {
      batches.push(changes)
      return kept.write(changes, expected)
    },
  }
  const fetch = async (request: Request) => {
    const path = new URL(request.url).pathname
    received.push({ path, key: request.headers.get('idempotency-key') ?? '' })
    const recordId = path.split('/').at(-1)
    const { jws, record } = (await request.json()) as { jws?: string; record?: string }
    const hash = toHex(await systemCrypto.digest('SHA-256', utf8(jws ?? record ?? '')))
    const receivedAt = '2022-05-20T09:00:00Z'
    return Response.json({ recordId, serverId: recordId, receivedAt, hash })
  }
  return { batches, day: openDay(optionsOf(store, fetch)), received, store }
}

/** A day with so many children whose doses are entered and whose identities match. */
export async function readyDay(children = 1) {
  const test = testDay()
  const { day } = test
  await day.list(Array.from({ length: children }, (_, index) => listedChild(index)))
  await day.assess()
  await day.verifyIdentities(authority().verifier, context)
  for (let index = 0; index < children; index += 1) await day.enter(`row-${index}`, dose, by)
  return test
}
