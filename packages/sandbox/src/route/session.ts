import {
  answerChallengeSchema,
  challengeSchema,
  changePasswordSchema,
  logInSchema,
  passwordChangedSchema,
  refreshSchema,
  sessionSchema,
} from '@tiemchung/schemas/wire'
import { uuidSchema } from '@tiemchung/schemas'
import * as z from 'zod'
import { changePassword, endOtherSessions } from '../account/password.js'
import { tryPassword } from '../account/password-limit.js'
import { answer, challenge, refresh } from '../account/sessions.js'
import { bearerIn } from '../app/bearer.js'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

function logInRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'post',
    path: '/v1/sessions',
    id: 'logIn',
    summary: 'Log in; a one-time code is sent',
    description:
      'The first half: account and password. A six-digit code goes to the phone of the account and lasts five minutes. Wrong account and wrong password are refused alike, and after so many for one name all are for a while.',
    problems: [
      [401, 'platform.log-in'],
      [429, 'platform.too-many-codes'],
      [429, 'platform.too-many-passwords'],
    ],
    tag: 'sessions',
    action: 'session.open',
    body: logInSchema,
    status: 202,
    answer: challengeSchema,
    handle: async ({ database, body }) => {
      const challengeId = await challenge(database, services, body)
      if (challengeId !== undefined) return { challengeId }
      return Answered.refused(new Problem(401, 'platform.log-in'))
    },
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
      'The second half: the code opens one session. Under an idempotency key the answer is kept sealed, and opens for the same request under the same key alone: draw keys at random. After five wrong codes the challenge is over.',
    problems: [[401, 'platform.log-in']],
    tag: 'sessions',
    action: 'session.open',
    params: z.object({ id: uuidSchema }),
    body: answerChallengeSchema,
    status: 200,
    secret: true,
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
    secret: true,
    answer: sessionSchema,
    handle: ({ database, body }) => refresh(database, world, body.refreshToken),
  })
}

function passwordRoute(app: App, services: Services): void {
  const { world } = services
  addOperation(app, services, {
    method: 'put',
    path: '/v1/accounts/me/password',
    id: 'changePassword',
    summary: 'Change the password of the own account',
    description:
      'What an account that was just made has to do before anything else. Its other sessions end.',
    problems: [
      [422, 'platform.password'],
      [429, 'platform.too-many-passwords'],
    ],
    tag: 'sessions',
    action: 'account.change-password',
    body: changePasswordSchema,
    status: 200,
    answer: passwordChangedSchema,
    handle: async ({ database, body, scope, context }) => {
      const { name } = scope.own
      if ((await tryPassword(services, database, name, body.current)) === undefined) {
        return Answered.refused(new Problem(422, 'platform.password', { detail: 'current' }))
      }
      await changePassword(database, world, scope.own, body)
      await endOtherSessions(database, world, scope.own, bearerIn(context) ?? '')
      return { account: scope.own.name, at: world.clock.now().toISOString() }
    },
  })
}

/** Logging in: password, one-time code, tokens. */
export function sessionRoutes(app: App, services: Services): void {
  passwordRoute(app, services)
  logInRoute(app, services)
  answerRoute(app, services)
  refreshRoute(app, services)
}
