import type { FeedbackRequest } from '@tiemchung/schemas'
import { sendCode } from '../account/one-time-code.js'
import type { Queryable } from '../database/database.js'
import type { Services } from '../services.js'

/**
 * Sends the code by which a report is confirmed.
 *
 * @throws Problem `platform.too-many-codes`
 */
export const sendItsCode = (
  services: Services,
  database: Queryable,
  { id, reporter }: FeedbackRequest,
): Promise<void> =>
  sendCode(services, database, {
    id,
    phone: reporter.phone,
    purpose: 'feedback',
    says: 'Mã xác nhận phản ánh',
  })
