import { canonicalBytes, HttpError, toHex } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import type { Http } from '@tiemchung/http'
import { sharingReceiptSchema } from '@tiemchung/schemas/wire'
import { sharingErrors } from '../../errors/sharing-errors.js'
import type { DoseSharing } from './dose-sharing.js'

/** What the adapter stands on. */
export interface PlatformDoseSharingOptions {
  readonly http: Http
  readonly crypto?: CryptoProvider
}

/**
 * The adapter to the platform of our OpenAPI, `PUT /v1/register/doses/{id}`. Not tried against the
 * population database, for lack of a public contract.
 *
 * The acknowledgement is compared with what was sent: by its id, and by the hash of the dose.
 *
 * @throws HttpError what `@tiemchung/http` throws, and `identity.sharing.foreign-receipt`
 * @example
 * ```ts
 * import { createHttp } from '@tiemchung/http'
 * import { platformDoseSharing, sharedDoseOf } from '@tiemchung/identity'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * declare const record: DoseRecord
 * const http = createHttp({ baseUrl: 'https://platform.example.vn' })
 * const dose = sharedDoseOf(record)
 * const receipt = dose && (await platformDoseSharing({ http }).share(dose))
 * receipt?.state // => 'taken', or 'unknown-person'
 * ```
 */
export function platformDoseSharing({
  http,
  crypto = systemCrypto,
}: PlatformDoseSharingOptions): DoseSharing {
  return {
    share: async (dose, { signal } = {}) => {
      const hash = toHex(await crypto.digest('SHA-256', canonicalBytes(dose)))
      const receipt = await http.put(`/v1/register/doses/${dose.id}`, {
        body: dose,
        schema: sharingReceiptSchema,
        ...(signal === undefined ? {} : { signal }),
      })
      if (receipt.id === dose.id && receipt.hash === hash) return receipt
      throw new HttpError(sharingErrors, 'identity.sharing.foreign-receipt')
    },
  }
}
