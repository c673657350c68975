import {
  answerChallengeSchema,
  challengeSchema,
  logInSchema,
  refreshSchema,
  sessionSchema,
} from '@tiemchung/schemas/wire'
import { uuidSchema } from '@tiemchung/schemas'
import * as z from 'zod'
import { answer, challenge, refresh } from '../account/sessions.js'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

function logInRoute(app: App, services: Services): void {
  const { world } = services
  addOperation(app, services, {
    method: 'post',
    path: '/v1/sessions',
    id: 'logIn',
    summary: 'Log in; a one-time code is sent',
    description:
      'The first half: account and password. A six-digit code goes to the phone of the account and lasts five minutes. Wrong account and wrong password are refused alike.',
    problems: [[401, 'platform.log-in']],
    tag: 'sessions',
    action: 'session.open',
    body: logInSchema,
    status: 202,
    answer: challengeSchema,
    handle: async ({ database, body }) => ({ challengeId: await challenge(database, world, body) }),
  })
}

function answerRoute(app: App, services: Services): void {
  const { world } = services
  addOperation(app, services, {
    method: 'post',
    path: '/v1/sessions/{id}/answer',
    id: 'answerChallenge',
    summary: 'Answer with the one-time code',
    description:
      'The second half: the code opens one session. After five wrong codes the challenge is over.',
    problems: [[401, 'platform.log-in']],
    tag: 'sessions',
    action: 'session.open',
    params: z.object({ id: uuidSchema }),
    body: answerChallengeSchema,
    status: 200,
    answer: sessionSchema,
    handle: async ({ database, params, body }) => {
      const session = await answer(database, world, params.id, body.code)
      if (session !== undefined) return session
      return Answered.refused(new Problem(401, 'platform.log-in'))
    },
  })
}

function refreshRoute(app: App, services: Services): void {
  const { world } = services
  addOperation(app, services, {
    method: 'post',
    path: '/v1/sessions/refresh',
    id: 'refreshSession',
    summary: 'Exchange a refresh token for a new session',
    description: 'A refresh token is good for one use; the old session ends.',
    problems: [[401, 'platform.signed-out']],
    tag: 'sessions',
    action: 'session.open',
    body: refreshSchema,
    status: 200,
    answer: sessionSchema,
    handle: ({ database, body }) => refresh(database, world, body.refreshToken),
  })
}

/** Logging in: password, one-time code, tokens. */
export function sessionRoutes(app: App, services: Services): void {
  logInRoute(app, services)
  answerRoute(app, services)
  refreshRoute(app, services)
}
