import { uuidSchema } from '@tiemchung/schemas'
import { sharedDoseSchema, sharingReceiptSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { Problem } from '../problem.js'
import { takeDose } from '../registry/register-doses.js'
import type { Services } from '../services.js'

/** Doses into the population register. */
export function registerDoseRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/register/doses/{id}',
    id: 'shareDose',
    summary: 'Share a dose with the population register',
    description:
      'The register acknowledges each dose by itself. The same dose under its id gets the acknowledgement that it got; one of somebody who is not in the register is not taken and can come again.',
    problems: [
      [409, 'platform.conflict'],
      [422, 'platform.id-mismatch'],
    ],
    tag: 'identity',
    action: 'register.share',
    params: z.object({ id: uuidSchema }),
    body: sharedDoseSchema,
    status: 200,
    answer: sharingReceiptSchema,
    handle: ({ database, params, body }) => {
      if (params.id !== body.id) throw new Problem(422, 'platform.id-mismatch')
      return takeDose(database, services.world, body)
    },
  })
}
