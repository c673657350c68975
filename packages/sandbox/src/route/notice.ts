import { uuidSchema } from '@tiemchung/schemas'
import { noticedDoseSchema, noticeSchema } from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { noticedDose, referenceFor } from '../notice/notices.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

const path = '/v1/notices/{id}'

function giveRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path,
    id: 'giveNotice',
    summary: 'The reference for the notice of a dose',
    description:
      'Under the id of a record that the facility handed in. Random, and the same each time. It is printed on the notice that parents are given.',
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'notice.give',
    params: z.object({ id: uuidSchema }),
    status: 200,
    answer: noticeSchema,
    handle: async ({ database, params, scope }) => {
      const own = { record: params.id, facility: scope.own.unit ?? '' }
      const reference = await referenceFor(database, services.world, own)
      if (reference === undefined) throw new Problem(404, 'platform.not-found')
      return { reference }
    },
  })
}

function readRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path,
    id: 'readNotice',
    summary: 'The dose that the reference of a notice stands for',
    description:
      'What the form is opened with: the record, the facility, the dose. Nothing of a person.',
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'notice.read',
    params: z.object({ id: z.string().max(40) }),
    status: 200,
    answer: noticedDoseSchema,
    handle: async ({ database, params }) => {
      const dose = await noticedDose(database, params.id)
      if (dose === undefined) throw new Problem(404, 'platform.not-found')
      return dose
    },
  })
}

/** Notices that tell people how to report a dose that is wrong (1815/BYT-CNTT, article 4). */
export function noticeRoutes(app: App, services: Services): void {
  giveRoute(app, services)
  readRoute(app, services)
}
