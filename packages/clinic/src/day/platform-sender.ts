import { InputError, type JsonValue } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import { receiptSchema } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import type { SendOperation } from '../outbox/operation.js'

const paths: Readonly<Record<string, string>> = {
  record: '/v1/records',
  minutes: '/v1/minutes',
  'day-report': '/v1/day-reports',
}

/** Sends an operation where its kind belongs, under its own id; without a platform it stays queued. */
export function platformSender(http: Http | undefined): SendOperation {
  return async (operation, signal) => {
    const path = paths[operation.kind]
    if (http === undefined || path === undefined) {
      throw new InputError(errorCatalogue, 'clinic.send')
    }
    const answer = await http.put(`${path}/${operation.subject}`, {
      body: operation.payload,
      idempotencyKey: operation.id,
      ...(signal === undefined ? {} : { signal }),
      ...(operation.kind === 'record' ? { schema: receiptSchema } : {}),
    })
    return answer as JsonValue
  }
}
