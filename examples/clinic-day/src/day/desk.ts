/** The station and the outpost: a day each, on a store of its own. */
import { join } from 'node:path'
import { type Clock, parseCivilDate, systemClock } from '@tiemchung/core'
import { type Day, openDay } from '@tiemchung/clinic'
import { fileStore, type Store } from '@tiemchung/clinic/store/file'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'
import type { Http } from '@tiemchung/http'
import { completenessPolicy1815 } from '@tiemchung/schemas'
import { defaultBackoff } from '@tiemchung/clinic'

/** The policies of the day: the younger ones, and those to whom a child of twelve is handed over. */
export const policies = definePolicySet([...covid19Children5To11, ...covid19Adolescents12To17])

/** Millilitres by product, as the policies set them. */
export const volumes: Readonly<Record<string, string>> = Object.fromEntries(
  policies.policies.flatMap((policy) =>
    policy.products.map((product) => [product.id, product.volumeMl]),
  ),
)

/** A clock that runs on from an instant. */
export function runningFrom(at: Date): Clock {
  const ahead = at.getTime() - systemClock.now().getTime()
  return { now: () => new Date(systemClock.now().getTime() + ahead) }
}

/** An open day and the store that it is on. */
export interface OpenDesk {
  readonly day: Day
  readonly store: Store
}

/** Opens a facility's day; the same folder is the same day. */
export async function openDesk(options: {
  readonly out: string
  readonly facility: { readonly code: string; readonly canSign: boolean }
  readonly date: string
  readonly at: Date
  readonly http: Http
}): Promise<OpenDesk> {
  const { facility } = options
  const store = await fileStore(join(options.out, 'stores', facility.code))
  const day = openDay({
    store,
    facility: { code: facility.code, canSign: facility.canSign, district: '001' },
    date: parseCivilDate(options.date),
    eligibility: policies,
    completeness: completenessPolicy1815,
    volumes,
    http: options.http,
    clock: runningFrom(options.at),
    backoff: { ...defaultBackoff, firstMs: 50, longestMs: 800 },
  })
  return { day, store }
}
